package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Constraints;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.OffManifoldException;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

/** The derivative of f restricted to {g = 0}: an ellipsoid cut by a plane. */
class LevelSetCheckTest {

    private static final double[] WEIGHTS = {1, 2, 0.5, 3};
    private static final double[] POINT = {1, 0.5, -1, -0.5};

    private static double[] constraints(double[] x) {
        double ellipsoid = -2.75;
        double plane = 0;
        for (int i = 0; i < x.length; i++) {
            ellipsoid += WEIGHTS[i] * x[i] * x[i];
            plane += x[i];
        }
        return new double[] {ellipsoid, plane};
    }

    private static double[][] jacobian(double[] x) {
        double[][] rows = new double[2][x.length];
        for (int i = 0; i < x.length; i++) {
            rows[0][i] = 2 * WEIGHTS[i] * x[i];
            rows[1][i] = 1;
        }
        return rows;
    }

    private static Manifold<double[]> curve() {
        return Manifolds.levelSet(
                Spaces.vector(4), Constraints.ofRows(2, LevelSetCheckTest::constraints, LevelSetCheckTest::jacobian));
    }

    private static double f(double[] x) {
        return Math.exp(x[0]) * x[1] + Math.sin(x[2]) + x[3] * x[3] * x[0];
    }

    private static double[] gradient(double[] x) {
        return new double[] {Math.exp(x[0]) * x[1] + x[3] * x[3], Math.exp(x[0]), Math.cos(x[2]), 2 * x[3] * x[0]};
    }

    private static double[] hessian(double[] x, double[] v) {
        return new double[] {
            Math.exp(x[0]) * (x[1] * v[0] + v[1]) + 2 * x[3] * v[3],
            Math.exp(x[0]) * v[0],
            -Math.sin(x[2]) * v[2],
            2 * (x[3] * v[0] + x[0] * v[3])
        };
    }

    private static DerivativeCheck<double[], Double> check(long seed) {
        return DerivativeCheck.ofScalar(LevelSetCheckTest::f)
                .on(curve())
                .at(POINT)
                .seed(seed);
    }

    @Test
    void gradientOfTheSpaceAroundIsConfirmedAlongTangentsAndRefutedAsRiemannian() {
        for (long seed = 1; seed <= 5; seed++) {
            CheckReport pairing =
                    check(seed).gradient(LevelSetCheckTest::gradient).run();
            CheckReport riesz = check(seed)
                    .gradient(LevelSetCheckTest::gradient, GradientConvention.RIESZ)
                    .run();

            assertThat(pairing.isConfirmed()).as(pairing.toString()).isTrue();
            assertThat(riesz.isRefuted()).as(riesz.toString()).isTrue();
        }
    }

    @Test
    void projectedGradientIsTheRiemannianOne() {
        CheckReport report = check(1).gradient(x -> curve().projection(x, gradient(x)), GradientConvention.RIESZ)
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void gradientThatIsWrongAlongTangentsIsRefuted() {
        CheckReport report = check(1).gradient(x -> {
                    double[] wrong = gradient(x);
                    wrong[3] /= 2;
                    return wrong;
                })
                .run();

        assertThat(report.isRefuted()).as(report.toString()).isTrue();
    }

    /** A multiple of the constraints' gradients changes nothing on the set. */
    @Test
    void whatIsNormalToTheSetIsFree() {
        CheckReport report = check(1).gradient(x -> {
                    double[] shifted = gradient(x);
                    double[][] normals = jacobian(x);
                    for (int i = 0; i < shifted.length; i++) {
                        shifted[i] += 3 * normals[0][i] - 7 * normals[1][i];
                    }
                    return shifted;
                })
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    /** P(∇²f[v] + Σ λⱼ∇²gⱼ[v]) for the multipliers nearest to ∇f (Boumal 2023, section 5.11). */
    @Test
    void riemannianHessianHasTheCurvatureOfTheConstraints() {
        CheckReport right = check(1).gradient(LevelSetCheckTest::gradient)
                .hessianVectorProduct((x, v) -> {
                    double lambda = ellipsoidMultiplier(x);
                    double[] product = hessian(x, v);
                    for (int i = 0; i < product.length; i++) {
                        product[i] += lambda * 2 * WEIGHTS[i] * v[i];
                    }
                    return curve().projection(x, product);
                })
                .run();
        CheckReport withoutIt = check(1).gradient(LevelSetCheckTest::gradient)
                .hessianVectorProduct((x, v) -> curve().projection(x, hessian(x, v)))
                .run();

        assertThat(right.isConfirmed()).as(right.toString()).isTrue();
        assertThat(withoutIt.about("hvp").verdict()).isInstanceOf(Verdict.Refuted.class);
        assertThat(withoutIt.about("gradient").isConfirmed()).isTrue();
    }

    /** By the normal equations of two unknowns. */
    private static double ellipsoidMultiplier(double[] x) {
        double[][] n = jacobian(x);
        double[] g = gradient(x);
        double a = dot(n[0], n[0]);
        double b = dot(n[0], n[1]);
        double c = dot(n[1], n[1]);
        return -(c * dot(n[0], g) - b * dot(n[1], g)) / (a * c - b * b);
    }

    private static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * v[i];
        }
        return sum;
    }

    @Test
    void pointOffTheSetIsRefusedWithTheViolation() {
        assertThatThrownBy(() -> check(1).at(new double[] {1, 0.5, -1, -0.4})
                        .gradient(LevelSetCheckTest::gradient)
                        .run())
                .isInstanceOf(OffManifoldException.class)
                .hasMessage(
                        "the point is not among points of vectors of length 4 that satisfy"
                                + " 2 constraints: g(x) is 0.270 in its largest entry, which puts x 0.0745 of its largest coordinate off");
    }

    @Test
    void wrongJacobianOfTheConstraintsIsRefused() {
        Manifold<double[]> wrong =
                Manifolds.levelSet(Spaces.vector(2), Constraints.ofRows(1, x -> new double[] {x[0] * x[1] - 1}, x ->
                        new double[][] {{x[0], x[1]}}));

        assertThatThrownBy(() -> DerivativeCheck.ofScalar(x -> x[0])
                        .on(wrong)
                        .at(new double[] {2, 0.5})
                        .gradient(x -> new double[] {1, 0})
                        .run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "the derivative of the constraints is wrong, check it on its own: along a random v"
                                + " g changes at the rate ");
    }

    @Test
    void dependentConstraintsAreRefused() {
        Manifold<double[]> twice = Manifolds.levelSet(
                Spaces.vector(3), Constraints.ofRows(2, x -> new double[] {x[0] + x[1], 2 * x[0] + 2 * x[1]}, x ->
                        new double[][] {{1, 1, 0}, {2, 2, 0}}));

        assertThatThrownBy(() -> DerivativeCheck.ofScalar(x -> x[2])
                        .on(twice)
                        .at(new double[] {1, -1, 3})
                        .gradient(x -> new double[] {0, 0, 1})
                        .run())
                .hasMessageContaining("the gradients of the constraints are not independent at x");
    }

    @Test
    void asManyConstraintsAsDimensionsLeaveNothingToVary() {
        assertThatThrownBy(() -> Manifolds.levelSet(
                        Spaces.vector(1), Constraints.ofRows(1, x -> new double[] {x[0]}, x -> new double[][] {{1}})))
                .hasMessage("1 constraints on vectors of length 1 leave nothing to vary: there have to be fewer"
                        + " constraints than dimensions, which are 1");
    }
}
