package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.api.Test;

/** Pushforwards, pullbacks and Jacobians that fail, at once or later, and functions that fail the second time. */
class DerivativeFaultTest {

    private static final DerivativeCheck<double[], double[]> CHECK =
            DerivativeCheck.ofVector(x -> new double[] {x[0] * x[1], x[0]}).at(new double[] {1, 2});

    private static double[] jvp(double[] x, double[] v) {
        return new double[] {x[1] * v[0] + x[0] * v[1], v[0]};
    }

    private static double[] vjp(double[] x, double[] w) {
        return new double[] {x[1] * w[0] + w[1], x[0] * w[0]};
    }

    private static void assertRefuted(CheckReport report, RefutationReason reason) {
        assertThat(report.verdict())
                .as(report.toString())
                .isInstanceOfSatisfying(
                        Verdict.Refuted.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(reason));
    }

    @Test
    @SuppressWarnings("NullAway") // the point of the test
    void pushforwardThatReturnsNonsenseIsRefuted() {
        assertRefuted(CHECK.jvp((x, v) -> new double[] {Double.NaN, v[0]}).run(), RefutationReason.NOT_FINITE);
        assertRefuted(CHECK.jvp((x, v) -> null).run(), RefutationReason.NOT_FINITE);
        assertRefuted(CHECK.jvp((x, v) -> new double[1]).run(), RefutationReason.WRONG_SHAPE);
        assertRefuted(
                CHECK.jvp((x, v) -> {
                            throw new IllegalStateException();
                        })
                        .run(),
                RefutationReason.THREW);
    }

    @Test
    void failingFormDoesNotSpoilTheOther() {
        CheckReport report = CHECK.jvp((x, v) -> new double[] {Double.NaN, v[0]})
                .vjp(DerivativeFaultTest::vjp)
                .run();

        assertThat(report.results())
                .extracting(result -> result.name() + " " + result.verdict().label())
                .as("the jvp's row says it once")
                .containsExactly("jvp refuted", "vjp confirmed", "linearity of vjp confirmed");
    }

    @Test
    void pushforwardThatFailsWhenAskedAgainIsRefuted() {
        AtomicInteger calls = new AtomicInteger();

        assertRefuted(
                CHECK.jvp((x, v) -> {
                            if (calls.incrementAndGet() > 2) {
                                throw new IllegalStateException("closed");
                            }
                            return jvp(x, v);
                        })
                        .run(),
                RefutationReason.THREW);
    }

    @Test
    void pushforwardWithAnotherAnswerEachTimeIsInconclusive() {
        AtomicInteger calls = new AtomicInteger();

        CheckReport report = CHECK.jvp((x, v) -> GradientChecks.times(calls.incrementAndGet(), jvp(x, v)))
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isFalse();
    }

    @Test
    void changedTangentOrCotangentIsInconclusive() {
        BiFunction<double[], double[], double[]> changingJvp = (x, v) -> {
            double[] y = jvp(x, v);
            v[0] = 0;
            return y;
        };
        BiFunction<double[], double[], double[]> changingVjp = (x, w) -> {
            double[] g = vjp(x, w);
            w[0] = 0;
            return g;
        };

        for (CheckReport report : new CheckReport[] {
            CHECK.jvp(changingJvp).run(), CHECK.vjp(changingVjp).run()
        }) {
            GradientChecks.assertInconclusive(report, InconclusiveReason.MUTATED_INPUT);
        }
    }

    @Test
    void jacobianThatChangesThePointIsInconclusive() {
        GradientChecks.assertInconclusive(
                CHECK.jacobianRows(x -> {
                            double[][] rows = {{x[1], x[0]}, {1, 0}};
                            x[0] = 5;
                            return rows;
                        })
                        .run(),
                InconclusiveReason.MUTATED_INPUT);
    }

    @Test
    void jacobianOfAnyOtherShapeIsRefuted() {
        assertRefuted(CHECK.jacobianRows(x -> new double[3][2]).run(), RefutationReason.WRONG_SHAPE);
        assertRefuted(CHECK.jacobianRows(x -> new double[][] {{1, 0}, {0}}).run(), RefutationReason.THREW);
        assertRefuted(
                CHECK.jacobianRows(x -> new double[][] {{1, 0}, {0, Double.NaN}})
                        .run(),
                RefutationReason.NOT_FINITE);
    }

    @Test
    @SuppressWarnings("NullAway") // the point of the test
    void nullJacobianIsRefuted() {
        assertRefuted(CHECK.jacobian(x -> null).run(), RefutationReason.NOT_FINITE);
    }

    @Test
    void buffersThatAreUsedAgainDoNoHarm() {
        double[] buffer = new double[2];
        DMatrixRMaj larger = new DMatrixRMaj(4, 4);

        CheckReport report = CHECK.jvp((x, v) -> {
                    System.arraycopy(jvp(x, v), 0, buffer, 0, 2);
                    return buffer;
                })
                .vjp(DerivativeFaultTest::vjp)
                .jacobian(x -> {
                    larger.reshape(2, 2);
                    larger.setTo(new DMatrixRMaj(new double[][] {{x[1], x[0]}, {1, 0}}));
                    return larger;
                })
                .run();

        assertThat(report.results())
                .extracting(CheckResult::verdict)
                .allSatisfy(verdict -> assertThat(verdict).isInstanceOf(Verdict.Confirmed.class));
    }

    @Test
    void functionThatFailsTheSecondTimeIsInconclusive() {
        AtomicInteger calls = new AtomicInteger();

        GradientChecks.assertInconclusive(
                DerivativeCheck.ofScalar(x -> calls.incrementAndGet() == 2 ? Double.NaN : x[0])
                        .at(new double[] {1})
                        .gradient(x -> new double[] {1})
                        .run(),
                InconclusiveReason.FUNCTION_FAILED);
    }

    @Test
    void assertionErrorOfTheFunctionIsOneOfItsFailures() {
        GradientChecks.assertInconclusive(
                DerivativeCheck.ofScalar(x -> {
                            throw new AssertionError("x must be positive");
                        })
                        .at(new double[] {1})
                        .gradient(x -> new double[] {1})
                        .run(),
                InconclusiveReason.FUNCTION_FAILED);
    }

    @Test
    void wrongUseIsThrownUnderALimitOfTimeToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        CHECK.gradient(x -> x).timeout(Duration.ofMinutes(1)).run())
                .withMessageStartingWith("only a scalar function has a gradient, and f has 2 outputs");
    }

    @Test
    void exhaustedMemoryIsNobodysVerdict() {
        DerivativeCheck<double[], Double> check = DerivativeCheck.ofScalar(x -> {
                    throw new OutOfMemoryError();
                })
                .at(new double[] {1})
                .gradient(x -> x);

        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(check::run);
        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> check.timeout(Duration.ofMinutes(1)).run());
    }

    @Test
    void complexProgramThatThrowsIsLeftAside() {
        CheckReport report = DerivativeCheck.ofScalar(x -> Math.exp(x[0]))
                .at(new double[] {1})
                .gradient(x -> new double[] {Math.exp(x[0])})
                .complexStep(z -> {
                    throw new UnsupportedOperationException();
                })
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }
}
