package org.gradcheck.check;

import static org.gradcheck.check.GradientChecks.assertConfirmed;
import static org.gradcheck.check.GradientChecks.assertNeverRefuted;
import static org.gradcheck.check.GradientChecks.assertRefuted;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Derivatives that are zero but for the rounding of the formula they come from. */
class RoundedZeroTest {

    /** A function that is constant, as mathematics goes, with the gradient that its formula gives. */
    record Invariant(String name, ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient, double... x) {
        @Override
        public String toString() {
            return name + " at " + Arrays.toString(x);
        }
    }

    static Stream<Invariant> invariants() {
        return Stream.of(
                        new double[] {0.7, -1.3, 2.1},
                        new double[] {0.1, 0.2, 0.3},
                        new double[] {3, -2, 1.5},
                        new double[] {12.3, 4.56, 7.89})
                .flatMap(x -> Stream.of(
                        new Invariant(
                                "sin² + cos²",
                                z -> Math.pow(Math.sin(z[0]), 2) + Math.pow(Math.cos(z[0]), 2),
                                z -> new double[] {Math.sin(2 * z[0]) - 2 * Math.sin(z[0]) * Math.cos(z[0]), 0, 0},
                                x),
                        new Invariant(
                                "norm of a normalised vector", z -> norm(normalised(z)), RoundedZeroTest::ofNorm, x),
                        new Invariant(
                                "sum of a softmax",
                                z -> Arrays.stream(softmax(z)).sum(),
                                RoundedZeroTest::ofSum,
                                x)));
    }

    private static double norm(double[] x) {
        return Math.sqrt(Arrays.stream(x).map(v -> v * v).sum());
    }

    private static double[] normalised(double[] x) {
        double norm = norm(x);
        return Arrays.stream(x).map(v -> v / norm).toArray();
    }

    /** (I − yyᵀ)y/|x| with y = x/|x|: zero but for rounding. */
    private static double[] ofNorm(double[] x) {
        double[] y = normalised(x);
        double along = Arrays.stream(y).map(v -> v * v).sum();
        double norm = norm(x);
        return Arrays.stream(y).map(v -> (v - along * v) / norm).toArray();
    }

    private static double[] softmax(double[] z) {
        double[] p = Arrays.stream(z).map(Math::exp).toArray();
        double sum = Arrays.stream(p).sum();
        return Arrays.stream(p).map(e -> e / sum).toArray();
    }

    /** (diag p − ppᵀ)1. */
    private static double[] ofSum(double[] z) {
        double[] p = softmax(z);
        double sum = Arrays.stream(p).sum();
        return Arrays.stream(p).map(v -> v - v * sum).toArray();
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void gradientOfAnInvariantIsNotRefutedForItsRounding(Invariant invariant) {
        assertNeverRefuted(invariant.f(), invariant.gradient(), invariant.x());
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void zeroIsConfirmedForAnInvariant(Invariant invariant) {
        assertConfirmed(invariant.f(), z -> new double[z.length], invariant.x());
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void gradientOfAnInvariantThatIsMoreThanRoundingIsRefuted(Invariant invariant) {
        assertRefuted(
                invariant.f(),
                z -> {
                    double[] g = new double[z.length];
                    Arrays.fill(g, 1e-3);
                    return g;
                },
                invariant.x());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -3, 0.1, 1e15})
    void gradientTooSmallToMoveAConstantIsNotRefuted(double constant) {
        for (double g : new double[] {1e-17, -1e-17, 3e-18, 1e-300}) {
            for (double x : new double[] {0, 0.7, 1, -2.5}) {
                assertNeverRefuted(z -> constant, z -> new double[] {g}, x);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -3, 0.1})
    void gradientThatWouldMoveAConstantIsRefuted(double constant) {
        for (double g : new double[] {1e-12, -1e-12, 1e-9, 1}) {
            for (double x : new double[] {0, 0.7, 1, -2.5}) {
                assertRefuted(z -> constant, z -> new double[] {g}, x);
            }
        }
    }
}
