package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether f itself has a derivative at a point. */
class DifferentiabilityTest {

    private static final long[] SEEDS = {1, 2, 3, 4, 5};

    /** A scalar function at a point. */
    record AtPoint(String name, ToDoubleFunction<double[]> f, double... x) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static AtPoint line(String name, DoubleUnaryOperator f, double x) {
        return new AtPoint(name, p -> f.applyAsDouble(p[0]), x);
    }

    static Stream<AtPoint> smooth() {
        return Stream.of(
                line("sin", Math::sin, 0.5),
                line("x² at its minimum", x -> x * x, 0),
                line("x³ at zero", x -> x * x * x, 0),
                line("x|x| at zero", x -> x * Math.abs(x), 0),
                line("|x| to the power 3/2 at zero", x -> Math.pow(Math.abs(x), 1.5), 0),
                line("huber where it becomes linear", x -> Math.abs(x) <= 1 ? x * x / 2 : Math.abs(x) - 0.5, 1),
                line("relu beside its kink", x -> Math.max(0, x), 1e-3),
                line("a constant", x -> 3, 0.7),
                line("exp far out", Math::exp, 300),
                line("a large offset", x -> 1e6 + Math.sin(x), 0.5),
                line("smoothed modulus", x -> Math.sqrt(x * x + 1e-6), 0),
                line("x² sin(1/x) + x", x -> x == 0 ? 0 : x * x * Math.sin(1 / x) + x, 0.2),
                new AtPoint("a product", x -> x[0] * x[0] * x[1], 1, -2),
                new AtPoint("a norm away from zero", x -> Math.hypot(x[0], x[1]), 3, -4),
                new AtPoint("a norm squared at zero", x -> x[0] * x[0] + x[1] * x[1], 0, 0),
                new AtPoint("larger of two without a tie", x -> Math.max(x[0], x[1]), 1, 2),
                new AtPoint("coordinates of different sizes", x -> Math.exp(x[0] * 1e6) + x[1] * 1e-6, 1e-6, 1e6),
                new AtPoint("logarithm near the edge of its domain", x -> Math.log(x[0]) + x[1], 1e-9, 1),
                new AtPoint(
                        "log-sum-exp of fifty",
                        x -> Math.log(Arrays.stream(x).map(Math::exp).sum()),
                        IntStream.range(0, 50).mapToDouble(i -> Math.sin(i)).toArray()));
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void smoothFunctionsAreDifferentiable(AtPoint at) {
        for (long seed : SEEDS) {
            CheckReport report = check(at.f(), at.x(), seed);
            assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        }
    }

    static Stream<AtPoint> notDifferentiable() {
        return Stream.of(
                line("relu at zero", x -> Math.max(0, x), 0),
                line("|x| at zero", Math::abs, 0),
                line("a thousandth of a kink", x -> x + 1e-3 * Math.abs(x), 0),
                line("kink on a parabola", x -> Math.max(0, x - 3) + x * x, 3),
                line("a step", x -> x >= 0 ? 1 : 0, 0),
                line("a step on a parabola", x -> (x >= 2 ? 1 : 0) + x * x, 2),
                line("sign", Math::signum, 0),
                line("a point out of line", x -> x == 1 ? 5 : x, 1),
                line("cube root at zero", Math::cbrt, 0),
                line("root of the modulus at zero", x -> Math.sqrt(Math.abs(x)), 0),
                new AtPoint("norm at zero", x -> Math.hypot(x[0], x[1]), 0, 0),
                new AtPoint("norm of ten coordinates at zero", DifferentiabilityTest::norm, new double[10]),
                new AtPoint("sum of moduli on an axis", x -> Math.abs(x[0]) + Math.abs(x[1]), 0, 1.3),
                new AtPoint("larger of two at a tie", x -> Math.max(Math.sin(x[0]), Math.sin(x[1])), 1, 1),
                new AtPoint("sqrt |xy| at zero", x -> Math.sqrt(Math.abs(x[0] * x[1])), 0, 0),
                new AtPoint("cube root of x²y at zero", x -> Math.cbrt(x[0] * x[0] * x[1]), 0, 0),
                new AtPoint("x²y/(x²+y²) at zero", DifferentiabilityTest::homogeneous, 0, 0),
                new AtPoint("the same beside smooth terms", x -> Math.exp(x[0]) + 3 * x[1] + homogeneous(x), 0, 0),
                new AtPoint(
                        "larger eigenvalue where two are equal",
                        x -> (x[0] + x[2]) / 2 + Math.hypot((x[0] - x[2]) / 2, x[1]),
                        1,
                        0,
                        1));
    }

    private static double norm(double[] x) {
        return Math.sqrt(Arrays.stream(x).map(t -> t * t).sum());
    }

    /** Linear along every line through zero, and not additive. */
    private static double homogeneous(double[] x) {
        double square = x[0] * x[0] + x[1] * x[1];
        return square == 0 ? 0 : x[0] * x[0] * x[1] / square;
    }

    @ParameterizedTest
    @MethodSource("notDifferentiable")
    void functionsWithoutDerivativeAreRefuted(AtPoint at) {
        for (long seed : SEEDS) {
            CheckReport report = check(at.f(), at.x(), seed);
            assertThat(report.verdict())
                    .as(report.toString())
                    .isInstanceOfSatisfying(
                            Verdict.Refuted.class,
                            refuted -> assertThat(refuted.reason()).isEqualTo(RefutationReason.NOT_DIFFERENTIABLE));
        }
    }

    static Stream<AtPoint> undecided() {
        return Stream.of(
                line("noise of a tenth", x -> Math.sin(x) + 0.1 * noise(x), 0.5),
                line("square root at the edge", Math::sqrt, 0),
                line("x sin(1/x) at zero", x -> x == 0 ? 0 : x * Math.sin(1 / x), 0),
                line("x log |x| at zero", x -> x == 0 ? 0 : x * Math.log(Math.abs(x)), 0),
                line("one-sided power", x -> Math.pow(x, 1.5), 0),
                new AtPoint("noise in two variables", x -> x[0] * x[1] + noise(x[0] + 3 * x[1]), 1, 2));
    }

    /** Between −1 and 1, another number for every argument. */
    private static double noise(double x) {
        return new Random(Double.hashCode(x)).nextDouble() * 2 - 1;
    }

    @ParameterizedTest
    @MethodSource("undecided")
    void whatCannotBeToldIsSaid(AtPoint at) {
        for (long seed : SEEDS) {
            CheckReport report = check(at.f(), at.x(), seed);
            assertThat(report.isInconclusive()).as(report.toString()).isTrue();
        }
    }

    @Test
    void tinyNoiseIsDifferentiableToWhatItLeaves() {
        CheckReport report = check(x -> Math.sin(x[0]) + 1e-9 * noise(x[0]), new double[] {0.5}, 1);

        assertThat(report.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Confirmed.class,
                        confirmed -> assertThat(confirmed.resolution()).isBetween(1e-9, 1e-2));
    }

    @Test
    void stairsOfRoundingAreNotCalledJumps() {
        for (long seed : SEEDS) {
            CheckReport report = check(x -> Math.rint(1e6 * x[0]) / 1e6, new double[] {0.3333331}, seed);
            assertThat(report.isRefuted()).as(report.toString()).isFalse();
        }
    }

    @Test
    void eachOutputMustHaveADerivative() {
        UnaryOperator<double[]> second = x -> new double[] {x[0] * x[1], Math.abs(x[0])};
        UnaryOperator<double[]> many = x -> {
            double[] y = new double[20];
            Arrays.fill(y, x[0] * x[1]);
            y[13] = Math.max(x[0], 0);
            return y;
        };

        assertThat(DerivativeCheck.ofVector(second)
                        .at(new double[] {0, 1})
                        .differentiability()
                        .isRefuted())
                .isTrue();
        assertThat(DerivativeCheck.ofVector(second)
                        .at(new double[] {2, 1})
                        .differentiability()
                        .isConfirmed())
                .isTrue();
        assertThat(DerivativeCheck.ofVector(many)
                        .at(new double[] {0, 1})
                        .differentiability()
                        .isRefuted())
                .isTrue();
        assertThat(DerivativeCheck.ofVector(many)
                        .at(new double[] {2, 1})
                        .differentiability()
                        .isConfirmed())
                .isTrue();
    }

    @Test
    void textsNameWhatIsSeen() {
        assertThat(check(x -> Math.sin(x[0]), new double[] {0.5}, 1).verdict().text())
                .matches("f has a derivative along 2 directions, resolved to \\d\\.\\de-1\\d");
        assertThat(check(x -> x[0] * x[1], new double[] {0.5, 1}, 1).verdict().text())
                .matches("f has a derivative along 6 directions, and additive, resolved to \\d\\.\\de-1\\d");
        assertThat(check(x -> 1, new double[] {0.5}, 1).verdict().text())
                .isEqualTo("f does not change along 2 directions");
        assertThat(check(x -> x[0] >= 2 ? 1 : 0, new double[] {2}, 1).verdict().text())
                .isEqualTo("is not differentiable: along v f jumps by 1");
        assertThat(check(x -> Math.cbrt(x[0]), new double[] {0}, 1).verdict().text())
                .isEqualTo(
                        "is not differentiable: along v the slope of f is infinite: it grows as the step to the power"
                                + " of -0.67");
        assertThat(check(DifferentiabilityTest::homogeneous, new double[2], 1)
                        .verdict()
                        .text())
                .startsWith("is not differentiable: its derivatives along directions are not additive: f′(x)[u] + "
                        + "f′(x)[v] = ");
        assertThat(DerivativeCheck.ofScalar(x -> Math.abs(x[0]))
                        .at(new double[1])
                        .along(new double[] {1})
                        .differentiability()
                        .toString())
                .isEqualTo("""
                        differentiability: REFUTED, is not differentiable: along v the derivative is -1 from the left and 1 from the right
                          left       -1
                          right      1
                          direction  v = [1]
                          point        x = [0]
                          evaluations  24 of f
                          precision    double precision assumed of f, by the look of its values
                          seed         1
                        """);
    }

    @Test
    void oneDirectionDecidesAlone() {
        CheckReport smooth = DerivativeCheck.ofScalar(x -> Math.abs(x[0]) + x[1])
                .at(new double[] {0, 1})
                .along(new double[] {0, 1})
                .differentiability();

        assertThat(smooth.verdict().text()).startsWith("f has a derivative along the given direction, resolved to");
    }

    @Test
    void onAManifoldOnlyItsCurvesCount() {
        double[] pole = {0, 0, 1};
        ToDoubleFunction<double[]> f = x -> x[0] + 2 * x[1] * x[2];

        assertThat(DerivativeCheck.ofScalar(f)
                        .on(Manifolds.sphere(3))
                        .at(pole)
                        .differentiability()
                        .isConfirmed())
                .isTrue();
        assertThat(DerivativeCheck.<double[], Double>of(
                                Manifolds.sphere(3), Spaces.scalar(), x -> Math.hypot(x[0], x[1]))
                        .at(pole)
                        .differentiability()
                        .isRefuted())
                .isTrue();
    }

    @Test
    void aBudgetIsKept() {
        for (int budget = CheckSettings.SMALLEST_BUDGET; budget < 120; budget += 7) {
            CheckReport report = DerivativeCheck.ofScalar(x -> x[0] * x[1])
                    .at(new double[] {1, 2})
                    .budget(budget)
                    .differentiability();
            assertThat(report.evaluations()).isLessThanOrEqualTo(budget);
            if (!report.isConfirmed()) {
                assertThat(report.verdict())
                        .isInstanceOfSatisfying(
                                Verdict.Inconclusive.class,
                                i -> assertThat(i.reason()).isEqualTo(InconclusiveReason.BUDGET));
            }
        }
    }

    @Test
    void aFunctionThatFailsIsNotJudged() {
        assertThat(check(x -> Double.NaN, new double[] {1}, 1).results())
                .singleElement()
                .extracting(CheckResult::name, result -> ((Verdict.Inconclusive) result.verdict()).reason())
                .containsExactly("differentiability", InconclusiveReason.FUNCTION_FAILED);
        CheckReport late = DerivativeCheck.ofScalar(x -> {
                    try {
                        Thread.sleep(10_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return 1;
                })
                .at(new double[1])
                .timeout(Duration.ofMillis(20))
                .differentiability();
        assertThat(late.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        inconclusive -> assertThat(inconclusive.reason()).isEqualTo(InconclusiveReason.TIMED_OUT));
        assertThatIllegalStateException()
                .isThrownBy(() -> DerivativeCheck.ofScalar(x -> 1).differentiability());
    }

    @Test
    void sameSeedSameText() {
        double[] x = {1, -2};
        assertThat(check(p -> p[0] * p[1], x, 9).toString())
                .isEqualTo(check(p -> p[0] * p[1], x, 9).toString());
    }

    private static CheckReport check(ToDoubleFunction<double[]> f, double[] x, long seed) {
        return DerivativeCheck.ofScalar(f).at(x).seed(seed).differentiability();
    }
}
