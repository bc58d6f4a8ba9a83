package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WindowSelectionTest {

    private static final double FLOOR = 0x1p-53;

    private static WindowSelection select(Samples samples, double noise) {
        return WindowSelection.of(samples, noise).orElseThrow();
    }

    @Test
    void windowsAreRunsOfTwoToSevenStepsWithoutWideGaps() {
        Samples samples = TestSamples.of(Math::sin, 1, 2, 3, 4, 5, 6, 7, 8, 14, 16);

        assertThat(Window.all(samples))
                .allSatisfy(window -> {
                    assertThat(window.fine() - window.coarse() + 1).isBetween(2, Window.LONGEST);
                    for (int i = window.coarse(); i < window.fine(); i++) {
                        assertThat(samples.exponents()[i + 1] - samples.exponents()[i])
                                .isLessThanOrEqualTo(Window.WIDEST_GAP);
                    }
                })
                .hasSize(27 + 1);
    }

    @Test
    void stepsFurtherApartThanAWindowAllowsLeaveNothing() {
        assertThat(WindowSelection.of(TestSamples.of(Math::sin, 3, 9, 15), FLOOR))
                .isEmpty();
    }

    @Test
    void finerWindowRefutesACoarserOneThatConvergedElsewhere() {
        // The kink leads the coarse steps to ½ to the last digit, and the fine ones to 1.
        Samples samples = TestSamples.of(t -> t - Math.max(0, t - 1e-4), 3, 5, 7, 9, 16, 18, 20, 22);

        assertThat(select(samples, FLOOR).window().value()).isCloseTo(1, within(1e-9));
    }

    @Test
    void smoothFunctionIsExtrapolatedFromCoarseSteps() {
        Window window = select(TestSamples.ladder(Math::exp), FLOOR).window();

        assertThat(window.coarse()).isZero();
        assertThat(window.fine()).isLessThanOrEqualTo(3);
    }

    @Test
    void boundHoldsUnderNoise() {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 200; trial++) {
            Samples samples = TestSamples.ladder(t -> Math.exp(t) + 1e-8 * random.nextDouble(-1, 1));
            WindowSelection selection = select(samples, 1e-8 / Math.sqrt(3));

            assertThat(Math.abs(selection.estimate().value() - 1)).isLessThanOrEqualTo(4 * selection.bound());
        }
    }
}
