package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;

/** Checks of gradients with several seeds each, for tests of what they are judged to be. */
final class GradientChecks {

    private static final long[] SEEDS = {1, 2, 3};

    private GradientChecks() {}

    static CheckReport check(ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient, double[] x, long seed) {
        return DerivativeCheck.ofScalar(f).at(x).gradient(gradient).seed(seed).run();
    }

    static void assertConfirmed(ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient, double... x) {
        for (long seed : SEEDS) {
            CheckReport report = check(f, gradient, x, seed);
            assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        }
    }

    static void assertRefuted(ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient, double... x) {
        for (long seed : SEEDS) {
            CheckReport report = check(f, gradient, x, seed);
            assertThat(report.isRefuted()).as(report.toString()).isTrue();
        }
    }

    static void assertNeverRefuted(ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient, double... x) {
        for (long seed : SEEDS) {
            CheckReport report = check(f, gradient, x, seed);
            assertThat(report.isRefuted()).as(report.toString()).isFalse();
        }
    }

    static void assertNeverConfirmed(ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient, double... x) {
        for (long seed : SEEDS) {
            CheckReport report = check(f, gradient, x, seed);
            assertThat(report.isConfirmed()).as(report.toString()).isFalse();
        }
    }

    static void assertInconclusive(
            InconclusiveReason reason, ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient, double... x) {
        for (long seed : SEEDS) {
            assertInconclusive(check(f, gradient, x, seed), reason);
        }
    }

    static void assertInconclusive(CheckReport report, InconclusiveReason reason) {
        assertThat(report.verdict())
                .as(report.toString())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class, v -> assertThat(v.reason()).isEqualTo(reason));
    }

    /** The gradient with its entries multiplied by a factor. */
    static UnaryOperator<double[]> times(double factor, UnaryOperator<double[]> gradient) {
        return x -> times(factor, gradient.apply(x));
    }

    static double[] times(double factor, double[] v) {
        double[] scaled = v.clone();
        for (int i = 0; i < v.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    /** The gradient with one entry multiplied by a factor. */
    static UnaryOperator<double[]> oneEntryTimes(int entry, double factor, UnaryOperator<double[]> gradient) {
        return x -> {
            double[] g = gradient.apply(x).clone();
            g[entry] *= factor;
            return g;
        };
    }

    /** A number between −1 and 1 that changes with every bit of x. */
    static double noise(double[] x) {
        long bits = Arrays.hashCode(x) * 0x9E3779B97F4A7C15L;
        bits ^= bits >>> 31;
        bits *= 0xBF58476D1CE4E5B9L;
        bits ^= bits >>> 27;
        return bits * 0x1p-63;
    }
}
