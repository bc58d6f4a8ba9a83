package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StepLadderTest {

    @Test
    void stepsArePowersOfTwo() {
        assertThat(StepLadder.step(0)).isEqualTo(1);
        assertThat(StepLadder.step(5)).isEqualTo(0.03125);
        assertThat(StepLadder.step(StepLadder.FINEST)).isEqualTo(0x1p-32);
    }

    @Test
    void laddersAreSortedFromCoarseToFineAndWithinTheFinestStep() {
        for (int[] ladder : new int[][] {StepLadder.first(), StepLadder.probes(), StepLadder.brief()}) {
            assertThat(ladder).isSorted().doesNotHaveDuplicates();
            assertThat(Arrays.stream(ladder).boxed()).allMatch(k -> k >= 1 && k <= StepLadder.FINEST);
        }
    }

    @Test
    void firstLadderSpendsTheSmallestBudgetTogetherWithTwoEvaluationsAtThePoint() {
        assertThat(2 + 2 * StepLadder.first().length).isEqualTo(16);
    }

    @Test
    void pairThatScalesTheOutputsIsInEveryLadderToExtrapolate() {
        assertThat(StepLadder.first()).contains(StepLadder.SCALING);
        assertThat(StepLadder.brief()).contains(StepLadder.SCALING);
    }

    @Test
    void laddersCannotBeChangedFromOutside() {
        StepLadder.first()[0] = 99;
        StepLadder.probes()[0] = 99;
        StepLadder.brief()[0] = 99;

        assertThat(StepLadder.first()).doesNotContain(99);
        assertThat(StepLadder.probes()).doesNotContain(99);
        assertThat(StepLadder.brief()).doesNotContain(99);
    }

    @Test
    void stepsOutwardAreForShortDirectionsOnly() {
        assertThat(StepLadder.outward(1)).isEmpty();
        assertThat(StepLadder.outward(0x1p-6)).containsExactly(-5);
        assertThat(StepLadder.outward(1.01 * 0x1p-6)).isEmpty();
        assertThat(StepLadder.outward(0x1p-12)).containsExactly(-5, -8, -11);
        assertThat(StepLadder.outward(1e-12)).containsExactly(-5, -8, -11, -14, -17, -20);
    }

    @Test
    void noStepOutwardMovesACoordinateByMoreThanOneHalf() {
        for (double length = 1e-9; length < 1; length *= 1.3) {
            for (int k : StepLadder.outward(length)) {
                assertThat(StepLadder.step(k) * length).isLessThanOrEqualTo(0.5);
            }
        }
    }
}
