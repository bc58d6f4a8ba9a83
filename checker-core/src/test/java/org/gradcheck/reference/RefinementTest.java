package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
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
}
