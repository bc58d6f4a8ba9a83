package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.api.Test;

/** Functions and derivatives that throw, return nonsense or change their arguments: each has a verdict of its own. */
class MisbehaviourTest {

    private static final double[] X = {1.5, -0.5};
    private static final ToDoubleFunction<double[]> PRODUCT = x -> x[0] * x[1];
    private static final UnaryOperator<double[]> GRADIENT = x -> new double[] {x[1], x[0]};

    @Test
    void functionThatThrowsAtThePointIsInconclusive() {
        assertInconclusive(
                check(x -> {
                    throw new IllegalStateException("not trained");
                }),
                InconclusiveReason.FUNCTION_FAILED,
                "f cannot be evaluated at the point: f threw IllegalStateException: not trained; "
                        + "mend f, or check at a point of its domain");
    }

    @Test
    void functionThatIsNanAtThePointIsInconclusive() {
        assertInconclusive(
                check(x -> Math.log(x[1])),
                InconclusiveReason.FUNCTION_FAILED,
                "f cannot be evaluated at the point: f returned NaN; mend f, or check at a point of its domain");
    }

    @Test
    void functionThatIsNanBesideThePointIsInconclusive() {
        assertReason(check(x -> x[0] == 1.5 ? 1 : Double.NaN), InconclusiveReason.DOMAIN);
    }

    @Test
    void derivativeThatReadsTheLastEvaluationOfTheFunctionIsInconclusive() {
        double[] last = X.clone();

        CheckReport report = DerivativeCheck.ofScalar(x -> {
                    System.arraycopy(x, 0, last, 0, 2);
                    return PRODUCT.applyAsDouble(x);
                })
                .at(X)
                .gradient(x -> GRADIENT.apply(last))
                .run();

        assertReason(report, InconclusiveReason.NOT_DETERMINISTIC);
        assertThat(report.toString()).contains("once f had been evaluated elsewhere");
    }

    @Test
    void functionThatChangesItsArgumentIsInconclusive() {
        assertReason(check(x -> x[0] *= x[1]), InconclusiveReason.MUTATED_INPUT);
        assertThat(X).containsExactly(1.5, -0.5);
    }

    @Test
    void functionWithTwoValuesAtOnePointIsInconclusive() {
        AtomicInteger calls = new AtomicInteger();

        assertInconclusive(
                check(x -> x[0] * x[1] + calls.incrementAndGet()),
                InconclusiveReason.NOT_DETERMINISTIC,
                "not deterministic: f returned 0.25 and then 1.25 for one argument; "
                        + "fix the random seed, or the state kept between calls");
    }

    @Test
    void gradientThatThrowsIsRefuted() {
        assertRefuted(
                x -> {
                    throw new UnsupportedOperationException("later");
                },
                RefutationReason.THREW,
                "threw an exception: the gradient threw UnsupportedOperationException: later");
    }

    @Test
    void gradientOfWrongLengthIsRefuted() {
        assertRefuted(
                x -> new double[3],
                RefutationReason.WRONG_SHAPE,
                "has the wrong shape: the gradient returned a value of the wrong shape: "
                        + "expected 2 coordinates, got 3");
    }

    @Test
    void nanGradientIsRefuted() {
        assertRefuted(
                x -> new double[] {x[1], Double.NaN},
                RefutationReason.NOT_FINITE,
                "is not finite: the gradient returned NaN at index 1");
    }

    @Test
    @SuppressWarnings("NullAway") // the point of the test
    void nullGradientIsRefuted() {
        assertRefuted(x -> null, RefutationReason.NOT_FINITE, "is not finite: the gradient returned null");
    }

    @Test
    void gradientThatChangesThePointIsInconclusive() {
        CheckReport report = DerivativeCheck.of(PRODUCT)
                .at(X)
                .gradient(x -> {
                    double[] g = {x[1], x[0]};
                    x[0] = 0;
                    return g;
                })
                .run();

        assertReason(report, InconclusiveReason.MUTATED_INPUT);
    }

