package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class RefinementPlanTest {

    private static final double FLOOR = 0x1p-53;
    private static final int[] STEPS = {3, 5, 7, 9, 16, 24, 27};

    private static int[] refine(DoubleUnaryOperator g, double noise, boolean ambiguous, boolean flat) {
        Samples samples = TestSamples.of(g, STEPS);
        return RefinementPlan.refine(samples, WindowSelection.of(samples, noise).orElseThrow(), ambiguous, flat);
    }

    @Test
    void truncationAsksForAFinerStepNextToTheWindow() {
        Samples samples = TestSamples.of(t -> Math.sin(20 * t), 3, 5, 7, 9);
        WindowSelection selection = WindowSelection.of(samples, FLOOR).orElseThrow();

        assertThat(RefinementPlan.refine(samples, selection, false, false)).startsWith(11, 10);
    }

    @Test
    void noiseAsksForCoarserSteps() {
        Samples samples = TestSamples.of(Math::exp, STEPS);
        WindowSelection selection = WindowSelection.of(samples, 1e-5).orElseThrow();
        int coarse = samples.exponents()[selection.window().coarse()];

        assertThat(refine(Math::exp, 1e-5, false, false)[0]).isLessThan(coarse);
    }

    @Test
    void ambiguousNoiseAsksForStepsBetweenTheSentinelsFirst() {
        assertThat(refine(Math::exp, FLOOR, true, false)).startsWith(22, 20, 29, 25);
    }

    @Test
    void flatFinestStepsAskWhereThePieceBegins() {
        assertThat(refine(Math::exp, FLOOR, true, true)).startsWith(FlatPiece.FINEST_PIECE);
    }

    @Test
    void noPlanLeavesTheLadderOrRepeatsAStep() {
        for (double noise : new double[] {FLOOR, 1e-9, 1e-4}) {
            for (double frequency : new double[] {0.1, 1, 30, 1000}) {
                int[] plan = refine(t -> Math.sin(frequency * t), noise, true, true);

                assertThat(Arrays.stream(plan).boxed())
                        .doesNotHaveDuplicates()
                        .allMatch(k -> k >= 1 && k <= StepLadder.FINEST);
            }
        }
    }

    @Test
    void edgeOfTheDomainAsksForStepsFinerThanTheCoarsestInside() {
        Samples inside = TestSamples.of(Math::exp, 16, 24, 27);

        assertThat(RefinementPlan.domain(inside)).startsWith(18, 20, 17, 19, 22);
        assertThat(RefinementPlan.domain(TestSamples.of(Math::exp, 31))).startsWith(32);
    }

    @Test
    void edgeOfTheDomainWithoutAnyValueAsksEverywhere() {
        assertThat(RefinementPlan.domain(TestSamples.of(Math::exp))).contains(11, 22, 32);
    }
}
