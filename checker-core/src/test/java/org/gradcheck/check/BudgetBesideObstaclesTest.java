package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradcheck.check.GradientChecks.times;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Budgets where a check looks further than at steps around the point: for jumps of f, and for the edge of its domain. */
class BudgetBesideObstaclesTest {

    private static final int AMPLE = 400;

    /** A function with its derivative. */
    record Pair(String name, ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient, double... x) {
        @Override
        public String toString() {
            return name + " at " + Arrays.toString(x);
        }
    }

    /** What a run used, by our own count, and what it reported. */
    record Run(int budget, int calls, CheckReport report) {
        boolean isOutOfBudget() {
            return report.verdict() instanceof Verdict.Inconclusive inconclusive
                    && inconclusive.reason() == InconclusiveReason.BUDGET;
        }
    }

    static Stream<Pair> beside() {
        return DoubleStream.of(1e-2, 1e-3, 1e-4, 1e-6, 1e-8, 1e-9)
                .mapToObj(distance -> 1 + distance)
                .flatMap(x -> Stream.of(
                        new Pair(
                                "logarithm", z -> Math.log(z[0] - 1) + z[0], z -> new double[] {1 / (z[0] - 1) + 1}, x),
                        new Pair(
                                "square root",
                                z -> Math.sqrt(z[0] - 1) * z[0],
                                z -> new double[] {z[0] / (2 * Math.sqrt(z[0] - 1)) + Math.sqrt(z[0] - 1)},
                                x),
                        new Pair(
                                "logarithm of one of two",
                                z -> Math.log(z[0] - 1) * z[1],
                                z -> new double[] {z[1] / (z[0] - 1), Math.log(z[0] - 1)},
                                x,
                                0.7)));
    }

    /** Functions whose small discrepancies are looked into by a search for jumps, some of them in vain. */
    static Stream<Pair> searched() {
        return Stream.of(
                new Pair("exponential", z -> Math.exp(z[0]), z -> new double[] {Math.exp(z[0])}, 2.3),
                new Pair("teeth of a saw", z -> z[0] + 1e-3 * (z[0] % 1e-3), z -> new double[] {1}, 2.3),
                newton(1e-3),
                newton(1e-4));
    }

    /** y√x by Newton's iteration, stopped when two iterates agree to a tolerance. */
    private static Pair newton(double tolerance) {
        return new Pair(
                "Newton's iteration stopped at " + tolerance,
                z -> {
                    double y = 1.5;
                    double change = 1;
                    while (change > tolerance) {
                        double next = (y + z[0] / y) / 2;
                        change = Math.abs(next - y);
                        y = next;
                    }
                    return y * z[1];
                },
                z -> new double[] {z[1] / (2 * Math.sqrt(z[0])), Math.sqrt(z[0])},
                2.3,
                0.7);
    }

    private static Stream<Run> runs(Pair pair, double factor, int from, int to, IntUnaryOperator next) {
        return IntStream.iterate(from, budget -> budget <= to, next)
                .boxed()
                .flatMap(budget -> Stream.of(1L, 2L, 3L).map(seed -> run(pair, factor, budget, seed)));
    }

    private static Stream<Run> tight(Pair pair, double factor) {
        return runs(pair, factor, 29, 49, budget -> budget + 1);
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

    private static void assertWithinBudget(Run run) {
        assertThat(run.calls()).as("of %d", run.budget()).isLessThanOrEqualTo(run.budget());
        assertThat(run.report().evaluations()).isEqualTo(run.calls());
    }

    @ParameterizedTest
    @MethodSource("beside")
    void besideTheEdgeARightDerivativeIsConfirmedOrTheBudgetIsTooSmall(Pair pair) {
        assertThat(tight(pair, 1)).allSatisfy(run -> {
            assertWithinBudget(run);
            assertThat(run.report().isConfirmed() || run.isOutOfBudget())
                    .as("%d: %s", run.budget(), run.report())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("beside")
    void besideTheEdgeAWrongDerivativeIsRefutedOrTheBudgetIsTooSmall(Pair pair) {
        for (double factor : new double[] {-1, 0, 1.0001, 1.01, 2}) {
            assertThat(tight(pair, factor)).allSatisfy(run -> {
                assertWithinBudget(run);
                assertThat(run.report().isRefuted() || run.isOutOfBudget())
                        .as("%d: %s", run.budget(), run.report())
                        .isTrue();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("beside")
    void besideTheEdgeAWrongDerivativeIsRefutedOnceTheBudgetAllows(Pair pair) {
        assertThat(run(pair, 1.01, AMPLE, 1).report().isRefuted()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("searched")
    void searchForJumpsStaysWithinTheBudget(Pair pair) {
        for (double error : new double[] {0, 1e-6, 1e-5, 1e-3}) {
            assertThat(runs(pair, 1 + error, CheckSettings.SMALLEST_BUDGET, AMPLE, budget -> budget + 7))
                    .allSatisfy(BudgetBesideObstaclesTest::assertWithinBudget);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-5, 1e-4, 1e-3})
    void discrepancyThatNoJumpExplainsIsRefutedHoweverMuchOfTheSearchIsAfforded(double error) {
        Pair exponential = searched().findFirst().orElseThrow();

        assertThat(runs(exponential, 1 + error, CheckSettings.SMALLEST_BUDGET, AMPLE, budget -> budget + 7))
                .allSatisfy(run -> assertThat(run.report().isRefuted() || run.isOutOfBudget())
                        .as("%d: %s", run.budget(), run.report())
                        .isTrue())
                .anySatisfy(run -> assertThat(run.report().isRefuted()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-4})
    void jumpsThatTheBudgetLetsBeFoundExplainADiscrepancy(double tolerance) {
        for (long seed = 1; seed <= 10; seed++) {
            CheckReport report = run(newton(tolerance), 1, AMPLE, seed).report();

            assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        }
    }
}
