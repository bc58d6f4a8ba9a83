package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.atomic.DoubleAccumulator;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.OffManifoldException;
import org.gradcheck.space.PositiveNumbers;
import org.gradcheck.space.Spaces;
import org.gradcheck.space.UnitSphere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifoldCheckTest {

    private static final double[] UP = {2.0 / 7, -3.0 / 7, 6.0 / 7};
    private static final double[][] A = {{2, 1, -1}, {1, 3, 0.5}, {-1, 0.5, -1}};
    private static final UnitSphere SPHERE = new UnitSphere(3);

    private static double[] times(double[][] a, double[] x, double factor) {
        double[] y = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            y[i] = factor * dot(a[i], x);
        }
        return y;
    }

    private static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * v[i];
        }
        return sum;
    }

    private static double quadratic(double[] x) {
        return dot(x, times(A, x, 1));
    }

    private static DerivativeCheck<double[], Double> rayleigh(Manifold<double[]> domain) {
        return DerivativeCheck.of(domain, Spaces.scalar(), x -> quadratic(x) / dot(x, x))
                .at(UP);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.4})
    void gradientThatIsRightAlongTangentsIsConfirmedWhateverTheRetraction(double bend) {
        CheckReport report =
                rayleigh(new UnitSphere(3, bend)).gradient(x -> times(A, x, 2)).run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void theSameGradientIsWrongInTheSpaceAround() {
        double[] off = {4.0 / 7, -6.0 / 7, 12.0 / 7};
        CheckReport report =
                rayleigh(Spaces.vector(3)).at(off).gradient(x -> times(A, x, 2)).run();

        assertThat(report.isRefuted()).isTrue();
    }

    @Test
    void riemannianGradientIsConfirmed() {
        CheckReport report = rayleigh(SPHERE)
                .gradient(x -> SPHERE.projection(x, times(A, x, 2)))
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void wrongGradientIsRefutedWithOrderOne() {
        CheckReport report = rayleigh(SPHERE).gradient(x -> times(A, x, 2.01)).run();

        assertThat(report.isRefuted()).isTrue();
        assertThat(report.results().get(0).decisive().orElseThrow().order().orElseThrow())
                .isBetween(0.95, 1.05);
    }

    @Test
    void pushforwardPullbackAndJacobianAreComparedAlongTangents() {
        CheckReport report = DerivativeCheck.of(SPHERE, Spaces.vector(3), x -> times(A, x, dot(x, x)))
                .at(UP)
                .jvp((x, v) -> times(A, v, 1))
                .vjp((x, w) -> times(A, w, 1))
                .jacobianRows(x -> A)
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        assertThat(report.results())
                .extracting(CheckResult::name)
                .containsExactly(
                        "jvp",
                        "vjp",
                        "jacobian",
                        "linearity of jvp",
                        "linearity of vjp",
                        "adjoint",
                        "jacobian against jvp",
                        "jacobian against vjp");
    }

    @Test
    void complexStepGoesAlongTheTangent() {
        CheckReport report = DerivativeCheck.of(SPHERE, Spaces.scalar(), x -> x[0] * x[1] * x[2])
                .at(UP)
                .complexStep(z -> {
                    double re = z.real()[0] * z.real()[1] - z.imaginary()[0] * z.imaginary()[1];
                    double im = z.real()[0] * z.imaginary()[1] + z.imaginary()[0] * z.real()[1];
                    return new org.gradcheck.function.ComplexVector(
                            new double[] {re * z.real()[2] - im * z.imaginary()[2]},
                            new double[] {re * z.imaginary()[2] + im * z.real()[2]});
                })
                .gradient(x -> new double[] {x[1] * x[2], x[0] * x[2], x[0] * x[1]})
                .run();

        assertThat(report.results().get(0).decisive().orElseThrow().method()).isEqualTo("complex step");
        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void functionIsEvaluatedOnTheManifoldOnly() {
        DoubleAccumulator farthest = new DoubleAccumulator(Math::max, 0);
        DerivativeCheck.of(SPHERE, Spaces.scalar(), x -> {
                    farthest.accumulate(Math.abs(dot(x, x) - 1));
                    return x[2] * x[2];
                })
                .at(UP)
                .gradient(x -> new double[] {0, 0, 2 * x[2]})
                .run();

        assertThat(farthest.get()).isLessThan(1e-15);
    }

    @Test
    void jumpsOfAnInnerIterationAreFoundAlongTheCurve() {
        CheckReport report = DerivativeCheck.of(SPHERE, Spaces.scalar(), x -> squareRoot(2 + x[0] + 5 * x[2], 1e-6))
                .at(UP)
                .gradient(x -> {
                    double slope = 0.5 / Math.sqrt(2 + x[0] + 5 * x[2]);
                    return new double[] {slope, 0, 5 * slope};
                })
                .run();

        assertThat(report.isRefuted()).as(report.toString()).isFalse();
        assertThat(report.results().get(0).verdict().text()).contains("f jumps");
    }

    /** √x by an iteration that converges slowly, stopped when two iterates agree to a tolerance. */
    private static double squareRoot(double x, double tolerance) {
        double y = 1.5;
        double change = 1;
        while (change > tolerance) {
            double next = y - 0.05 * (y * y - x);
            change = Math.abs(next - y);
            y = next;
        }
        return y;
    }

    @Test
    void nearTheEdgeOfTheDomainStepsAreShortened() {
        double z = Math.cos(1e-4);
        CheckReport report = DerivativeCheck.of(SPHERE, Spaces.scalar(), x -> Math.log(z - x[2]))
                .at(new double[] {Math.sin(1.01e-4), 0, Math.cos(1.01e-4)})
                .gradient(x -> new double[] {0, 0, -1 / (z - x[2])})
                .accuracy(1e-4)
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void gradientIsPairedInTheMetricAtThePoint() {
        DerivativeCheck<Double, Double> check = DerivativeCheck.of(new PositiveNumbers(), Spaces.scalar(), Math::log)
                .at(3.0);

        assertThat(check.gradient(x -> x).run().isConfirmed()).isTrue();
        assertThat(check.gradient(x -> 1 / x).run().isRefuted()).isTrue();
    }

    @Test
    void pointOffTheManifoldIsRefused() {
        assertThatExceptionOfType(OffManifoldException.class)
                .isThrownBy(() -> rayleigh(SPHERE)
                        .at(new double[] {3, 0, 4})
                        .gradient(x -> x)
                        .run())
                .withMessage("the point is not among unit vectors of length 3: its length is 5.0")
                .satisfies(e -> assertThat(e.size()).isEqualTo(4));
    }

    @Test
    void pointThatMissesTheManifoldByALittleIsPutOnIt() {
        double[] x = {2.0 / 7 * (1 + 5e-11), -3.0 / 7 * (1 + 5e-11), 6.0 / 7 * (1 + 5e-11)};
        CheckReport report = DerivativeCheck.of(SPHERE, Spaces.scalar(), (double[] y) -> Math.exp(y[0] - y[2]))
                .at(x)
                .gradient(y -> {
                    double f = Math.exp(y[0] - y[2]);
                    return new double[] {f, 0, -f};
                })
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        assertThat(dot(report.point(), report.point())).isEqualTo(1, org.assertj.core.api.Assertions.within(1e-15));
    }

    @Test
    void directionThatIsNotTangentIsRefused() {
        assertThatExceptionOfType(OffManifoldException.class)
                .isThrownBy(() -> rayleigh(SPHERE)
                        .at(new double[] {0, 0, 1})
                        .along(new double[] {1, 0, 0.5})
                        .gradient(x -> x)
                        .run())
                .withMessage("the direction is not tangent to unit vectors of length 3:"
                        + " the part normal to the tangent space is 0.500 of it");
    }

    @Test
    void tangentThatIsGivenDecidesAlone() {
        CheckReport report = rayleigh(SPHERE)
                .at(new double[] {0, 0, 1})
                .along(new double[] {1, 2, 0})
                .gradient(x -> times(A, x, 2))
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        double[] v = report.results().get(0).decisive().orElseThrow().direction();
        assertThat(v[2]).isZero();
        assertThat(v[1]).isEqualTo(2 * v[0]);
    }
}
