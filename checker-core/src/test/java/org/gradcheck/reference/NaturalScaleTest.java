package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NaturalScaleTest {

    private static final double FLOOR = 0x1p-53;

    private static double scale(DoubleUnaryOperator g, double noise, double supplied) {
        Samples samples = TestSamples.ladder(g);
        return NaturalScale.of(samples, WindowSelection.of(samples, noise).orElseThrow(), supplied);
    }

    @Test
    void resolvedDerivativeIsItsOwnScale() {
        assertThat(scale(t -> 3 * t + t * t, FLOOR, 0)).isCloseTo(3, within(1e-9));
        assertThat(scale(t -> 3 * t + t * t, FLOOR, -5)).isEqualTo(5);
    }

    @Test
    void stationaryPointIsScaledByItsSecants() {
        double scale = scale(t -> 1 + 4 * t * t, FLOOR, 0);

        // g″·t for a t within the ladder: how much the slope changes over the region looked at.
        assertThat(scale).isBetween(8 * StepLadder.step(27), 8 * StepLadder.step(1));
    }

    @Test
    void inflectionIsScaledByTheSecants() {
        assertThat(scale(t -> 1 + t * t * t, FLOOR, 0)).isGreaterThan(1e-3);
    }

    @Test
    void slopeOfAConstantIsMeasuredAgainstItself() {
        assertThat(scale(t -> 1, FLOOR, 1e-3)).isEqualTo(1e-3);
    }

    @Test
    void noiseIsNoScale() {
        // Values scatter by less than their noise: no secant is significant.
        assertThat(scale(t -> 1 + 1e-9 * Math.sin(1e9 * t), 1e-9, 0)).isLessThan(1e-6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e12})
    void scaleHasTheUnitsOfTheFunction(double unit) {
        DoubleUnaryOperator g = t -> Math.cos(t) + 1e-9 * t;

        assertThat(scale(t -> unit * g.applyAsDouble(t), unit * FLOOR, 0) / unit)
                .isCloseTo(scale(g, FLOOR, 0), within(1e-6));
    }

    @Test
    void stationaryPointAtAnEdgeIsScaledByTheSecants() {
        HalfLine half = TestSamples.half(t -> t * t, 1, StepLadder.first());
        WindowSelection selection = WindowSelection.of(half, FLOOR).orElseThrow();

        assertThat(NaturalScale.of(half, selection, 0)).isBetween(1e-9, 1.0);
        assertThat(NaturalScale.of(half, selection, 7)).isEqualTo(7);
    }
}
