package org.gradcheck.check;

import static org.gradcheck.check.GradientChecks.assertConfirmed;
import static org.gradcheck.check.GradientChecks.assertNeverConfirmed;
import static org.gradcheck.check.GradientChecks.assertRefuted;
import static org.gradcheck.check.GradientChecks.noise;
import static org.gradcheck.check.GradientChecks.oneEntryTimes;
import static org.gradcheck.check.GradientChecks.times;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Where checkers of derivatives have been seen to pass what is wrong or to reject what is right. */
class FieldTrapsTest {

    private static final double[] X = {1.2, -0.7, 2.5};

    private static double f(double[] x) {
        return Math.sin(x[0]) * x[1] + Math.exp(0.3 * x[2]) * x[0];
    }

    private static double[] gradient(double[] x) {
        return new double[] {
            Math.cos(x[0]) * x[1] + Math.exp(0.3 * x[2]), Math.sin(x[0]), 0.3 * Math.exp(0.3 * x[2]) * x[0]
        };
    }

    /** NaN exceeds no tolerance: OpenMDAO and DDogleg pass it. */
    @Test
    void nanIsNoDerivative() {
        assertRefuted(FieldTrapsTest::f, x -> new double[] {Double.NaN, Double.NaN, Double.NaN}, X);
        assertRefuted(FieldTrapsTest::f, oneEntryTimes(2, Double.NaN, FieldTrapsTest::gradient), X);
    }

    /** An absolute tolerance of 1e-5, torch's default, passes any gradient that is small enough. */
    @Test
    void smallGradientMayNotBeTwiceAsLarge() {
        ToDoubleFunction<double[]> small = x -> 1e-7 * f(x);

        assertConfirmed(small, times(1e-7, FieldTrapsTest::gradient), X);
        assertRefuted(small, times(2e-7, FieldTrapsTest::gradient), X);
    }

    /** One entry of 1e-7 beside others of 1 is near what rounding hides, yet it may not pass. */
    @Test
    void smallEntryMayNotBeTwiceAsLarge() {
        double[] x = {1.2, -0.7, 2.5, 0.4};
        ToDoubleFunction<double[]> f = y -> f(y) + 1e-7 * Math.sin(y[3]);
        UnaryOperator<double[]> gradient = y -> {
            double[] g = Arrays.copyOf(gradient(y), 4);
            g[3] = 1e-7 * Math.cos(y[3]);
            return g;
        };

        assertConfirmed(f, gradient, x);
        assertNeverConfirmed(f, oneEntryTimes(3, 2, gradient), x);
    }

    /** The remainder of a linear map is zero and has no order: a test of the slope, as in Manopt or pyadjoint, rejects it. */
    @Test
    void linearMapHasADerivative() {
        ToDoubleFunction<double[]> linear = x -> 3 * x[0] - 2 * x[1] + 7 * x[2];

        assertConfirmed(linear, x -> new double[] {3, -2, 7}, X);
        assertRefuted(linear, x -> new double[] {3, -2, 7 * (1 + 1e-6)}, X);
    }

    /** Beside a large offset rounding hides the order of the remainder. */
    @Test
    void offsetDoesNotMakeADerivativeWrong() {
        assertConfirmed(x -> 1e6 + f(x), FieldTrapsTest::gradient, X);
        assertRefuted(x -> 1e6 + f(x), times(1 + 1e-6, FieldTrapsTest::gradient), X);
    }

    /** The order of the remainder shows an error only at steps that are finer than the error. */
    @Test
    void relativeErrorOfAMillionthIsFound() {
        assertRefuted(FieldTrapsTest::f, times(1 + 1e-6, FieldTrapsTest::gradient), X);
        assertRefuted(FieldTrapsTest::f, oneEntryTimes(0, 1 - 3e-6, FieldTrapsTest::gradient), X);
    }

    /** A tolerance that grows with the size of the input, as JAX's, passes wrong derivatives of many inputs. */
    @Test
    void manyInputsDoNotLoosenTheVerdict() {
        double[] x = new SplittableRandom(5).doubles(100_000, -2, 2).toArray();
        ToDoubleFunction<double[]> f =
                y -> Arrays.stream(y).map(t -> t * t * t + t).sum();
        UnaryOperator<double[]> gradient =
                y -> Arrays.stream(y).map(t -> 3 * t * t + 1).toArray();

        assertConfirmed(f, gradient, x);
        assertRefuted(f, times(1 + 1e-5, gradient), x);
        assertRefuted(f, oneEntryTimes(4321, -1, gradient), x);
    }

    /** The angle between two gradients, Mallet's measure, does not see their lengths. */
    @Test
    void rightAngleWithWrongLengthIsRefuted() {
        assertRefuted(FieldTrapsTest::f, times(0.5, FieldTrapsTest::gradient), X);
        assertRefuted(FieldTrapsTest::f, times(1e6, FieldTrapsTest::gradient), X);
    }

    /** Forward differences with a step of 1e-8 and an absolute tolerance reject every large function. */
    @Test
    void largeFunctionMayBeRight() {
        assertConfirmed(x -> 1e9 * f(x), times(1e9, FieldTrapsTest::gradient), X);
        assertRefuted(x -> 1e9 * f(x), times(1e9 * (1 + 1e-6), FieldTrapsTest::gradient), X);
    }

    /** With a step of 1e-8, noise of 1e-9 is an error of a tenth. */
    @Test
    void noisyFunctionMayBeRight() {
        ToDoubleFunction<double[]> noisy = x -> f(x) + 1e-9 * noise(x);

        assertConfirmed(noisy, FieldTrapsTest::gradient, X);
        assertRefuted(noisy, times(1.001, FieldTrapsTest::gradient), X);
    }
}
