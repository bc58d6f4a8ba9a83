package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.gradcheck.function.ComplexVector;
import org.gradcheck.report.CheckReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tails of activations and the like, where f as computed is a staircase on which each stair has a slope of its own, and few
 * stairs are within reach of a step.
 */
class SaturatedTailTest {

    private static final double GELU = 0.7978845608028654;
    private static final int POINTS = 150;

    /** A function with its derivative, computed without cancellation, a point before its tail, and where that is. */
    record Tail(
            String name, DoubleUnaryOperator f, DoubleUnaryOperator derivative, double before, double from, double to) {

        CheckReport check(double x, double factor, long seed) {
            return GradientChecks.check(
                    p -> f.applyAsDouble(p[0]),
                    p -> new double[] {factor * derivative.applyAsDouble(p[0])},
                    new double[] {x},
                    seed);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double geluSlope(double x) {
        double s = sigmoid(2 * GELU * (x + 0.044715 * x * x * x));
        return s + 2 * x * s * (1 - s) * GELU * (1 + 0.134145 * x * x);
    }

    private static double mishSlope(double x) {
        double t = Math.tanh(Math.log1p(Math.exp(x)));
        return t + x * (1 - t * t) * sigmoid(x);
    }

    static Stream<Tail> tails() {
        return Stream.of(
                new Tail(
                        "GELU by tanh",
                        x -> x * (1 + Math.tanh(GELU * (x + 0.044715 * x * x * x))) / 2,
                        SaturatedTailTest::geluSlope,
                        -4.5,
                        -7.3,
                        -6),
                new Tail(
                        "mish",
                        x -> x * Math.tanh(Math.log(1 + Math.exp(x))),
                        SaturatedTailTest::mishSlope,
                        -15,
                        -36.5,
                        -30),
                new Tail("1 + tanh", x -> 1 + Math.tanh(x), x -> 1 / (Math.cosh(x) * Math.cosh(x)), -8, -18.3, -15),
                new Tail("softplus", x -> Math.log(1 + Math.exp(x)), SaturatedTailTest::sigmoid, -20, -36.5, -30),
                new Tail("1 − σ", x -> 1 - sigmoid(x), x -> -sigmoid(x) * sigmoid(-x), 20, 30, 36.5),
                new Tail(
                        "a hyperbola less its asymptote",
                        x -> Math.sqrt(x * x + 1) - x,
                        x -> -1 / (Math.sqrt(x * x + 1) * (x + Math.sqrt(x * x + 1))),
                        1e3,
                        1e5,
                        4e7));
    }

    @ParameterizedTest
    @MethodSource("tails")
    void rightDerivativeIsNotRefuted(Tail tail) {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < POINTS; i++) {
            double x = random.nextDouble(tail.from(), tail.to());
            CheckReport report = tail.check(x, 1, i);

            assertThat(report.isRefuted()).as(report.toString()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("tails")
    void wrongSignIsRefutedBeforeTheTail(Tail tail) {
        for (int seed = 1; seed <= 20; seed++) {
            CheckReport report = tail.check(tail.before(), -1, seed);

            assertThat(report.isRefuted()).as(report.toString()).isTrue();
        }
    }

    /** z₁ of softmax(x/t) in the complex plane, for a temperature so small that it is one but for its last places. */
    private static ComplexVector softmaxOfTemperature(ComplexVector t) {
        double[] x = {0.95, -0.21, 0.12};
        double re = t.real()[0];
        double im = t.imaginary()[0];
        double size = re * re + im * im;
        double sumRe = 0;
        double sumIm = 0;
        double[] eRe = new double[3];
        double[] eIm = new double[3];
        for (int i = 0; i < 3; i++) {
            double a = x[i] * re / size;
            double b = -x[i] * im / size;
            eRe[i] = Math.exp(a) * Math.cos(b);
            eIm[i] = Math.exp(a) * Math.sin(b);
            sumRe += eRe[i];
            sumIm += eIm[i];
        }
        double d = sumRe * sumRe + sumIm * sumIm;
        return new ComplexVector(
                new double[] {(eRe[0] * sumRe + eIm[0] * sumIm) / d},
                new double[] {(eIm[0] * sumRe - eRe[0] * sumIm) / d});
    }

    private static double slopeOfSoftmax(double t) {
        double a = Math.exp((-0.21 - 0.95) / t);
        double b = Math.exp((0.12 - 0.95) / t);
        double p = 1 / (1 + a + b);
        return p * p * (a * (-0.21 - 0.95) + b * (0.12 - 0.95)) / (t * t);
    }

    @Test
    void complexStepDoesNotRefuteByDigitsThatWereLostInside() {
        SplittableRandom random = new SplittableRandom(13);
        for (int i = 0; i < POINTS; i++) {
            double t = random.nextDouble(0.0235, 0.035);
            CheckReport report = DerivativeCheck.ofScalar(
                            (double[] p) -> softmaxOfTemperature(new ComplexVector(p, new double[1]))
                                    .real()[0])
                    .at(new double[] {t})
                    .gradient(p -> new double[] {slopeOfSoftmax(p[0])})
                    .complexStep(SaturatedTailTest::softmaxOfTemperature)
                    .seed(i)
                    .run();

            assertThat(report.isRefuted()).as(report.toString()).isFalse();
        }
    }
}
