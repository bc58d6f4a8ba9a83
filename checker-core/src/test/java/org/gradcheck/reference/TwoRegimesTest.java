package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class TwoRegimesTest {

    private static final double NOISE = 0x1p-53;

    /** Slope 0.2 near the point, 0.6 further out. */
    private static final DoubleUnaryOperator PATCHED =
            t -> Math.abs(t) < 1e-5 ? 0.4 + 0.2 * t : 0.4 + 0.6 * t + t * t / 10;

    private static Optional<TwoRegimes> regimes(DoubleUnaryOperator g, double fine, double supplied) {
        Samples samples = TestSamples.ladder(g);
        return TwoRegimes.of(samples, NOISE, new Estimate(fine, 1e-8), supplied);
    }

    @Test
    void valueOfTheCoarseRegimeIsRecognisedWithWhereItEnds() {
        assertThat(regimes(PATCHED, 0.2, 0.6)).hasValueSatisfying(regimes -> {
            assertThat(regimes.agreeing().value()).isCloseTo(0.6, within(1e-9));
            assertThat(regimes.agreesFurtherOut()).isTrue();
            assertThat(regimes.distance()).isBetween(1e-5, 0.1);
        });
    }

    @Test
    void valueOfNeitherRegimeIsNot() {
        assertThat(regimes(PATCHED, 0.2, 0.5)).isEmpty();
        assertThat(regimes(PATCHED, 0.2, 0.6 * (1 + 1e-3))).isEmpty();
        assertThat(regimes(PATCHED, 0.2, -0.6)).isEmpty();
    }

    @Test
    void functionWithOneFormulaHasOneRegime() {
        assertThat(regimes(Math::exp, 1, 1)).isEmpty();
        assertThat(regimes(Math::exp, 1, 1.5)).isEmpty();
    }

    @Test
    void wrongSideOfAKinkNearbyIsNoRegime() {
        DoubleUnaryOperator kink = t -> Math.abs(t - 1e-4);

        assertThat(regimes(kink, -1, 1)).isEmpty();
    }

    @Test
    void zeroFitsAFlatPlaceThatRisesByStepsFurtherOut() {
        DoubleUnaryOperator stairs = t -> Math.floor(1e3 * (1.3004 + t)) / 1e3;

        assertThat(regimes(stairs, 1, 0)).hasValueSatisfying(regimes -> {
            assertThat(regimes.agreeing().value()).isZero();
            assertThat(regimes.agreesFurtherOut()).isFalse();
        });
        assertThat(regimes(Math::exp, 1, 0)).isEmpty();
    }
}
