package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class CoarseStepsTest {

    private static final Estimate ZERO = new Estimate(0, 1e-12);

    private static Samples slope(double slope, int... exponents) {
        return TestSamples.of(t -> slope * t, exponents);
    }

    @Test
    void stepsOverManyStairsSideWithTheStaircase() {
        DoubleUnaryOperator stairs = t -> Math.floor((t + 0x1p-21) * 0x1p20) * 0x1p-20;
        Samples samples = TestSamples.ladder(stairs);

        assertThat(CoarseSteps.sideWith(1, ZERO, samples)).isTrue();
        assertThat(CoarseSteps.clearlySideWith(1, ZERO, samples)).isTrue();
        assertThat(CoarseSteps.sideWith(-1, ZERO, samples)).isFalse();
        assertThat(CoarseSteps.sideWith(3, ZERO, samples)).isFalse();
    }

    @Test
    void twoAreNeeded() {
        assertThat(CoarseSteps.sideWith(1, ZERO, slope(1, 5, 16, 24))).isFalse();
        assertThat(CoarseSteps.sideWith(1, ZERO, slope(1, 5, 7, 16, 24))).isTrue();
    }

    @Test
    void fineStepsDoNotCount() {
        assertThat(CoarseSteps.sideWith(1, ZERO, slope(1, 13, 16, 20, 24))).isFalse();
        assertThat(CoarseSteps.sideWith(1, ZERO, slope(1, 11, 12, 20, 24))).isTrue();
    }

    @Test
    void nearerByHalfIsOneSideAndMuchNearerAClearOne() {
        // Quotients of 0.7 and 0.95 between the reference, 0, and the supplied 1.
        assertThat(CoarseSteps.sideWith(1, ZERO, slope(0.6, 3, 5))).isFalse();
        assertThat(CoarseSteps.sideWith(1, ZERO, slope(0.7, 3, 5))).isTrue();
        assertThat(CoarseSteps.clearlySideWith(1, ZERO, slope(0.93, 3, 5))).isFalse();
        assertThat(CoarseSteps.clearlySideWith(1, ZERO, slope(0.95, 3, 5))).isTrue();
    }
}
