package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.gradcheck.check.Algebra.centred;
import static org.gradcheck.check.Algebra.columns;
import static org.gradcheck.check.Algebra.dot;
import static org.gradcheck.check.Algebra.each;
import static org.gradcheck.check.Algebra.inner;
import static org.gradcheck.check.Algebra.inverse;
import static org.gradcheck.check.Algebra.map;
import static org.gradcheck.check.Algebra.minus;
import static org.gradcheck.check.Algebra.plus;
import static org.gradcheck.check.Algebra.product;
import static org.gradcheck.check.Algebra.scaled;
import static org.gradcheck.check.Algebra.symmetric;
import static org.gradcheck.check.Algebra.tangent;
import static org.gradcheck.check.Algebra.times;
import static org.gradcheck.check.Algebra.transposed;
import static org.gradcheck.check.Algebra.turn;
import static org.gradcheck.check.Algebra.unit;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.OffManifoldException;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Euclidean and Riemannian gradients on the library's manifolds. */
class ManifoldGradientTest {

    private static final DMatrixRMaj A = new DMatrixRMaj(new double[][] {{2, 1, -1}, {0.3, 3, 0.5}, {-1, 0.2, -1}});
    private static final DMatrixRMaj B = new DMatrixRMaj(new double[][] {{1, 0.5, 0}, {2, -1, 1}, {0.4, 3, 1}});
    private static final DMatrixRMaj COVARIANCE =
            new DMatrixRMaj(new double[][] {{4, 1, 0.5}, {1, 3, -0.2}, {0.5, -0.2, 2}});

    /**
     * A function with gradients.
     *
     * @param euclidean as partial derivatives
     * @param riemannian in the manifold's metric, tangent
     * @param wrong with a term missing
     */
    record Example<T>(
            String name,
            Manifold<T> manifold,
            T point,
            Function<T, Double> f,
            Function<T, T> euclidean,
            Function<T, T> riemannian,
            Function<T, T> wrong) {

        DerivativeCheck<T, Double> check() {
            return DerivativeCheck.of(manifold, Spaces.scalar(), f).at(point);
        }

        @Override
        public String toString() {
            return name + " on " + manifold.description();
        }
    }

    static Stream<Example<?>> inTheEuclideanMetric() {
        return Stream.of(
                new Example<>(
                        "Rayleigh quotient",
                        Manifolds.sphere(3),
                        new double[] {2.0 / 7, -3.0 / 7, 6.0 / 7},
                        x -> dot(x, times(A, x)),
                        x -> plus(times(A, x), times(transposed(A), x)),
                        x -> tangent(x, plus(times(A, x), times(transposed(A), x))),
                        x -> tangent(x, times(A, x))),
                procrustes(Manifolds.stiefel(3, 2), columns(turn(0.7), 2), new DMatrixRMaj(new double[][] {
                    {2, 0.3, 1}, {1, 3, -1}
                })),
                procrustes(Manifolds.rotations(3), turn(0.7), A),
                procrustes(Manifolds.orthogonal(3), minus(turn(0.7)), A),
                new Example<>(
                        "log det",
                        Manifolds.positiveDefiniteFrobenius(3),
                        COVARIANCE,
                        x -> Math.log(CommonOps_DDRM.det(x)) + inner(B, x),
                        x -> plus(inverse(x), B),
                        x -> plus(inverse(x), symmetric(B)),
                        x -> symmetric(B)),
                new Example<>(
                        "entropy",
                        Manifolds.simplexInterior(4),
                        new double[] {0.1, 0.2, 0.3, 0.4},
                        x -> -Arrays.stream(x).map(p -> p * Math.log(p)).sum(),
                        x -> map(x, p -> -Math.log(p) - 1),
                        x -> centred(map(x, p -> -Math.log(p))),
                        x -> centred(map(x, p -> -p * Math.log(p)))),
                new Example<>(
                        "entropy rate",
                        Manifolds.stochasticMatrices(2, 2),
                        new DMatrixRMaj(new double[][] {{0.2, 0.8}, {0.7, 0.3}}),
                        x -> -inner(x, each(x, Math::log)),
                        x -> each(x, p -> -Math.log(p) - 1),
                        x -> {
                            double first = Math.log(x.get(0, 1) / x.get(0, 0)) / 2;
                            double second = Math.log(x.get(1, 1) / x.get(1, 0)) / 2;
                            return new DMatrixRMaj(new double[][] {{first, -first}, {second, -second}});
                        },
                        x -> each(x, p -> -p)),
                new Example<>(
                        "square",
                        Manifolds.fixedTrace(3, 9),
                        COVARIANCE,
                        x -> inner(x, x) / 2 + inner(B, x),
                        x -> plus(x, B),
                        x -> plus(plus(x, symmetric(B)), scaled(-(9 + 1) / 3.0, CommonOps_DDRM.identity(3))),
                        x -> x));
    }