    @Test
    void transposedJacobianIsRecognisedByItsShape() {
        CheckReport report = DerivativeCheck.ofVector(x -> new double[] {x[0], x[1], x[0] * x[1]})
                .at(X)
                .jacobianRows(x -> new double[][] {{1, 0, x[1]}, {0, 1, x[0]}})
                .run();

        assertThat(report.verdict().text())
                .isEqualTo("has the wrong shape: the jacobian returned a 2×3 Jacobian where 3×2 is expected "
                        + "(outputs × inputs); is it transposed?");
    }

    @Test
    void functionThatHangsIsInconclusiveWhenTheTimeIsUp() {
        CountDownLatch never = new CountDownLatch(1);
        CheckReport report = DerivativeCheck.ofScalar(x -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return 0;
                })
                .at(X)
                .gradient(GRADIENT)
                .timeout(Duration.ofMillis(50))
                .run();

        assertInconclusive(
                report,
                InconclusiveReason.TIMED_OUT,
                "out of time: the check was given up after 50 ms; "
                        + "allow more time, or find out where f or its derivative hangs");
    }

    @Test
    void limitOfTimeChangesNothingForAFunctionThatReturns() {
        DerivativeCheck<double[], Double> check =
                DerivativeCheck.of(PRODUCT).at(X).gradient(GRADIENT);

        assertThat(check.timeout(Duration.ofMinutes(5)).run())
                .hasToString(check.run().toString());
    }

    @Test
    void zeroDirectionIsInconclusive() {
        CheckReport report = DerivativeCheck.of(PRODUCT)
                .at(X)
                .along(new double[2])
                .gradient(GRADIENT)
                .run();

        assertReason(report, InconclusiveReason.ZERO_DIRECTION);
    }

    @Test
    void budgetIsKept() {
        for (int budget = 16; budget < 40; budget++) {
            AtomicInteger calls = new AtomicInteger();
            CheckReport report = DerivativeCheck.ofScalar(x -> {
                        calls.incrementAndGet();
                        return x[0] * Math.exp(x[1]);
                    })
                    .at(X)
                    .gradient(x -> new double[] {Math.exp(x[1]), x[0] * Math.exp(x[1])})
                    .budget(budget)
                    .run();

            assertThat(calls.get()).isLessThanOrEqualTo(budget).isEqualTo(report.evaluations());
        }
    }

    @Test
    void tooSmallABudgetForAWrongDerivativeIsInconclusive() {
        CheckReport report = DerivativeCheck.of(PRODUCT)
                .at(X)
                .gradient(x -> new double[] {x[1], -x[0]})
                .budget(16)
                .run();

        assertReason(report, InconclusiveReason.BUDGET);
    }

    @Test
    void gradientOfAVectorFunctionIsRefusedWithAHint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DerivativeCheck.ofVector(double[]::clone)
                        .at(X)
                        .gradient(GRADIENT)
                        .run())
                .withMessage("only a scalar function has a gradient, and f has 2 outputs: "
                        + "supply a jacobian, jvp or vjp");
    }

    @Test
    void checkWithoutPointOrDerivativeSaysWhatIsMissing() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> DerivativeCheck.of(PRODUCT).gradient(GRADIENT).run())
                .withMessage("a check needs a point: call at(x) before run()");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> DerivativeCheck.of(PRODUCT).at(X).run())
                .withMessage("a check needs a derivative: call gradient, jvp, vjp, jacobian, "
                        + "hessian, hessianVectorProduct or bilinear before run()");
    }

    private static CheckReport check(ToDoubleFunction<double[]> f) {
        return DerivativeCheck.of(f).at(X).gradient(GRADIENT).run();
    }

    private static void assertRefuted(UnaryOperator<double[]> gradient, RefutationReason reason, String text) {
        CheckReport report =
                DerivativeCheck.of(PRODUCT).at(X).gradient(gradient).run();

        assertThat(report.verdict()).isEqualTo(new Verdict.Refuted(reason, text));
    }

    private static void assertInconclusive(CheckReport report, InconclusiveReason reason, String text) {
        assertThat(report.verdict()).isEqualTo(new Verdict.Inconclusive(reason, text));
    }

    private static void assertReason(CheckReport report, InconclusiveReason reason) {
        assertThat(report.verdict())
                .as(report.toString())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class, v -> assertThat(v.reason()).isEqualTo(reason));
    }
}
