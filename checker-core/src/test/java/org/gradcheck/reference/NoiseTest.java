package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTest {

    private static final double FLOOR = 0x1p-53;
    private static final int SEEDS = 200;

    /** Normally distributed noise, the same whenever it is asked for at the same t. */
    private static double normal(double t, long seed) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ Double.doubleToLongBits(t)).nextGaussian();
    }

    /** Estimates over the seeds, in units of the true deviation, sorted. */
    private static double[] estimates(double deviation, double floor) {
        double[] ratios = new double[SEEDS];
        for (int i = 0; i < SEEDS; i++) {
            long seed = i;
            Samples samples = TestSamples.ladder(t -> Math.exp(Math.sin(1 + t)) + deviation * normal(t, seed));
            ratios[i] = Noise.of(samples, floor).deviation() / deviation;
        }
        Arrays.sort(ratios);
        return ratios;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-10, 1e-8, 1e-6, 1e-4})
    void knownNoiseIsRecovered(double deviation) {
        double[] ratios = estimates(deviation, FLOOR);

        assertThat(ratios[SEEDS / 2]).isBetween(0.7, 1.4);
        assertThat(ratios[SEEDS / 20]).isGreaterThan(1 / 3.0);
        assertThat(ratios[SEEDS - SEEDS / 20]).isLessThan(3);
    }

    /** A level of steps whose curvature is less than thirty times the noise is averaged in; four levels halve that. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-13, 1e-12, 1e-11})
    void noiseIsAtMostFifteenTimesTooLargeBesideCurvatureOfItsSize(double deviation) {
        assertThat(estimates(deviation, FLOOR)[SEEDS - 1]).isLessThan(15);
        assertThat(estimates(deviation, FLOOR)[SEEDS / 20]).isGreaterThan(1 / 3.0);
    }

    @Test
    void roundingIsTheLeastNoise() {
        Samples samples = TestSamples.ladder(t -> Math.sin(1 + t));

        assertThat(Noise.of(samples, 1e-7).deviation()).isEqualTo(1e-7);
        assertThat(Noise.of(samples, FLOOR).deviation()).isBetween(FLOOR, 10 * FLOOR);
        assertThat(Noise.of(TestSamples.ladder(t -> 3), FLOOR).deviation()).isEqualTo(FLOOR);
    }

    @Test
    void curvatureAtTheCoarseStepsIsNoNoise() {
        for (DoubleUnaryOperator g : Arrays.<DoubleUnaryOperator>asList(
                t -> Math.sin(50 * t), t -> 1 / (1 + 100 * t * t), t -> Math.exp(20 * t), t -> Math.abs(t - 1e-4))) {
            assertThat(Noise.of(TestSamples.ladder(g), FLOOR).deviation()).isLessThan(20 * FLOOR);
        }
    }

    @Test
    void noiseBesideCurvatureIsStillSeen() {
        Samples samples = TestSamples.ladder(t -> Math.sin(20 * t) + 1e-9 * normal(t, 7));

        assertThat(Noise.of(samples, FLOOR).deviation()).isBetween(2e-10, 5e-9);
    }

    @Test
    void stairsThatTheFinestStepsDoNotLeaveAreNoiseOfTheirHeight() {
        for (double height : new double[] {1e-7, 1e-6, 1e-5}) {
            Samples samples = TestSamples.ladder(t -> Math.rint((1.3 + 2 * t) / height) * height);

            assertThat(Noise.of(samples, FLOOR).deviation()).isBetween(height / 20, height);
        }
    }

    @Test
    void oneCalmLevelAloneIsAmbiguous() {
        // A kink between the ladder's sentinels: only the finest level has all its steps on one side of it.
        Samples samples = TestSamples.ladder(t -> t + Math.max(0, t - 1e-6));

        assertThat(Noise.of(samples, FLOOR).ambiguous()).isTrue();
        assertThat(Noise.of(TestSamples.ladder(Math::exp), FLOOR).ambiguous()).isFalse();
    }

    @Test
    void tooFewStepsLeaveTheFloor() {
        assertThat(Noise.of(TestSamples.of(t -> t + normal(t, 1), 3, 5), FLOOR).deviation())
                .isEqualTo(FLOOR);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-150, 1, 1e150, 1e300})
    void noiseHasTheUnitsOfTheValues(double unit) {
        DoubleUnaryOperator g = t -> Math.sin(1 + t) + 1e-6 * normal(t, 11);
        double one = Noise.of(TestSamples.ladder(g), 0).deviation();

        assertThat(Noise.of(TestSamples.ladder(t -> unit * g.applyAsDouble(t)), 0)
                                .deviation()
                        / unit)
                .isBetween(one * (1 - 1e-6), one * (1 + 1e-6));
    }

    @Test
    void oneSideSuffices() {
        double[] ratios = new double[SEEDS];
        for (int i = 0; i < SEEDS; i++) {
            long seed = i;
            HalfLine half = TestSamples.half(t -> Math.exp(t) + 1e-7 * normal(t, seed), 1, StepLadder.first());
            ratios[i] = Noise.of(half, FLOOR).deviation() / 1e-7;
        }
        Arrays.sort(ratios);

        assertThat(ratios[SEEDS / 2]).isBetween(0.5, 2.0);
        assertThat(ratios[SEEDS - SEEDS / 20]).isLessThan(3);
    }
}
