package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.gradcheck.check.GradientChecks.noise;
import static org.gradcheck.check.GradientChecks.times;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradcheck.function.ComplexVector;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A limit to the evaluations of f is kept, and a check that it cuts short says so. */
class BudgetTest {

    private static final int LARGEST = 60;

    /** A function with its derivative. */
    record Pair(String name, ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient, double... x) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** What a run used, by our own count, and what it reported. */
    record Run(int budget, int calls, CheckReport report) {}

    static Stream<Pair> pairs() {
        UnaryOperator<double[]> gradient = x -> new double[] {Math.exp(x[1]), x[0] * Math.exp(x[1])};
        return Stream.of(
                new Pair("smooth", x -> x[0] * Math.exp(x[1]), gradient, 1.5, -0.5),
                new Pair("noisy", x -> x[0] * Math.exp(x[1]) + 1e-8 * noise(x), gradient, 1.5, -0.5),
                new Pair(
                        "fast",
                        x -> Math.sin(300 * x[0]) + x[1],
                        x -> new double[] {300 * Math.cos(300 * x[0]), 1},
                        1,
                        0.3),
                new Pair("linear", x -> 3 * x[0] + x[1], x -> new double[] {3, 1}, 1, 0.3));
    }

    private static Stream<Run> runs(Pair pair, double factor) {
        return IntStream.iterate(CheckSettings.SMALLEST_BUDGET, budget -> budget <= LARGEST, budget -> budget + 3)
                .boxed()
                .flatMap(budget -> Stream.of(1L, 2L).map(seed -> run(pair, factor, budget, seed)));
    }

    private static Run run(Pair pair, double factor, int budget, long seed) {
        AtomicInteger calls = new AtomicInteger();
        CheckReport report = DerivativeCheck.ofScalar(x -> {
                    calls.incrementAndGet();
                    return pair.f().applyAsDouble(x);
                })
                .at(pair.x())
                .gradient(times(factor, pair.gradient()))
                .seed(seed)
                .budget(budget)
                .run();
        return new Run(budget, calls.get(), report);
    }

    private static boolean isOutOfBudget(CheckReport report) {
        return report.verdict() instanceof Verdict.Inconclusive inconclusive
                && inconclusive.reason() == InconclusiveReason.BUDGET;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void noMoreEvaluationsThanAllowedAndAllAreReported(Pair pair) {
        for (double factor : new double[] {1, 2}) {
            assertThat(runs(pair, factor)).allSatisfy(run -> {
                assertThat(run.calls()).isLessThanOrEqualTo(run.budget());
                assertThat(run.report().evaluations()).isEqualTo(run.calls());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void rightDerivativeIsConfirmedOrTheBudgetIsTooSmall(Pair pair) {
        assertThat(runs(pair, 1))
                .allSatisfy(run -> assertThat(run.report().isConfirmed() || isOutOfBudget(run.report()))
                        .as(run.report().toString())
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void wrongDerivativeIsRefutedOrTheBudgetIsTooSmall(Pair pair) {
        assertThat(runs(pair, 2))
                .allSatisfy(run -> assertThat(run.report().isRefuted() || isOutOfBudget(run.report()))
                        .as(run.report().toString())
                        .isTrue())
                .anySatisfy(run -> assertThat(run.report().isRefuted()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void textSaysHowManyOfHowManyWereUsed(Pair pair) {
        Run run = run(pair, 2, 20, 1);

        assertThat(run.report().verdict())
                .isEqualTo(new Verdict.Inconclusive(
                        InconclusiveReason.BUDGET,
                        "budget of evaluations used up: " + run.calls()
                                + " of 20 evaluations of f were used; allow more evaluations"));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 18, 20, 24, 28, 30, 34, 60})
    void complexEvaluationsCountToo(int budget) {
        AtomicInteger calls = new AtomicInteger();
        CheckReport report = DerivativeCheck.ofScalar(x -> {
                    calls.incrementAndGet();
                    return Math.exp(x[0]);
                })
                .at(new double[] {0.7})
                .gradient(x -> new double[] {Math.exp(x[0])})
                .complexStep(z -> {
                    calls.incrementAndGet();
                    double r = Math.exp(z.real()[0]);
                    return new ComplexVector(
                            new double[] {r * Math.cos(z.imaginary()[0])},
                            new double[] {r * Math.sin(z.imaginary()[0])});
                })
                .budget(budget)
                .run();

        assertThat(calls.get()).isLessThanOrEqualTo(budget);
        assertThat(report.evaluations()).isEqualTo(calls.get());
        assertThat(report.isConfirmed() || isOutOfBudget(report))
                .as(report.toString())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 15})
    void budgetThatAllowsNoCheckIsRefused(int budget) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckSettings.defaults().withBudget(budget))
                .withMessage("a budget must allow at least 16 evaluations of f, got " + budget);
    }
}
