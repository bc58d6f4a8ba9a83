package org.gradcheck.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class ProductManifoldTest {

    record Cloud(double[] axis, DMatrixRMaj covariance) {}

    record Four(double[] axis, DMatrixRMaj turn, double[] weights, double offset) {}

    private static final Manifold<Cloud> CLOUDS = Manifolds.product(
            Manifolds.part(Cloud::axis, Manifolds.sphere(2)),
            Manifolds.part(Cloud::covariance, Manifolds.positiveDefinite(2)),
            Cloud::new);

    private static final Manifold<Four> FOURS = Manifolds.product(
            Manifolds.part(Four::axis, Manifolds.sphere(2)),
            Manifolds.part(Four::turn, Manifolds.rotations(2)),
            Spaces.part("w", Four::weights, Spaces.weighted(Spaces.vector(2), new double[] {1, 10})),
            Manifolds.part(Four::offset, Spaces.scalar()),
            Four::new);

    private static final double[] CLOUD = {0.6, 0.8, 2, 0, 0, 4};

    @Test
    void everythingGoesPartByPart() {
        double[] u = {1, 0, 1, 2, 4, 3};
        double[] v = CLOUDS.projection(CLOUD, u);

        assertThat(v).containsExactly(new double[] {0.64, -0.48, 1, 3, 3, 3}, within(1e-15));
        assertThat(CLOUDS.inner(CLOUD, u, v)).isCloseTo(0.64 + 0.25 + 9.0 / 4 + 9.0 / 16, within(1e-14));
        assertThat(CLOUDS.retraction(CLOUD, v))
                .containsExactly(
                        new double[] {
                            1.24 / Math.hypot(1.24, 0.32),
                            0.32 / Math.hypot(1.24, 0.32),
                            2 + 1 + (0.5 + 2.25) / 2,
                            3 + (1.5 + 2.25) / 2,
                            3 + (1.5 + 2.25) / 2,
                            4 + 3 + (4.5 + 2.25) / 2
                        },
                        within(1e-14));
        assertThat(CLOUDS.dimension()).isEqualTo(6);
        assertThat(CLOUDS.tangentDimension()).isEqualTo(4);
        assertThat(CLOUDS.metric()).contains("covariance: ⟨U, V⟩ = tr(X⁻¹UX⁻¹V)");
        assertThat(CLOUDS.description())
                .isEqualTo("(unit vectors in 2 dimensions) × (symmetric positive definite 2×2 matrices)");
        assertThat(CLOUDS.parts(CLOUD))
                .containsExactly(new CoordinateRange("axis", 0, 2), new CoordinateRange("covariance", 2, 6));
    }

    @Test
    void anyNumberOfPartsIsLikeAFixedNumber() {
        Manifold<Four> listed = Manifolds.product(
                List.of(
                        Manifolds.part(Four::axis, Manifolds.sphere(2)),
                        Manifolds.part(Four::turn, Manifolds.rotations(2)),
                        Manifolds.part(Four::weights, Spaces.vector(2)),
                        Manifolds.part(Four::offset, Spaces.scalar())),
                parts -> new Four((double[]) parts.get(0), (DMatrixRMaj) parts.get(1), (double[]) parts.get(2), (Double)
                        parts.get(3)));
        double[] coordinates = {0.6, 0.8, 0.6, 0.8, -0.8, 0.6, 1, 2, 3};

        assertThat(listed).isNotInstanceOf(Space.class);
        assertThat(listed.coordinates(listed.element(coordinates))).containsExactly(coordinates);
        assertThat(listed.parts(coordinates))
                .extracting(CoordinateRange::name)
                .containsExactly("axis", "turn", "weights", "offset");
        assertThatNoException().isThrownBy(() -> ManifoldLaws.require(listed, coordinates));
        assertThat(Manifolds.product(
                        List.of(Manifolds.part(Four::weights, Spaces.vector(2))),
                        parts -> new Four(new double[2], new DMatrixRMaj(2, 2), (double[]) parts.get(0), 0)))
                .isInstanceOf(Space.class);
    }

    @Test
    void lawsHoldForProducts() {
        assertThatNoException().isThrownBy(() -> ManifoldLaws.require(CLOUDS, CLOUD));
        assertThatNoException()
                .isThrownBy(() -> ManifoldLaws.require(FOURS, new double[] {0.6, 0.8, 0.6, 0.8, -0.8, 0.6, 1, 2, 3}));
    }

    @Test
    void spacesAreAllowedAsParts() {
        double[] coordinates = {0.6, 0.8, 0.6, 0.8, -0.8, 0.6, 1, 2, 3};

        assertThat(FOURS.coordinates(FOURS.element(coordinates))).containsExactly(coordinates);
        assertThat(FOURS.parts(coordinates))
                .extracting(CoordinateRange::name)
                .containsExactly("axis", "turn", "w", "offset");
        assertThat(FOURS.tangentDimension()).isEqualTo(5);
        assertThat(FOURS.metric()).contains("w: ⟨u, v⟩ = Σ wᵢuᵢvᵢ with w = [1.00, 10.0]");
    }

    @Test
    void violationNamesThePart() {
        assertThat(CLOUDS.violation(new double[] {0.6, 0.8, 1, 2, 2, 1}))
                .isEqualTo(new Violation(1, "covariance: its smallest eigenvalue is -1.00"));
        assertThatExceptionOfType(NotInSpaceException.class)
                .isThrownBy(() -> CLOUDS.coordinates(new Cloud(new double[3], new DMatrixRMaj(2, 2))))
                .withMessage("axis: expected 2 coordinates, got 3");
    }

    @Test
    void tangentViolationIsRelativeToTheWhole() {
        Violation violation = CLOUDS.tangentViolation(CLOUD, new double[] {0.06, 0.08, 1, 0, 0, 1});

        assertThat(violation.size()).isCloseTo(0.08, within(1e-15));
        assertThat(violation.text()).isEqualTo("axis: the part normal to the tangent space is 1.00 of it");
        assertThat(Spaces.list(Spaces.symmetric(2), 2)
                        .tangentViolation(CLOUD, new double[] {1, 0, 0, 0, 0, 1e-17, 0, 0}))
                .extracting(Violation::isRounding)
                .isEqualTo(true);
    }

    @Test
    void retractionIsOfTheLeastOrder() {
        Manifold<double[]> bent = new UnitSphere(2, 0.4);

        assertThat(Manifolds.list(Manifolds.sphere(2), 2).retractionOrder()).isEqualTo(2);
        assertThat(Manifolds.list(bent, 2).retractionOrder()).isEqualTo(1);
    }

    @Test
    void partThatContradictsItselfIsNamed() {
        Manifold<List<double[]>> pairs = Manifolds.list(
                Manifolds.embedded(Spaces.vector(2), 1, (x, u) -> u, Manifolds.sphere(2)::retraction, 2), 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> pairs.requireConsistent(new double[] {1, 0, 0, 1}))
                .withMessage("element 0: no manifold, points of a manifold in vectors of length 2: the number of"
                        + " independent directions is said to be 1, and the projection has trace 2.00");
    }

    @Test
    void threePartsAndLists() {
        Manifold<List<double[]>> frames = Manifolds.product(
                Manifolds.part("a", (List<double[]> l) -> l.get(0), Manifolds.sphere(2)),
                Manifolds.part("b", l -> l.get(1), Manifolds.sphere(2)),
                Manifolds.part("c", l -> l.get(2), Manifolds.simplexInterior(2)),
                List::of);
        double[] coordinates = {0.6, 0.8, 1, 0, 0.5, 0.5};

        assertThat(frames.coordinates(frames.element(coordinates))).containsExactly(coordinates);
        assertThat(frames.violation(coordinates)).isEqualTo(Violation.NONE);
        assertThat(frames.description())
                .isEqualTo("(unit vectors in 2 dimensions) × (unit vectors in 2 dimensions) × (positive vectors of"
                        + " length 2 that sum to 1)");
    }
}
