package org.gradcheck.space;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user's manifold is refused for. */
class ManifoldLawsTest {

    private static final double[] UP = {2.0 / 7, -3.0 / 7, 6.0 / 7};
    private static final Manifold<double[]> SPHERE = Manifolds.sphere(3);
    private static final BinaryOperator<double[]> PROJECTION = SPHERE::projection;
    private static final BinaryOperator<double[]> RETRACTION = SPHERE::retraction;
    private static final String SUBJECT = "no manifold, points of a manifold in vectors of length 3: ";

    private static double[] combination(double a, double[] u, double b, double[] v) {
        double[] sum = new double[u.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a * u[i] + b * v[i];
        }
        return sum;
    }

    private static void assertRefused(String message, Manifold<double[]> manifold) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> manifold.requireConsistent(UP))
                .withMessage(SUBJECT + message);
    }

    private static Manifold<double[]> with(BinaryOperator<double[]> projection, BinaryOperator<double[]> retraction) {
        return Manifolds.embedded(Spaces.vector(3), 2, projection, retraction, 2);
    }

    private static Manifold<double[]> withRetraction(int order, BinaryOperator<double[]> retraction) {
        return Manifolds.embedded(Spaces.vector(3), 2, PROJECTION, retraction, order);
    }

    private static Manifold<double[]> withMetric(Manifolds.InnerProduct<double[]> metric) {
        return Manifolds.embedded(Spaces.vector(3), 2, PROJECTION, RETRACTION, 1, metric);
    }

    /** Of order 1 only. */
    private static BinaryOperator<double[]> bent(double bend) {
        return new UnitSphere(3, bend)::retraction;
    }

    @Test
    void sphereOfFunctionsIsAccepted() {
        assertThatNoException().isThrownBy(() -> with(PROJECTION, RETRACTION).requireConsistent(UP));
        assertThatNoException().isThrownBy(() -> withRetraction(1, bent(0.4)).requireConsistent(UP));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1, 1e9})
    void scaleOfThePointDoesNotMatter(double scale) {
        Manifold<double[]> ball = with(
                (x, u) -> SPHERE.projection(combination(1 / scale, x, 0, x), u),
                (x, v) -> combination(
                        scale,
                        SPHERE.retraction(combination(1 / scale, x, 0, x), combination(1 / scale, v, 0, v)),
                        0,
                        x));
        Manifold<double[]> bent = with(
                (x, u) -> SPHERE.projection(combination(1 / scale, x, 0, x), u),
                (x, v) -> combination(
                        scale,
                        bent(0.4).apply(combination(1 / scale, x, 0, x), combination(1 / scale, v, 0, v)),
                        0,
                        x));
        double[] point = combination(scale, UP, 0, UP);

        assertThatNoException().isThrownBy(() -> ball.requireConsistent(point));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bent.requireConsistent(point))
                .withMessageContaining("of order 1, not 2");
    }

    @Test
    void projectionMustBeIdempotent() {
        assertRefused(
                "the projection is not idempotent: PPu differs from Pu by 0.230 of the largest coordinate of u",
                with((x, u) -> combination(0.5, PROJECTION.apply(x, u), 0, x), RETRACTION));
    }

    @Test
    void projectionMustBeOrthogonal() {
        double[] oblique = {0, 0, 7.0 / 6};
        assertRefused(
                "the projection is not self-adjoint in the inner product: ⟨u − Pu, Pw⟩ is 0.500 of |u||w|",
                with((x, u) -> combination(1, u, -(u[0] * x[0] + u[1] * x[1] + u[2] * x[2]), oblique), RETRACTION));
    }

    @Test
    void projectionMustHaveTheDimensionDeclared() {
        assertRefused(
                "the number of independent directions is said to be 3, and the projection has trace 2.00",
                Manifolds.embedded(Spaces.vector(3), 3, PROJECTION, RETRACTION, 2));
    }

    @Test
    void metricMustBeSymmetricAndPositive() {
        assertRefused(
                "the inner product is not symmetric: ⟨u, v⟩ is 0.137 and ⟨v, u⟩ is 0.872",
                withMetric((x, u, v) -> u[0] * v[0] + u[1] * v[1] + u[2] * v[2] + u[0] * v[1]));
        assertRefused(
                "the inner product is not positive: ⟨v, v⟩ of a tangent is -0.633 where that of others is 0.888",
                withMetric((x, u, v) -> u[0] * v[0] - u[1] * v[1] + u[2] * v[2]));
        assertRefused("the inner product of two tangents is NaN", withMetric((x, u, v) -> Double.NaN));
    }

    @Test
    void projectionMustBeOrthogonalInTheMetricGiven() {
        assertRefused(
                "the projection is not self-adjoint in the inner product: ⟨u − Pu, Pw⟩ is 0.165 of |u||w|",
                withMetric((x, u, v) -> u[0] * v[0] + 2 * u[1] * v[1] + u[2] * v[2]));
    }

    @Test
    void retractionMustStartAtThePoint() {
        assertRefused(
                "the retraction does not start at x: Rₓ(0) differs from it by 2.00 of its largest coordinate",
                withRetraction(1, (x, v) -> combination(-1, RETRACTION.apply(x, v), 0, x)));
    }

    @Test
    void retractionMustHaveTheVelocity() {
        assertRefused(
                "the retraction has another velocity than v: that of t ↦ Rₓ(tv) at t = 0 differs from v by 1.00 of its"
                        + " largest coordinate",
                withRetraction(1, (x, v) -> RETRACTION.apply(x, combination(2, v, 0, v))));
    }

    @Test
    void retractionMustBeFiniteNearby() {
        assertRefused("the retraction is not finite, however short the tangent", withRetraction(1, (x, v) -> {
            if (v[0] != 0) {
                throw new IllegalStateException("too long");
            }
            return x;
        }));
    }

    @Test
    void retractionMustStayOnTheManifold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withRetraction(
                                1,
                                (x, v) -> combination(1, x, 1, v)[0] == x[0]
                                        ? RETRACTION.apply(x, v)
                                        : combination(1, x, 1, v))
                        .requireConsistent(UP))
                .withMessageStartingWith(SUBJECT + "the retraction leaves the manifold: of Rₓ(v), Rₓ(0) is not x,"
                        + " the retraction moves it by ");
    }

    @Test
    void secondOrderIsMeasured() {
        assertRefused(
                "the retraction is of order 1, not 2: for v of the size of x the tangential acceleration of t ↦ Rₓ(tv) at"
                        + " t = 0 is 0.337 of |v|",
                withRetraction(2, bent(0.4)));
    }

    @Test
    void secondOrderIsMeasuredInTheMetricGiven() {
        double[] x = {2, 0.5};
        Manifolds.InnerProduct<double[]> relative =
                (p, u, v) -> u[0] * v[0] / (p[0] * p[0]) + u[1] * v[1] / (p[1] * p[1]);
        BinaryOperator<double[]> straight = (p, v) -> combination(1, p, 1, v);
        BinaryOperator<double[]> geodesic =
                (p, v) -> new double[] {p[0] * Math.exp(v[0] / p[0]), p[1] * Math.exp(v[1] / p[1])};

        assertThatNoException()
                .isThrownBy(() -> Manifolds.embedded(Spaces.vector(2), 2, (p, u) -> u, geodesic, 2, relative)
                        .requireConsistent(x));
        assertThatNoException()
                .isThrownBy(() -> Manifolds.embedded(Spaces.vector(2), 2, (p, u) -> u, straight, 2)
                        .requireConsistent(x));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifolds.embedded(Spaces.vector(2), 2, (p, u) -> u, straight, 2, relative)
                        .requireConsistent(x))
                .withMessageContaining("the retraction is of order 1, not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifolds.embedded(Spaces.vector(2), 2, (p, u) -> u, geodesic, 2)
                        .requireConsistent(x))
                .withMessageContaining("the retraction is of order 1, not 2");
    }

    @Test
    void declarationsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifolds.embedded(Spaces.vector(3), 2, PROJECTION, RETRACTION, 3))
                .withMessage("a retraction is of order 1 or 2, got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifolds.embedded(Spaces.vector(3), 4, PROJECTION, RETRACTION, 2))
                .withMessage("a manifold in vectors of length 3 has between 1 and 3 dimensions, got 4");
    }

    @Test
    void pointThatTheRetractionMovesIsOff() {
        Manifold<double[]> manifold = with(PROJECTION, RETRACTION);

        assertThatExceptionOfType(OffManifoldException.class)
                .isThrownBy(() -> OffManifoldException.requirePoint(manifold, new double[] {3, 0, 4}))
                .withMessage("the point is not among points of a manifold in vectors of length 3: Rₓ(0) is not x, the"
                        + " retraction moves it by 0.800 of its largest coordinate");
    }
}
