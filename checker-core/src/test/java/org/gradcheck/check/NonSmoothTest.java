package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradcheck.check.GradientChecks.assertConfirmed;
import static org.gradcheck.check.GradientChecks.assertInconclusive;
import static org.gradcheck.check.GradientChecks.assertNeverConfirmed;
import static org.gradcheck.check.GradientChecks.assertRefuted;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.InconclusiveReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Points where f has no derivative: nothing is ever confirmed there. */
class NonSmoothTest {

    /** A function of one variable with different derivatives from the left and from the right of a point. */
    record OneKink(String name, DoubleUnaryOperator f, double x, double left, double right) {
        ToDoubleFunction<double[]> function() {
            return p -> f.applyAsDouble(p[0]);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<OneKink> kinks() {
        return Stream.of(
                new OneKink("|x|", Math::abs, 0, -1, 1),
                new OneKink("relu", x -> Math.max(0, x), 0, 0, 1),
                new OneKink("leaky relu", x -> x > 0 ? x : 0.01 * x, 0, 0.01, 1),
                new OneKink("lower edge of a clamp", x -> clamp(x + 1), -1, 0, 1),
                new OneKink("upper edge of a clamp", x -> clamp(x), 1, 1, 0),
                new OneKink("steeper on the right", x -> x > 0 ? 3 * x : -x, 0, -1, 3),
                new OneKink("relu on a parabola", x -> Math.max(0, x - 3) + x * x, 3, 6, 7),
                new OneKink("larger of two functions", x -> Math.max(x * x, 2 - x), 1, -1, 2),
                new OneKink("smaller of two functions", x -> Math.min(Math.exp(x), 1 - 2 * x), 0, 1, -2),
                new OneKink("curved on both sides", x -> Math.abs(x) * Math.exp(3 * x) + Math.sin(5 * x), 0, 4, 6),
                new OneKink("a thousandth", x -> x + 1e-3 * Math.abs(x), 0, 0.999, 1.001));
    }

    private static double clamp(double x) {
        return Math.max(0, Math.min(1, x));
    }

    @ParameterizedTest
    @MethodSource("kinks")
    void valueOfOrBetweenTheOneSidedDerivativesIsInconclusive(OneKink kink) {
        for (double value : new double[] {kink.left(), (kink.left() + kink.right()) / 2, kink.right()}) {
            assertInconclusive(InconclusiveReason.NONSMOOTH, kink.function(), x -> new double[] {value}, kink.x());
        }
    }

    @ParameterizedTest
    @MethodSource("kinks")
    void valueOutsideOfTheOneSidedDerivativesIsRefuted(OneKink kink) {
        double low = Math.min(kink.left(), kink.right());
        double high = Math.max(kink.left(), kink.right());
        double size = high - low;

        assertRefuted(kink.function(), x -> new double[] {high + size / 2}, kink.x());
        assertRefuted(kink.function(), x -> new double[] {low - size / 2}, kink.x());
    }

    @Test
    void bothOneSidedDerivativesAreNamed() {
        assertThat(along(Math::abs, 0.5).verdict().text())
                .isEqualTo("kink at the point: the derivative is -1 from the left and 1 from the right; "
                        + "check at a point beside the kink");
        assertThat(along(x -> x > 0 ? 3 * x : -x, 4).verdict().text())
                .isEqualTo("lies outside the one-sided derivatives: the derivative is -1 from the left and 3 from the "
                        + "right, the supplied value is 4");
    }

    private static CheckReport along(DoubleUnaryOperator f, double derivative) {
        return DerivativeCheck.ofScalar(x -> f.applyAsDouble(x[0]))
                .at(new double[1])
                .along(new double[] {1})
                .gradient(x -> new double[] {derivative})
                .run();
    }

    /** A function of several variables at a kink, with gradients of its pieces or between them. */
    record ManyKinks(String name, ToDoubleFunction<double[]> f, double[] x, List<double[]> gradients) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<ManyKinks> kinksInSeveralDimensions() {
        double[] mixed = IntStream.range(0, 50)
                .mapToDouble(i -> i % 10 == 0 ? 0 : i - 24.5)
                .toArray();
        return Stream.of(
                new ManyKinks(
                        "norm at 0", x -> Math.hypot(x[0], x[1]), new double[2], List.of(new double[2], new double[] {
                            0.3, 0
                        })),
                new ManyKinks(
                        "sum of moduli at 0", NonSmoothTest::sumOfModuli, new double[2], List.of(new double[] {1, -1})),
                new ManyKinks(
                        "sum of moduli on an axis",
                        NonSmoothTest::sumOfModuli,
                        new double[] {0, 1.3},
                        List.of(new double[] {0, 1}, new double[] {1, 1})),
                new ManyKinks(
                        "sum of fifty moduli, five of them 0",
                        NonSmoothTest::sumOfModuli,
                        mixed,
                        List.of(Arrays.stream(mixed).map(Math::signum).toArray())),
                new ManyKinks(
                        "larger of two at a tie",
                        x -> Math.max(Math.sin(x[0]), Math.sin(x[1])),
                        new double[] {1, 1},
                        List.of(new double[] {Math.cos(1), 0}, new double[] {0, Math.cos(1)}, new double[] {
                            Math.cos(1) / 2, Math.cos(1) / 2
                        })),
                new ManyKinks(
                        "largest modulus at a tie",
                        x -> Math.max(Math.abs(x[0]), Math.abs(x[1])),
                        new double[] {2, -2},
                        List.of(new double[] {1, 0}, new double[] {0, -1})),
                new ManyKinks(
                        "shortest of three ways, two of them as long",
                        NonSmoothTest::shortestWay,
                        new double[] {1, 3, 2},
                        List.of(new double[] {1, 0, 0}, new double[] {0, 1, 0})),
                new ManyKinks(
                        "relu of a sum",
                        x -> Math.max(0, x[0] + x[1] - x[2]),
                        new double[] {1, 1, 2},
                        List.of(new double[3], new double[] {1, 1, -1})),
                new ManyKinks(
                        "largest eigenvalue where two are equal",
                        x -> (x[0] + x[2]) / 2 + Math.hypot((x[0] - x[2]) / 2, x[1]),
                        new double[] {1, 0, 1},
                        List.of(new double[] {0.5, 0, 0.5}, new double[] {1, 0, 0})));
    }

    private static double sumOfModuli(double[] x) {
        return Arrays.stream(x).map(Math::abs).sum();
    }

    private static double shortestWay(double[] x) {
        return Math.min(Math.min(x[0] + 3, x[1] + 1), x[2] + 2);
    }

    @ParameterizedTest
    @MethodSource("kinksInSeveralDimensions")
    void gradientOfOnePieceIsNeverConfirmed(ManyKinks kink) {
        for (double[] gradient : kink.gradients()) {
            assertNeverConfirmed(kink.f(), x -> gradient, kink.x());
        }
    }

    @Test
    void gradientOfNoPieceIsRefuted() {
        assertRefuted(NonSmoothTest::sumOfModuli, x -> new double[] {0, -1}, 0, 1.3);
        assertRefuted(x -> Math.max(0, x[0] + x[1] - x[2]), x -> new double[] {2, 2, -2}, 1, 1, 2);
    }

    @Test
    void besideTheKinkThereIsADerivative() {
        assertConfirmed(NonSmoothTest::shortestWay, x -> new double[] {0, 0, 1}, 1, 5, 1);
        for (double distance : new double[] {1e-2, 1e-4, 5e-6, 1e-7}) {
            assertConfirmed(x -> Math.abs(x[0] - 1 - distance), x -> new double[] {-1}, 1);
            assertRefuted(x -> Math.abs(x[0] - 1 - distance), x -> new double[] {1}, 1);
        }
    }

    @Test
    void piecesThatMeetWithOneSlopeMakeNoKink() {
        ToDoubleFunction<double[]> huber = x -> Math.abs(x[0]) <= 1 ? x[0] * x[0] / 2 : Math.abs(x[0]) - 0.5;

        assertConfirmed(huber, x -> new double[] {1}, 1);
        assertRefuted(huber, x -> new double[] {1.01}, 1);
        assertConfirmed(x -> x[0] * Math.abs(x[0]), x -> new double[1], 0);
        assertConfirmed(x -> Math.pow(Math.abs(x[0]), 1.5), x -> new double[1], 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 1, 1e6})
    void infiniteSlopeHasNoDerivative(double value) {
        assertInconclusive(InconclusiveReason.NOT_CONVERGING, x -> Math.cbrt(x[0]), x -> new double[] {value}, 0);
        assertInconclusive(InconclusiveReason.NOT_CONVERGING, x -> Math.sqrt(x[0]), x -> new double[] {value}, 0);
        assertNeverConfirmed(x -> Math.sqrt(Math.abs(x[0])), x -> new double[] {value}, 0);
        assertNeverConfirmed(x -> x[0] == 0 ? 0 : x[0] * Math.log(Math.abs(x[0])), x -> new double[] {value}, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 4, 1e6})
    void stepHasNoDerivative(double value) {
        assertNeverConfirmed(x -> x[0] >= 0 ? 1 : 0, x -> new double[] {value}, 0);
        assertNeverConfirmed(x -> Math.signum(x[0]), x -> new double[] {value}, 0);
        assertNeverConfirmed(x -> Math.floor(x[0]), x -> new double[] {value}, 2);
        assertNeverConfirmed(x -> (x[0] >= 2 ? 1 : 0) + x[0] * x[0], x -> new double[] {value}, 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1})
    void oscillationHasNoDerivative(double value) {
        assertNeverConfirmed(x -> x[0] == 0 ? 0 : x[0] * Math.sin(1 / x[0]), x -> new double[] {value}, 0);
        assertNeverConfirmed(x -> x[0] == 0 ? 0 : Math.abs(x[0]) * Math.sin(1 / x[0]), x -> new double[] {value}, 0);
    }
}
