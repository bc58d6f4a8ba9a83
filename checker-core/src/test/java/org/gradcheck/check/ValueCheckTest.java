package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.derivative.Valued;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that return value and derivative together. */
class ValueCheckTest {

    private static final double[] X = {1.2, -0.7};

    private static final DerivativeCheck<double[], Double> SCALAR =
            DerivativeCheck.ofScalar(x -> x[0] * x[1] * x[1]).at(X);

    private static final DerivativeCheck<double[], double[]> VECTOR =
            DerivativeCheck.ofVector(x -> new double[] {x[0] * x[1], x[0]}).at(X);

    private static double[] gradient(double[] x) {
        return new double[] {x[1] * x[1], 2 * x[0] * x[1]};
    }

    private static Function<double[], Valued<Double, double[]>> withValueOff(double offset) {
        return x -> new Valued<>(x[0] * x[1] * x[1] + offset, gradient(x));
    }

    private static void assertRefuted(CheckReport report, RefutationReason reason) {
        assertThat(report.verdict())
                .as(report.toString())
                .isInstanceOfSatisfying(
                        Verdict.Refuted.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(reason));
    }

    @Test
    void valueAndDerivativeAreBothChecked() {
        CheckReport scalar = SCALAR.valueAndGradient(withValueOff(0)).run();
        CheckReport vector = VECTOR.valueAndJvp((x, v) ->
                        new Valued<>(new double[] {x[0] * x[1], x[0]}, new double[] {x[1] * v[0] + x[0] * v[1], v[0]}))
                .valueAndVjp((x, w) ->
                        new Valued<>(new double[] {x[0] * x[1], x[0]}, new double[] {x[1] * w[0] + w[1], x[0] * w[0]}))
                .valueAndJacobian(x -> new Valued<>(new double[] {x[0] * x[1], x[0]}, new DMatrixRMaj(new double[][] {
                    {x[1], x[0]}, {1, 0}
                })))
                .run();

        assertThat(scalar.isConfirmed()).as(scalar.toString()).isTrue();
        assertThat(scalar.results())
                .extracting(CheckResult::name)
                .containsExactly("gradient", "value of gradient call");
        assertThat(scalar.results().get(1).verdict().text()).isEqualTo("the value is f(x) exactly");
        assertThat(vector.isConfirmed()).as(vector.toString()).isTrue();
        assertThat(vector.results())
                .extracting(CheckResult::name)
                .containsExactly(
                        "jvp",
                        "vjp",
                        "jacobian",
                        "linearity of jvp",
                        "linearity of vjp",
                        "adjoint",
                        "jacobian against jvp",
                        "jacobian against vjp",
                        "value of jvp call",
                        "value of vjp call",
                        "value of jacobian call");
    }

    @Test
    void anotherValueIsRefutedThoughTheDerivativeIsRight() {
        CheckReport report = SCALAR.valueAndGradient(withValueOff(1e-3)).run();

        assertRefuted(report, RefutationReason.WRONG_VALUE);
        assertThat(report.results().get(0).verdict()).isInstanceOf(Verdict.Confirmed.class);
        assertThat(report.results().get(1).verdict().text())
                .isEqualTo("returns another value than f: the gradient call returned 0.589 where f has 0.588");
    }

    @Test
    void anotherEntryOfTheValueIsRefuted() {
        assertRefuted(
                VECTOR.valueAndJvp((x, v) -> new Valued<>(
                                new double[] {x[0] * x[1], x[1]}, new double[] {x[1] * v[0] + x[0] * v[1], v[0]}))
                        .run(),
                RefutationReason.WRONG_VALUE);
    }

    @Test
    void wrongDerivativeWithARightValueIsRefuted() {
        assertRefuted(
                SCALAR.valueAndGradient(x -> new Valued<>(x[0] * x[1] * x[1], new double[] {x[1], x[0]}))
                        .run(),
                RefutationReason.DISAGREEMENT);
    }

    @Test
    void smallDifferenceIsInconclusive() {
        GradientChecks.assertInconclusive(
                SCALAR.valueAndGradient(withValueOff(1e-9)).run(), InconclusiveReason.SMALL_DISCREPANCY);
    }

    /** x² − 2 at √2, and (x − √2)(x + √2): rounding of a zero, and another rounding. */
    @Test
    void valuesThatAreButRoundingAreNotCompared() {
        double root = Math.sqrt(2);
        CheckReport report = DerivativeCheck.ofScalar(x -> x[0] * x[0] - 2)
                .at(new double[] {root})
                .valueAndGradient(x -> new Valued<>((x[0] - root) * (x[0] + root), new double[] {2 * x[0]}))
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1e-8, 1e8, 1e200})
    void magnitudesDoNotMatter(double scale) {
        DerivativeCheck<double[], Double> check =
                DerivativeCheck.ofScalar(x -> scale * x[0] * x[1]).at(X);

        assertThat(check.valueAndGradient(x ->
                                new Valued<>(x[1] * scale * x[0], new double[] {scale * x[1], scale * x[0]}))
                        .run()
                        .isConfirmed())
                .isTrue();
        assertRefuted(
                check.valueAndGradient(x -> new Valued<>(
                                scale * x[0] * x[1] * (1 + 1e-5), new double[] {scale * x[1], scale * x[0]}))
                        .run(),
                RefutationReason.WRONG_VALUE);
    }

    @Test
    @SuppressWarnings("NullAway") // the point of the test
    void callThatFailsHasOneRow() {
        assertThat(SCALAR.valueAndGradient(x -> null).run().results())
                .extracting(result -> result.name() + ": " + result.verdict().text())
                .containsExactly("gradient: is not finite: the gradient returned null");
    }

    @Test
    void valueThatIsNotFiniteIsRefuted() {
        CheckReport report = SCALAR.valueAndGradient(x -> new Valued<>(Double.NaN, gradient(x)))
                .run();

        assertThat(report.results().get(1).verdict().text()).isEqualTo("is not finite: the gradient call returned NaN");
    }
}