    /** ½‖XA − B‖², with the Euclidean gradient (XA − B)Aᵀ. */
    private static Example<DMatrixRMaj> procrustes(Manifold<DMatrixRMaj> manifold, DMatrixRMaj point, DMatrixRMaj a) {
        Function<DMatrixRMaj, DMatrixRMaj> residual = x -> plus(product(x, a), minus(B));
        Function<DMatrixRMaj, DMatrixRMaj> gradient = x -> product(residual.apply(x), transposed(a));
        return new Example<>(
                "Procrustes",
                manifold,
                point,
                x -> inner(residual.apply(x), residual.apply(x)) / 2,
                gradient,
                x -> plus(gradient.apply(x), minus(product(x, symmetric(product(transposed(x), gradient.apply(x)))))),
                x -> product(product(x, a), transposed(a)));
    }

    static Stream<Example<?>> inTheAffineInvariantMetric() {
        return Stream.of(
                new Example<>(
                        "log det",
                        Manifolds.positiveDefinite(3),
                        COVARIANCE,
                        x -> Math.log(CommonOps_DDRM.det(x)),
                        Algebra::inverse,
                        x -> x,
                        x -> plus(x, product(x, x))),
                new Example<>(
                        "trace",
                        Manifolds.positiveDefinite(3),
                        COVARIANCE,
                        x -> inner(B, x),
                        x -> B,
                        x -> product(product(x, symmetric(B)), x),
                        x -> symmetric(product(x, B))));
    }

    static Stream<Example<?>> examples() {
        return Stream.concat(inTheEuclideanMetric(), inTheAffineInvariantMetric());
    }

