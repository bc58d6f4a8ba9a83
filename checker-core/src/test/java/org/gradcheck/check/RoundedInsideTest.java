package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gradcheck.report.CheckReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions whose rounding inside is far coarser than the last place of their value. */
class RoundedInsideTest {

    private static final int SEEDS = 10;

    /** A function at a point with the gradient of what was meant, computed without cancellation. */
    record Rounded(String name, ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient, double... x) {
        static Rounded ofOne(
                String name, DoubleUnaryOperator f, DoubleUnaryOperator derivative, double patch, double x) {
            return new Rounded(
                    name,
                    p -> Math.abs(p[0]) < 1e-8 ? patch : f.applyAsDouble(p[0]),
                    p -> new double[] {derivative.applyAsDouble(p[0])},
                    x);
        }

        CheckReport check(UnaryOperator<double[]> claimed, long seed) {
            return GradientChecks.check(f, claimed, x, seed);
        }

        @Override
        public String toString() {
            return name + " at " + Arrays.toString(x);
        }
    }

    static Stream<Rounded> losses() {
        List<Rounded> all = new ArrayList<>();
        for (double logit : new double[] {35, 35.9, 36.5, 37, 38.5, 40, 45}) {
            all.add(new Rounded(
                    "cross-entropy of a softmax",
                    z -> -Math.log(softmax(z)[0]),
                    RoundedInsideTest::crossEntropyGradient,
                    logit,
                    0.3,
                    -1.2));
            all.add(new Rounded(
                    "binary cross-entropy of a one",
                    z -> -Math.log(sigmoid(z[0])),
                    z -> new double[] {-sigmoid(-z[0])},
                    logit));
        }
        for (double logit : new double[] {36, 36.5, 37, 38.5, 40, 45}) {
            all.add(new Rounded(
                    "cross-entropy by log-sum-exp",
                    z -> logSumExp(z) - z[0],
                    RoundedInsideTest::crossEntropyGradient,
                    logit,
                    0.3,
                    -1.2));
        }
        // A few units of 1 are left under the logarithm, and none from 37 on: there f is infinite.
        for (double logit : new double[] {33, 34, 35, 37, 40}) {
            all.add(new Rounded(
                    "binary cross-entropy of a zero",
                    z -> -Math.log(1 - sigmoid(z[0])),
                    z -> new double[] {sigmoid(z[0])},
                    logit));
        }
        return all.stream();
    }

    static Stream<Rounded> cancelling() {
        List<Rounded> all = new ArrayList<>();
        for (double x : new double[] {0.7, 3.3, 12.5, 50, 200, 1e3, 1e4}) {
            all.add(new Rounded("x beside 1e14", p -> (p[0] + 1e14) - 1e14, p -> new double[] {1}, x));
        }
        for (double x : new double[] {1e-2, 1e-3, 1e-4, -1e-5, 1e-6, 1e-7, 7e-8}) {
            all.add(Rounded.ofOne(
                    "(1 − cos x)/x²",
                    p -> (1 - Math.cos(p)) / (p * p),
                    // From the series 1/2 − x²/24 + x⁴/720 − …
                    p -> -p / 12 + p * p * p / 180 - Math.pow(p, 5) / 6720,
                    0.5,
                    x));
        }
        for (double x : new double[] {1e-2, 1e-3, 1e-4, -1e-5, 1e-6, 1e-7, 2e-8}) {
            all.add(Rounded.ofOne(
                    "(eˣ − 1)/x",
                    p -> (Math.exp(p) - 1) / p,
                    // From the series 1 + x/2 + x²/6 + …
                    p -> 0.5 + p / 3 + p * p / 8 + p * p * p / 30 + Math.pow(p, 4) / 144 + Math.pow(p, 5) / 840,
                    1,
                    x));
            all.add(Rounded.ofOne(
                    "log(1 + x)/x",
                    p -> Math.log(1 + p) / p,
                    // From the series 1 − x/2 + x²/3 − …
                    p -> -0.5
                            + 2 * p / 3
                            - 3 * p * p / 4
                            + 4 * p * p * p / 5
                            - 5 * Math.pow(p, 4) / 6
                            + 6 * Math.pow(p, 5) / 7
                            - 7 * Math.pow(p, 6) / 8,
                    1,
                    x));
        }
        return all.stream();
    }

    static Stream<Rounded> all() {
        return Stream.concat(losses(), cancelling());
    }

    static Stream<Rounded> moderatelyRounded() {
        return cancelling().filter(subject -> subject.x()[0] >= (subject.name().startsWith("x beside") ? 200 : 1e-2));
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static double[] softmax(double[] z) {
        double[] p = Arrays.stream(z).map(Math::exp).toArray();
        double sum = Arrays.stream(p).sum();
        return Arrays.stream(p).map(e -> e / sum).toArray();
    }

    private static double logSumExp(double[] z) {
        double most = Arrays.stream(z).max().orElseThrow();
        return most + Math.log(Arrays.stream(z).map(v -> Math.exp(v - most)).sum());
    }

    /** p − e₀, where p₀ − 1 is the sum of the others with the sign turned. */
    private static double[] crossEntropyGradient(double[] z) {
        double[] p = softmax(z);
        double[] g = p.clone();
        g[0] = 0;
        for (int i = 1; i < p.length; i++) {
            g[0] -= p[i];
        }
        return g;
    }

    private static UnaryOperator<double[]> plus(double error, UnaryOperator<double[]> gradient) {
        return x -> Arrays.stream(gradient.apply(x)).map(g -> g + error).toArray();
    }

    @ParameterizedTest
    @MethodSource("all")
    void rightDerivativeIsNeverRefuted(Rounded subject) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            CheckReport report = subject.check(subject.gradient(), seed);

            assertThat(report.isRefuted()).as(report.toString()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void slopeThatIsOffByOneAndMoreIsNeverConfirmed(Rounded subject) {
        for (double error : new double[] {1, 3, -3}) {
            for (long seed = 1; seed <= SEEDS; seed++) {
                CheckReport report = subject.check(plus(error, subject.gradient()), seed);

                assertThat(report.isConfirmed()).as(report.toString()).isFalse();
            }
        }
    }

    /** A unit in the last place of 1e14 is 1/64. */
    @ParameterizedTest
    @ValueSource(doubles = {1e3, 3e3, 1e4})
    void zeroIsNotConfirmedWhereTheStepsClimbManyStairs(double x) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            CheckReport report =
                    GradientChecks.check(p -> (p[0] + 1e14) - 1e14, p -> new double[1], new double[] {x}, seed);

            assertThat(report.isConfirmed()).as(report.toString()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("moderatelyRounded")
    void rightDerivativeIsConfirmedWhereEnoughDigitsAreLeftAndAWrongOneRefuted(Rounded subject) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            CheckReport right = subject.check(subject.gradient(), seed);
            CheckReport wrong = subject.check(plus(1, subject.gradient()), seed);

            assertThat(right.isConfirmed()).as(right.toString()).isTrue();
            assertThat(wrong.isRefuted()).as(wrong.toString()).isTrue();
        }
    }
}
