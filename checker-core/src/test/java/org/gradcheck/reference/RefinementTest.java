package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.gradcheck.function.VectorFunction;
import org.junit.jupiter.api.Test;

class RefinementTest {

    private static final int MOST = 13;

    private static CentralDifference differences(DoubleUnaryOperator f, double x) {
        return new CentralDifference(TestLines.along(f, x), 0);
    }

    private static boolean refine(CentralDifference differences, double supplied, int allowance, boolean easy) {
        return new Refinement(differences, allowance).run(List.of(new double[] {supplied}), easy);
    }

    @Test
    void smoothFunctionNeedsTheFirstLadderOnly() {
        CentralDifference differences = differences(x -> x * x, 1);

        assertThat(refine(differences, 2, 100, false)).isTrue();
        assertThat(differences.line().pairCount()).isEqualTo(StepLadder.first().length);
        assertThat(differences.estimate(0, 2).resolution()).isLessThan(1e-10);
    }

    @Test
    void easyDirectionNeedsLess() {
        CentralDifference differences = differences(x -> x * x, 1);

        refine(differences, 2, 100, true);

        assertThat(differences.line().pairCount()).isEqualTo(StepLadder.brief().length);
    }

    @Test
    void easyDirectionThatIsNotEasyGetsTheWholeLadder() {
        CentralDifference disagreeing = differences(x -> x * x, 1);
        refine(disagreeing, 3, 100, true);
        CentralDifference fast = differences(x -> Math.sin(500 * x), 1);
        refine(fast, 500 * Math.cos(500), 100, true);

        for (CentralDifference differences : List.of(disagreeing, fast)) {
            assertThat(Arrays.stream(StepLadder.first()).allMatch(differences.line()::hasPair))
                    .isTrue();
        }
    }

    @Test
    void stepsAreAddedUntilTheBoundIsSmall() {
        CentralDifference differences = differences(x -> Math.sin(30 * x), 1);

        refine(differences, 30 * Math.cos(30), 100, false);

        assertThat(differences.line().pairCount()).isBetween(StepLadder.first().length + 1, MOST);
        assertThat(differences.estimate(0, 30 * Math.cos(30)).resolution()).isLessThan(1e-8);
    }

    @Test
    void disagreementIsLookedAtTwice() {
        CentralDifference differences = differences(x -> x * x, 1);

        refine(differences, 2.5, 100, false);

        assertThat(differences.line().pairCount()).isGreaterThan(StepLadder.first().length);
    }

    @Test
    void noFunctionGetsMoreThanThirteenPairs() {
        for (DoubleUnaryOperator f : Arrays.<DoubleUnaryOperator>asList(
                x -> Math.sin(1e7 * x), Math::cbrt, Math::floor, x -> Math.abs(x - 1e-5), x -> 1e9 + Math.sin(x))) {
            CentralDifference differences = differences(f, 0);

            refine(differences, 1, 100, false);

            assertThat(differences.line().pairCount()).isLessThanOrEqualTo(MOST);
        }
    }

    @Test
    void allowanceThatDoesNotReachTheFirstLadderIsSaid() {
        CentralDifference differences = differences(x -> x * x, 1);

        assertThat(refine(differences, 2, 3, false)).isFalse();
        assertThat(differences.line().pairCount()).isOne();
    }

    @Test
    void allowanceIsKept() {
        CentralDifference differences = differences(x -> Math.sin(1e5 * x), 1);

        assertThat(refine(differences, 7, 8, false)).isTrue();
        assertThat(differences.line().pairCount()).isEqualTo(9);
    }

    @Test
    void worstReadOutDecidesWhichStepsAreAdded() {
        CentralDifference differences =
                new CentralDifference(TestLines.alongVector(x -> new double[] {x[0], Math.sin(30 * x[0])}, 1), 0);

        new Refinement(differences, 100).run(List.of(new double[] {1, 30 * Math.cos(30)}), false);

        assertThat(differences.estimate(1, 30 * Math.cos(30)).resolution()).isLessThan(1e-8);
    }

    /** Along a direction so short that the first ladder stays within a millionth of the point. */
    private static CentralDifference tiny(VectorFunction f) {
        return new CentralDifference(
                Line.within(
                        TestLines.neighbourhood(f, 0),
                        new Direction(Direction.Kind.GIVEN, new double[] {1e-9}),
                        new SplittableRandom(1),
                        100),
                0);
    }

    private static double[] patched(double[] x) {
        return new double[] {Math.abs(x[0]) < 1e-6 ? 1 : 1 + x[0]};
    }

    /** Of the steps outward, whether they have been taken. */
    private static List<Boolean> outward(CentralDifference differences) {
        return Arrays.stream(StepLadder.outward(1e-9))
                .mapToObj(differences.line()::hasPair)
                .toList();
    }

    @Test
    void stepsGoOutwardWhereFIsFlatAndASlopeIsSupplied() {
        CentralDifference differences = tiny(RefinementTest::patched);

        refine(differences, 1e-9, 100, false);

        assertThat(outward(differences)).containsOnly(true);
    }

    @Test
    void zeroNeedsNoStepsOutward() {
        CentralDifference differences = tiny(RefinementTest::patched);

        refine(differences, 0, 100, false);

        assertThat(outward(differences)).containsOnly(false);
    }

    @Test
    void functionThatMovesNeedsNoStepsOutward() {
        CentralDifference differences = tiny(x -> new double[] {1 + x[0]});

        refine(differences, 1e-9, 100, false);

        assertThat(outward(differences)).containsOnly(false);
    }

    @Test
    void oneFlatReadOutOfSeveralIsEnoughToGoOutward() {
        CentralDifference differences = tiny(x -> new double[] {x[0], patched(x)[0]});

        new Refinement(differences, 100).run(List.of(new double[] {1e-9, 1e-9}), false);

        assertThat(outward(differences)).containsOnly(true);
    }

    @Test
    void stepsOutwardAreKeptWithinTheAllowance() {
        CentralDifference differences = tiny(RefinementTest::patched);

        refine(differences, 1e-9, 8, false);

        assertThat(differences.line().pairCount()).isLessThanOrEqualTo(9);
    }
}
