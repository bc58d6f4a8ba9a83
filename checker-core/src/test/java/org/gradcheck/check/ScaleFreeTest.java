package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradcheck.check.GradientChecks.assertConfirmed;
import static org.gradcheck.check.GradientChecks.assertNeverConfirmed;
import static org.gradcheck.check.GradientChecks.assertRefuted;
import static org.gradcheck.check.GradientChecks.oneEntryTimes;
import static org.gradcheck.check.GradientChecks.times;

import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gradcheck.report.CheckReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts do not depend on the units of f or x, nor on how many of either there are. */
class ScaleFreeTest {

    private static final double[] X = {1.2, -0.7};
    private static final int OUTPUTS = 100_000;

    private static double f(double[] x) {
        return Math.sin(x[0]) * x[1] + x[0] * x[0];
    }

    private static double[] gradient(double[] x) {
        return new double[] {Math.cos(x[0]) * x[1] + 2 * x[0], Math.sin(x[0])};
    }

    /** A function with its derivative and a wrong one. */
    record Twins(
            String name,
            ToDoubleFunction<double[]> f,
            UnaryOperator<double[]> right,
            UnaryOperator<double[]> wrong,
            double... x) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Twins> twins() {
        UnaryOperator<double[]> g = ScaleFreeTest::gradient;
        return Stream.of(
                valuesTimes(1e12, 1 + 1e-6),
                valuesTimes(1e-12, 1 + 1e-6),
                valuesTimes(1e-13, -1),
                valuesTimes(1e150, 1 + 1e-6),
                valuesTimes(1e-300, 1 + 1e-6),
                valuesTimes(1, 1e6),
                valuesTimes(1, 1e-6),
                valuesTimes(1, 0.5),
                new Twins("f + 1e6", x -> f(x) + 1e6, g, times(1 + 1e-6, g), X),
                new Twins("f - 1e9", x -> f(x) - 1e9, g, times(1.01, g), X),
                pointTimes(1e6),
                pointTimes(1e-6),
                pointTimes(1e150),
                pointTimes(1e-300),
                new Twins(
                        "linear map of size 1e6",
                        x -> 3e6 * x[0] - 2e6 * x[1],
                        x -> new double[] {3e6, -2e6},
                        x -> new double[] {3e6, -2e6 * (1 + 1e-6)},
                        X),
                new Twins(
                        "one variable far from its origin",
                        x -> Math.pow(x[0] - 1e6, 2),
                        x -> new double[] {2 * (x[0] - 1e6)},
                        x -> new double[] {2 * (x[0] - 1e6) * (1 + 1e-3)},
                        1e6 + 1));
    }

    private static Twins valuesTimes(double c, double wrong) {
        return new Twins(
                c + " f, derivative times " + wrong,
                x -> c * f(x),
                times(c, ScaleFreeTest::gradient),
                times(c * wrong, ScaleFreeTest::gradient),
                X);
    }

    private static Twins pointTimes(double c) {
        UnaryOperator<double[]> gradient = x -> times(1 / c, gradient(times(1 / c, x)));
        return new Twins(c + " x", x -> f(times(1 / c, x)), gradient, times(1 + 1e-6, gradient), times(c, X));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void rightIsConfirmedAndItsWrongTwinRefuted(Twins twins) {
        assertConfirmed(twins.f(), twins.right(), twins.x());
        assertRefuted(twins.f(), twins.wrong(), twins.x());
    }

    @Test
    void valuesNearTheLargestDoubleAreConfirmedWhenRightOnly() {
        assertConfirmed(x -> 1e300 * f(x), times(1e300, ScaleFreeTest::gradient), X);
        assertNeverConfirmed(x -> 1e300 * f(x), times(-1e300, ScaleFreeTest::gradient), X);
    }

    /** Each coordinate in its own unit, from 1e-8 to 1e8. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void everyCoordinateCountsHoweverItIsScaled(int entry) {
        double[] units = {1e-8, 1e-4, 1, 1e4, 1e8};
        ToDoubleFunction<double[]> f = x -> {
            double sum = 0;
            for (int i = 0; i < units.length; i++) {
                sum += Math.sin(x[i] / units[i] * (i + 1) / 3);
            }
            return sum;
        };
        UnaryOperator<double[]> gradient = x -> {
            double[] g = new double[units.length];
            for (int i = 0; i < units.length; i++) {
                g[i] = Math.cos(x[i] / units[i] * (i + 1) / 3) * (i + 1) / (3 * units[i]);
            }
            return g;
        };

        assertConfirmed(f, gradient, units);
        assertRefuted(f, oneEntryTimes(entry, 1 + 1e-5, gradient), units);
        assertRefuted(f, oneEntryTimes(entry, 0, gradient), units);
        assertRefuted(f, oneEntryTimes(entry, 1e6, gradient), units);
    }

    /** (k·x₀ + c·x₁)³ in a hundred thousand outputs, with k and c of their own. */
    private static double[] manyOutputs(double[] x) {
        double[] y = new double[OUTPUTS];
        for (int i = 0; i < OUTPUTS; i++) {
            double inner = (1 + i % 7) * x[0] + x[1] * i / OUTPUTS;
            y[i] = inner * inner * inner;
        }
        return y;
    }

    private static double slope(double[] x, int i) {
        double inner = (1 + i % 7) * x[0] + x[1] * i / OUTPUTS;
        return 3 * inner * inner;
    }

    private static double[] jvp(double[] x, double[] v) {
        double[] y = new double[OUTPUTS];
        for (int i = 0; i < OUTPUTS; i++) {
            y[i] = slope(x, i) * ((1 + i % 7) * v[0] + v[1] * i / OUTPUTS);
        }
        return y;
    }

    private static double[] vjp(double[] x, double[] w) {
        double[] g = new double[2];
        for (int i = 0; i < OUTPUTS; i++) {
            g[0] += w[i] * slope(x, i) * (1 + i % 7);
            g[1] += w[i] * slope(x, i) * i / OUTPUTS;
        }
        return g;
    }

    private static CheckReport check(
            BiFunction<double[], double[], double[]> jvp, BiFunction<double[], double[], double[]> vjp) {
        return DerivativeCheck.of(ScaleFreeTest::manyOutputs)
                .at(new double[] {0.3, -1.2})
                .jvp(jvp)
                .vjp(vjp)
                .run();
    }

    @Test
    void manyOutputsDoNotLoosenTheVerdict() {
        CheckReport right = check(ScaleFreeTest::jvp, ScaleFreeTest::vjp);
        CheckReport wrong = check((x, v) -> times(1 + 1e-5, jvp(x, v)), (x, w) -> times(1 + 1e-5, vjp(x, w)));

        assertThat(right.isConfirmed()).as(right.toString()).isTrue();
        assertThat(wrong.results())
                .extracting(result -> result.name() + " " + result.verdict().label())
                .containsExactly(
                        "jvp refuted",
                        "vjp refuted",
                        "linearity of jvp confirmed",
                        "linearity of vjp confirmed",
                        "adjoint confirmed");
    }

    @Test
    void oneWrongOutputAmongManyIsFound() {
        CheckReport report = check(
                (x, v) -> {
                    double[] y = jvp(x, v);
                    y[4242] *= 1.01;
                    return y;
                },
                ScaleFreeTest::vjp);

        assertThat(report.results())
                .extracting(result -> result.name() + " " + result.verdict().label())
                .contains("jvp refuted", "vjp confirmed");
    }
}
