package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Windows, their selection, the noise they assume and the rules that look at the same samples. */
class ExtrapolationTest {

    private static final double FLOOR = 0x1p-53;

    /** A number between −½ and ½ that changes with every bit of t. */
    private static double scatter(double t) {
        long bits = Double.doubleToLongBits(t) * 0x9E3779B97F4A7C15L;
        bits ^= bits >>> 31;
        bits *= 0xBF58476D1CE4E5B9L;
        return (bits >> 11) * 0x1p-53;
    }

    @Test
    void windowOfThreeStepsIsExactForPolynomialsOfDegreeSix() {
        Samples samples = TestSamples.of(t -> 2 * t + 3 * t * t - t * t * t + 5 * Math.pow(t, 5), 3, 5, 7);

        assertThat(Window.of(samples, 0, 2).value()).isCloseTo(2, within(1e-13));
    }

    @Test
    void boundHoldsForSmoothFunctions() {
        for (double shift = 0; shift < 3; shift += 0.1) {
            double x = shift;
            Samples samples = TestSamples.ladder(t -> Math.exp(Math.sin(x + t)));
            WindowSelection selection = WindowSelection.of(samples, 3 * FLOOR).orElseThrow();
            double derivative = Math.cos(x) * Math.exp(Math.sin(x));

            assertThat(Math.abs(selection.window().value() - derivative)).isLessThanOrEqualTo(4 * selection.bound());
            assertThat(selection.bound()).isLessThan(1e-9);
        }
    }

    @Test
    void noiseIsMeasuredWithinAFactorOfFour() {
        for (double size : new double[] {1e-12, 1e-9, 1e-6}) {
            Samples samples = TestSamples.ladder(t -> Math.sin(1 + t) + size * scatter(1 + t));

            // The standard deviation of scatter is 1/√12.
            assertThat(Noise.of(samples, FLOOR).deviation()).isBetween(size / Math.sqrt(12) / 4, size * 4);
        }
    }

    @Test
    void smoothFunctionHasNoNoiseBeyondRounding() {
        Samples samples = TestSamples.ladder(t -> Math.sin(1 + t));

        assertThat(Noise.of(samples, FLOOR).deviation()).isLessThan(10 * FLOOR);
    }

    @Test
    void boundGrowsWithNoise() {
        Samples samples = TestSamples.ladder(t -> Math.sin(1 + t) + 1e-6 * scatter(1 + t));
        WindowSelection selection = WindowSelection.of(
                        samples, Noise.of(samples, FLOOR).deviation())
                .orElseThrow();

        assertThat(Math.abs(selection.window().value() - Math.cos(1))).isLessThan(4 * selection.bound());
        assertThat(selection.bound()).isBetween(1e-7, 1e-3);
    }

    @Test
    void quotientsOfASquareRootAtZeroDoNotConverge() {
        Samples samples = TestSamples.ladder(t -> Math.copySign(Math.sqrt(Math.abs(t)), t));

        assertThat(Convergence.fails(samples, FLOOR, 1)).isTrue();
    }

    @Test
    void quotientsOfASmoothFunctionConverge() {
        assertThat(Convergence.fails(TestSamples.ladder(t -> Math.exp(t)), FLOOR, 1))
                .isFalse();
    }

    @Test
    void kinkGivesBothOneSidedDerivatives() {
        Samples samples = TestSamples.ladder(t -> t > 0 ? 3 * t : -t + t * t);
        Optional<Kink> kink = Kink.of(samples, FLOOR, 1);

        assertThat(kink).hasValueSatisfying(k -> {
            assertThat(k.left()).isCloseTo(-1, within(1e-6));
            assertThat(k.right()).isCloseTo(3, within(1e-6));
            assertThat(k.encloses(2.5, 0)).isTrue();
            assertThat(k.encloses(3.5, 0)).isFalse();
        });
    }

    @Test
    void kinkBesideThePointIsNotOneAtThePoint() {
        assertThat(Kink.of(TestSamples.ladder(t -> Math.abs(t - 1e-4)), FLOOR, -1))
                .isEmpty();
    }

    @Test
    void curvatureIsNoKink() {
        assertThat(Kink.of(TestSamples.ladder(t -> 50 * t * t + t), FLOOR, 1)).isEmpty();
    }

    @Test
    void floatOutputsAreRecognised() {
        FloatDetector detector = new FloatDetector();
        detector.see(new double[] {(float) Math.PI, (float) Math.E, 0});

        assertThat(detector.isSinglePrecision()).isTrue();
    }

    @Test
    void integersAndShortFractionsAreNotTakenForFloats() {
        FloatDetector detector = new FloatDetector();
        detector.see(new double[] {1, 2.5, 1024, -0.375});

        assertThat(detector.isSinglePrecision()).isFalse();
    }

    @Test
    void oneDoubleAmongFloatsIsNotSinglePrecision() {
        FloatDetector detector = new FloatDetector();
        detector.see(new double[] {(float) Math.PI, Math.E});

        assertThat(detector.isSinglePrecision()).isFalse();
    }
}
