package org.gradcheck.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifoldsTest {

    private static final DMatrixRMaj COVARIANCE =
            new DMatrixRMaj(new double[][] {{4, 1, 0.5}, {1, 3, -0.2}, {0.5, -0.2, 2}});

    private static final DMatrixRMaj FRAME = RandomMatrices_DDRM.orthogonal(5, 2, new java.util.Random(7));

    private static final DMatrixRMaj TURN = turn(0.7);

    private static DMatrixRMaj turn(double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new DMatrixRMaj(new double[][] {{c, -s, 0}, {s, c, 0}, {0, 0, 1}});
    }

    /** With a point of it. */
    record Sample<T>(Manifold<T> manifold, T point) {
        double[] x() {
            return manifold.coordinates(point);
        }

        double[] numbers(long seed) {
            return new SplittableRandom(seed)
                    .doubles(manifold.dimension(), -1, 1)
                    .toArray();
        }

        double[] tangent(long seed) {
            return manifold.tangent(x(), numbers(seed));
        }

        @Override
        public String toString() {
            return manifold.description();
        }
    }

    static Stream<Sample<?>> samples() {
        DMatrixRMaj weights = new DMatrixRMaj(new double[][] {{0.2, 0.3, 0.5}, {0.6, 0.3, 0.1}});
        DMatrixRMaj reflection = new DMatrixRMaj(new double[][] {{0.6, 0.8}, {0.8, -0.6}});
        return Stream.of(
                new Sample<>(Manifolds.sphere(3), new double[] {2.0 / 7, -3.0 / 7, 6.0 / 7}),
                new Sample<>(Manifolds.stiefel(5, 2), FRAME),
                new Sample<>(
                        Manifolds.adapted(
                                Manifolds.stiefel(5, 2), (DMatrixRMaj[] held) -> held[0], x -> new DMatrixRMaj[] {x}),
                        new DMatrixRMaj[] {FRAME}),
                new Sample<>(Manifolds.stiefel(2, 1), new DMatrixRMaj(new double[][] {{0.6}, {0.8}})),
                new Sample<>(Manifolds.orthogonal(2), reflection),
                new Sample<>(Manifolds.rotations(3), TURN),
                new Sample<>(Manifolds.positiveDefinite(3), COVARIANCE),
                new Sample<>(Manifolds.positiveDefiniteFrobenius(3), COVARIANCE),
                new Sample<>(Manifolds.simplexInterior(4), new double[] {0.1, 0.2, 0.3, 0.4}),
                new Sample<>(Manifolds.stochasticMatrices(2, 3), weights),
                new Sample<>(Manifolds.fixedTrace(3, 9), COVARIANCE));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void pointLiesOnIt(Sample<?> sample) {
        assertThat(sample.manifold().violation(sample.x()).isRounding())
                .as(sample.manifold().violation(sample.x()).text())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void lawsHold(Sample<?> sample) {
        ManifoldLaws.require(sample.manifold(), sample.x());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void projectionIsTangentAndIdempotentAndOrthogonal(Sample<?> sample) {
        Manifold<?> manifold = sample.manifold();
        double[] x = sample.x();
        double[] u = sample.numbers(1);
        double[] projected = manifold.projection(x, u);
        double[] normal = Coordinates.sum(u, times(-1, projected));
        double[] tangent = sample.tangent(2);

        assertThat(manifold.tangentViolation(x, projected).size()).isLessThan(1e-14);
        assertThat(manifold.tangentViolation(x, tangent).size()).isLessThan(1e-14);
        assertThat(manifold.projection(x, projected)).containsExactly(projected, within(1e-14));
        assertThat(manifold.inner(x, normal, tangent)).isCloseTo(0, within(1e-13));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void retractionStaysOnItAndStartsAtThePointWithItsVelocity(Sample<?> sample) {
        Manifold<?> manifold = sample.manifold();
        double[] x = sample.x();
        double[] v = sample.tangent(3);
        double h = 1e-4;
        double[] forth = manifold.retraction(x, times(h, v));
        double[] back = manifold.retraction(x, times(-h, v));

        assertThat(manifold.retraction(x, new double[x.length])).containsExactly(x, within(1e-15));
        assertThat(manifold.violation(manifold.retraction(x, times(0.05, v))).size())
                .isLessThan(1e-14);
        assertThat(times(0.5 / h, Coordinates.sum(forth, times(-1, back)))).containsExactly(v, within(1e-7));
    }

    /** In the Euclidean metric; of the affine-invariant one see below. */
    @ParameterizedTest
    @MethodSource("samples")
    void retractionHasNoTangentialAcceleration(Sample<?> sample) {
        Manifold<?> manifold = sample.manifold();
        double[] x = sample.x();
        double[] v = sample.tangent(4);
        double h = 1e-3;
        double[] both = Coordinates.sum(manifold.retraction(x, times(h, v)), manifold.retraction(x, times(-h, v)));
        double[] acceleration = times(1 / (h * h), Coordinates.sum(both, times(-2, x)));

        assertThat(manifold.retractionOrder()).isEqualTo(2);
        if (manifold.metric().isEmpty()) {
            assertThat(Coordinates.largest(manifold.projection(x, acceleration)))
                    .isLessThan(1e-5);
        }
    }

    /** X exp(X⁻¹V) to second order. */
    @Test
    void retractionInTheAffineInvariantMetricIsTheGeodesicToSecondOrder() {
        Manifold<DMatrixRMaj> manifold = Manifolds.positiveDefinite(2);
        double[] x = {2, 0, 0, 4};
        double[] v = {1, 2, 2, 3};
        double[] y = manifold.retraction(x, v);

        assertThat(y).containsExactly(new double[] {2 + 1 + 0.75, 2 + 1.25, 2 + 1.25, 4 + 3 + 2.125}, within(1e-14));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tangentDimensionIsTheRankOfTheProjection(Sample<?> sample) {
        double[] x = sample.x();
        double trace = 0;
        for (int k = 0; k < x.length; k++) {
            double[] unit = new double[x.length];
            unit[k] = 1;
            trace += sample.manifold().projection(x, unit)[k];
        }

        assertThat(trace).isCloseTo(sample.manifold().tangentDimension(), within(1e-13));
    }

    @Test
    void affineInvariantMetricDoesNotChangeUnderCongruence() {
        Manifold<DMatrixRMaj> manifold = Manifolds.positiveDefinite(3);
        double[] u = Spaces.symmetric(3)
                .tangent(new double[9], new SplittableRandom(1).doubles(9).toArray());
        double[] v = Spaces.symmetric(3)
                .tangent(new double[9], new SplittableRandom(2).doubles(9).toArray());
        double[] x = manifold.coordinates(COVARIANCE);

        assertThat(manifold.inner(congruent(x), congruent(u), congruent(v)))
                .isCloseTo(manifold.inner(x, u, v), within(1e-13));
        assertThat(manifold.inner(x, x, v)).isCloseTo(trace(inverse(COVARIANCE), manifold.element(v)), within(1e-14));
        assertThat(manifold.metric()).contains("⟨U, V⟩ = tr(X⁻¹UX⁻¹V)");
    }

    private static double[] congruent(double[] u) {
        DMatrixRMaj a = new DMatrixRMaj(new double[][] {{1, 2, 0}, {0, 1, -1}, {0.25, 0, 1}});
        DMatrixRMaj left = Matrices.product(a, Spaces.matrix(3, 3).element(u));
        return Spaces.matrix(3, 3).coordinates(Matrices.product(left, CommonOps_DDRM.transpose(a, null)));
    }

    private static DMatrixRMaj inverse(DMatrixRMaj x) {
        DMatrixRMaj inverse = x.copy();
        CommonOps_DDRM.invert(inverse);
        return inverse;
    }

    private static double trace(DMatrixRMaj a, DMatrixRMaj b) {
        return CommonOps_DDRM.trace(Matrices.product(a, b));
    }

    @Test
    void flatRetractionsEndAtTheEdge() {
        double[] x = {0.5, 0.5};

        assertThat(Manifolds.simplexInterior(2).retraction(x, new double[] {0.4, -0.4}))
                .containsExactly(new double[] {0.9, 0.1}, within(1e-15));
        assertThat(Manifolds.simplexInterior(2).retraction(x, new double[] {0.5, -0.5}))
                .containsOnly(Double.NaN);
        assertThat(Manifolds.positiveDefiniteFrobenius(2)
                        .retraction(new double[] {1, 0, 0, 1}, new double[] {0, 1.5, 1.5, 0}))
                .containsOnly(Double.NaN);
    }

    @Test
    void retractionOfRotationsIsARotationHoweverFar() {
        Manifold<DMatrixRMaj> rotations = Manifolds.rotations(3);
        double[] x = rotations.coordinates(TURN);
        double[] v = rotations.projection(
                x, new SplittableRandom(3).doubles(9, -100, 100).toArray());

        assertThat(rotations.violation(rotations.retraction(x, v)).isRounding()).isTrue();
    }

    @Test
    void violationsSayWhatWasMeasured() {
        assertViolation(Manifolds.sphere(2), new double[] {3, 4}, 4, "its length is 5.00");
        assertViolation(
                Manifolds.stiefel(2, 1),
                new DMatrixRMaj(new double[][] {{3}, {4}}),
                24,
                "its column 0 has length 5.00");
        assertViolation(
                Manifolds.stiefel(2, 2),
                new DMatrixRMaj(new double[][] {{1, 0.6}, {0, 0.8}}),
                0.6,
                "its columns 0 and 1 have the inner product 0.600");
        assertViolation(
                Manifolds.rotations(2),
                new DMatrixRMaj(new double[][] {{0.6, 0.8}, {0.8, -0.6}}),
                2,
                "its determinant is -1");
        for (Manifold<DMatrixRMaj> manifold :
                List.of(Manifolds.positiveDefinite(2), Manifolds.positiveDefiniteFrobenius(2))) {
            assertViolation(
                    manifold, new DMatrixRMaj(new double[][] {{1, 2}, {2, 1}}), 1, "its smallest eigenvalue is -1.00");
            assertViolation(
                    manifold,
                    new DMatrixRMaj(new double[][] {{2, 1}, {0, 2}}),
                    0.25,
                    "entries (0, 1) and (1, 0) are 1.00 and 0.00");
        }
        assertViolation(Manifolds.simplexInterior(2), new double[] {0.5, 1}, 0.5, "its sum is 1.50");
        assertViolation(Manifolds.simplexInterior(2), new double[] {1, 0}, 1, "its entry 1 is 0.00, not positive");
        assertViolation(
                Manifolds.stochasticMatrices(2, 2),
                new DMatrixRMaj(new double[][] {{0.5, 0.5}, {0.5, 1}}),
                0.5,
                "its row 1 sums to 1.50");
        assertViolation(
                Manifolds.stochasticMatrices(2, 2),
                new DMatrixRMaj(new double[][] {{0.5, 0.5}, {1.5, -0.5}}),
                1,
                "its entry (1, 1) is -0.500, not positive");
        assertViolation(
                Manifolds.fixedTrace(2, 1), new DMatrixRMaj(new double[][] {{2, 0}, {0, 2}}), 1.5, "its trace is 4.00");
    }

    private static <T> void assertViolation(Manifold<T> manifold, T point, double size, String text) {
        Violation violation = manifold.violation(manifold.coordinates(point));
        assertThat(violation.text()).isEqualTo(text);
        assertThat(violation.size()).isCloseTo(size, within(1e-12));
    }

    @Test
    void manifoldWithoutDirectionsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifolds.sphere(1))
                .withMessage("a unit vector in 1 dimension is 1 or -1: there is nothing to vary");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifolds.rotations(1))
                .withMessage("a 1×1 matrix with a column of length 1 is 1 or -1: there is nothing to vary");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifolds.stiefel(2, 3))
                .withMessage("at most 2 vectors in 2 dimensions are orthonormal, got 3 columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifolds.simplexInterior(1))
                .withMessage("one number that sums to 1 is 1: there is nothing to vary");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifolds.fixedTrace(1, 1))
                .withMessage("a 1×1 matrix is its trace: there is nothing to vary");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifolds.fixedTrace(2, Double.NaN))
                .withMessage("a trace is finite, got NaN");
    }

    @Test
    void descriptionsSayWhatTheyAre() {
        assertThat(samples().map(Sample::toString))
                .containsExactly(
                        "unit vectors in 3 dimensions",
                        "5×2 matrices with orthonormal columns",
                        "5×2 matrices with orthonormal columns",
                        "2×1 matrices with orthonormal columns",
                        "orthogonal 2×2 matrices",
                        "3×3 rotations",
                        "symmetric positive definite 3×3 matrices",
                        "symmetric positive definite 3×3 matrices",
                        "positive vectors of length 4 that sum to 1",
                        "positive 2×3 matrices with rows that sum to 1",
                        "symmetric 3×3 matrices of trace 9.0");
    }

    private static double[] times(double factor, double[] v) {
        return Arrays.stream(v).map(entry -> factor * entry).toArray();
    }
}