    @ParameterizedTest
    @MethodSource("examples")
    <T> void riemannianGradientIsConfirmedInBothConventions(Example<T> example) {
        for (GradientConvention convention :
                new GradientConvention[] {GradientConvention.PAIRING, GradientConvention.RIESZ}) {
            for (long seed = 1; seed <= 5; seed++) {
                CheckReport report = example.check()
                        .seed(seed)
                        .gradient(example.riemannian(), convention)
                        .run();

                assertThat(report.isConfirmed()).as(report.toString()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    <T> void missingTermIsRefuted(Example<T> example) {
        for (long seed = 1; seed <= 5; seed++) {
            CheckReport report =
                    example.check().seed(seed).gradient(example.wrong()).run();

            assertThat(report.isRefuted()).as(report.toString()).isTrue();
            assertThat(only(report).diagnosis()).extracting(Diagnosis::kind).doesNotContain("normal-part", "euclidean");
        }
    }

    @ParameterizedTest
    @MethodSource("inTheEuclideanMetric")
    <T> void euclideanGradientIsEnoughForPairing(Example<T> example) {
        CheckReport report = example.check().gradient(example.euclidean()).run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("inTheEuclideanMetric")
    <T> void euclideanGradientIsNoRiemannianOneAndSaidNotToBeTangent(Example<T> example) {
        CheckResult result = only(example.check()
                .gradient(example.euclidean(), GradientConvention.RIESZ)
                .run());

        assertThat(result.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Refuted.class,
                        refuted -> assertThat(refuted.reason()).isEqualTo(RefutationReason.OUTSIDE_ITS_SPACE));
        String part = example.manifold().tangentPart();
        assertThat(part).isIn("its projection", "its symmetric part");
        assertThat(result.diagnosis())
                .containsExactly(new Diagnosis("normal-part", "not tangent: " + part + " would be confirmed"));
    }

    @Test
    void reportOfAGradientThatIsNotTangentSaysSo() {
        CheckReport report = DerivativeCheck.of(Manifolds.sphere(2), Spaces.scalar(), (double[] x) -> x[1])
                .at(new double[] {0.6, 0.8})
                .gradient(x -> new double[] {0, 1}, GradientConvention.RIESZ)
                .run();

        assertThat(report.toString())
                .contains("the gradient is not tangent to unit vectors in 2 dimensions")
                .contains("not tangent: its projection would be confirmed");
    }

    @ParameterizedTest
    @MethodSource("inTheAffineInvariantMetric")
    <T> void euclideanGradientIsWrongInAnotherMetricAndExplained(Example<T> example) {
        CheckResult result = only(example.check().gradient(example.euclidean()).run());

        assertThat(result.verdict()).isInstanceOf(Verdict.Refuted.class);
        assertThat(result.diagnosis())
                .contains(new Diagnosis(
                        "euclidean",
                        "the supplied gradient is right in the Euclidean inner product: X·sym(G)·X with G for it would"
                                + " be confirmed"));
        assertThat(result.toString()).contains("⟨U, V⟩ = tr(X⁻¹UX⁻¹V)");
    }

    @Test
    void gradientInOneMetricIsRefutedInTheOther() {
        CheckReport report = DerivativeCheck.of(
                        Manifolds.positiveDefiniteFrobenius(3),
                        Spaces.scalar(),
                        (DMatrixRMaj x) -> Math.log(CommonOps_DDRM.det(x)))
                .at(COVARIANCE)
                .gradient(x -> x)
                .run();

        assertThat(report.isRefuted()).isTrue();
    }

    @Test
    void pullbackIsAdjointInTheMetricAtThePoint() {
        DerivativeCheck<DMatrixRMaj, Double> trace = DerivativeCheck.of(
                        Manifolds.positiveDefinite(3), Spaces.scalar(), (DMatrixRMaj x) -> inner(B, x))
                .at(COVARIANCE)
                .jvp((x, v) -> inner(B, v));

        CheckReport right = trace.vjp((x, w) -> scaled(w, product(product(x, symmetric(B)), x)))
                .run();
        CheckReport wrong = trace.vjp((x, w) -> scaled(w, symmetric(B))).run();

        assertThat(right.isConfirmed()).as(right.toString()).isTrue();
        assertThat(wrong.results())
                .filteredOn(result -> result.verdict() instanceof Verdict.Refuted)
                .extracting(CheckResult::name)
                .containsExactly("vjp", "adjoint");
        assertThat(wrong.toString())
                .contains("the supplied vjp is right in the Euclidean inner product: X·sym(G)·X with G for it would");
    }

    @Test
    void nearlySingularMatricesAreNoObstacle() {
        DMatrixRMaj near = new DMatrixRMaj(new double[][] {{1, 0.999999}, {0.999999, 1}});
        Function<DMatrixRMaj, Double> logDet = x -> Math.log(CommonOps_DDRM.det(x));
        CheckReport affine = DerivativeCheck.of(Manifolds.positiveDefinite(2), Spaces.scalar(), logDet)
                .at(near)
                .gradient(x -> x)
                .run();
        CheckReport wrong = DerivativeCheck.of(Manifolds.positiveDefinite(2), Spaces.scalar(), logDet)
                .at(near)
                .gradient(x -> scaled(1.01, x))
                .run();
        CheckReport flat = DerivativeCheck.of(Manifolds.positiveDefiniteFrobenius(2), Spaces.scalar(), logDet)
                .at(near)
                .gradient(Algebra::inverse)
                .run();

        assertThat(affine.isConfirmed()).as(affine.toString()).isTrue();
        assertThat(wrong.isRefuted()).as(wrong.toString()).isTrue();
        assertThat(flat.isConfirmed()).as(flat.toString()).isTrue();
    }

    @Test
    void pointsOffTheirManifoldAreRefusedWithTheMeasuredViolation() {
        assertOff(
                Manifolds.rotations(2),
                new DMatrixRMaj(new double[][] {{0.6, 0.8}, {0.8, -0.6}}),
                "the point is not among 2×2 rotations: its determinant is -1");
        assertOff(
                Manifolds.positiveDefinite(2),
                new DMatrixRMaj(new double[][] {{1, 2}, {2, 1}}),
                "the point is not among symmetric positive definite 2×2 matrices: its smallest eigenvalue is -1.00");
        assertOff(
                Manifolds.simplexInterior(2),
                new double[] {0.5, 1},
                "the point is not among positive vectors of length 2 that sum to 1: its sum is 1.50");
    }

    private static <T> void assertOff(Manifold<T> manifold, T point, String message) {
        assertThatExceptionOfType(OffManifoldException.class)
                .isThrownBy(() -> DerivativeCheck.of(manifold, Spaces.scalar(), (T x) -> 1.0)
                        .at(point)
                        .gradient(x -> x)
                        .run())
                .withMessage(message);
    }

    @Test
    void manifoldThatContradictsItselfIsRefusedBeforeFIsCalled() {
        Manifold<double[]> sphere =
                Manifolds.embedded(Spaces.vector(3), 3, (x, u) -> u, Manifolds.sphere(3)::retraction, 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DerivativeCheck.of(sphere, Spaces.scalar(), (double[] x) -> {
                            throw new AssertionError("f was called");
                        })
                        .at(new double[] {0, 0.6, 0.8})
                        .gradient(x -> x)
                        .run())
                .withMessageContaining("the retraction has another velocity than v");
    }

    @Test
    void ownManifoldOfThreeFunctionsIsCheckedAsTheLibrarysOwn() {
        Manifold<double[]> sphere =
                Manifolds.embedded(Spaces.vector(3), 2, Algebra::tangent, (x, v) -> unit(plus(x, v)), 2);
        DerivativeCheck<double[], Double> height = DerivativeCheck.of(
                        sphere, Spaces.scalar(), (double[] x) -> x[0] * x[1])
                .at(new double[] {2.0 / 7, -3.0 / 7, 6.0 / 7});

        assertThat(height.gradient(x -> tangent(x, new double[] {x[1], x[0], 0}), GradientConvention.RIESZ)
                        .run()
                        .isConfirmed())
                .isTrue();
        assertThat(height.gradient(x -> new double[] {x[1], -x[0], 0}).run().isRefuted())
                .isTrue();
    }

    @Test
    void largerFramesToo() {
        DMatrixRMaj frame = RandomMatrices_DDRM.orthogonal(40, 6, new Random(1));
        DMatrixRMaj c = RandomMatrices_DDRM.rectangle(40, 6, new Random(2));
        CheckReport report = DerivativeCheck.of(
                        Manifolds.stiefel(40, 6), Spaces.scalar(), (DMatrixRMaj x) -> Math.exp(inner(c, x)))
                .at(frame)
                .gradient(x -> scaled(Math.exp(inner(c, x)), c))
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    private static CheckResult only(CheckReport report) {
        assertThat(report.results()).hasSize(1);
        return report.results().get(0);
    }
}
