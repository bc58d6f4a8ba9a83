package org.gradcheck.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PointSamplerTest {

    private static final int SEEDS = 200;

    private static PointSampler sampler(long seed) {
        return new PointSampler(new Seed(seed), 0);
    }

    private static double[] point(long seed, long number, int count) {
        return sampler(seed).entries(Choice.first(number), count);
    }

    private static double rootMeanSquare(double[] x) {
        return Math.sqrt(Arrays.stream(x).map(entry -> entry * entry).average().orElseThrow());
    }

    @Test
    void threePointsSpreadOverMagnitudes() {
        assertThat(rootMeanSquare(point(1, 1, 1000))).isCloseTo(1.09, within(0.01));
        assertThat(rootMeanSquare(point(1, 2, 1000))).isCloseTo(7.64, within(0.01));
        assertThat(rootMeanSquare(point(1, 3, 1000))).isCloseTo(0.115, within(0.001));
    }

    @Test
    void pointsStayWhatTheyAre() {
        // A changed number would silently change the points of every spec and test.
        assertThat(point(1, 1, 3)).containsExactly(-0.580208, -0.991701, 1.18356);
        assertThat(point(1, 2, 3)).containsExactly(8.09597, -8.46342, -6.13812);
        assertThat(point(1, 3, 3)).containsExactly(-0.0517804, 0.0111482, -0.0980812);
    }

    @Test
    void everyCoordinateHasBothSignsWithinAnyThreePoints() {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (int number = 1; number <= 10; number++) {
                double[][] x = {point(seed, number, 5), point(seed, number + 1, 5), point(seed, number + 2, 5)};
                for (int i = 0; i < 5; i++) {
                    assertThat(Math.signum(x[0][i]) + Math.signum(x[1][i]) + Math.signum(x[2][i]))
                            .isBetween(-1.0, 1.0);
                }
            }
        }
    }

    @Test
    void neighboursHaveAllCombinationsOfSignsWithinFourPoints() {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (int i = 0; i < 4; i++) {
                Set<String> afterThree = new HashSet<>();
                Set<String> afterFour = new HashSet<>();
                for (int number = 1; number <= 4; number++) {
                    double[] x = point(seed, number, 5);
                    String quadrant = (x[i] > 0) + " " + (x[i + 1] > 0);
                    afterFour.add(quadrant);
                    if (number <= 3) {
                        afterThree.add(quadrant);
                    }
                }
                assertThat(afterThree).hasSize(3);
                assertThat(afterFour).hasSize(4);
            }
        }
    }

    @Test
    void sumsHaveBothSignsWithinThreePointsNearlyAlways() {
        int both = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            double[] sums = new double[3];
            for (int number = 1; number <= 3; number++) {
                sums[number - 1] = Arrays.stream(point(seed, number, 12)).sum();
            }
            boolean positive = Arrays.stream(sums).anyMatch(sum -> sum > 0);
            boolean negative = Arrays.stream(sums).anyMatch(sum -> sum < 0);
            both += positive && negative ? 1 : 0;
        }

        // Three independent signs would give 0.75.
        assertThat((double) both / SEEDS).isGreaterThan(0.9);
    }

    @Test
    void aLoneNumberIsNegativeThenLargeAndPositiveThenSmallAndNegative() {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(point(seed, 1, 1)[0]).isBetween(-2.0, -0.4);
            assertThat(point(seed, 2, 1)[0]).isBetween(5.5, 10.0);
            assertThat(point(seed, 3, 1)[0]).isBetween(-0.3, -0.01);
        }
    }

    @Test
    void aSecondVariableIsNotInStepWithTheFirst() {
        PointSampler second = new PointSampler(new Seed(9), 1);
        Set<String> quadrants = new HashSet<>();
        for (int number = 1; number <= 4; number++) {
            quadrants.add((point(1, number, 1)[0] > 0) + " " + (second.entries(Choice.first(number), 1)[0] > 0));
        }

        assertThat(quadrants).hasSize(4);
    }

    @Test
    void noEntriesAreEqualAndNoneIsTheNegativeOfAnother() {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (int number = 1; number <= 3; number++) {
                assertThat(Arrays.stream(point(seed, number, 9)).map(Math::abs).boxed())
                        .doesNotHaveDuplicates()
                        .doesNotContain(0.0);
            }
        }
    }

    @Test
    void entriesCoverTheirRangeEvenly() {
        double[] sizes = sampler(3).positive(Choice.first(1), new Sizes(1, 16), 4);
        Arrays.sort(sizes);

        assertThat(sizes[0]).isBetween(1.0, 2.0);
        assertThat(sizes[1]).isBetween(2.0, 4.0);
        assertThat(sizes[2]).isBetween(4.0, 8.0);
        assertThat(sizes[3]).isBetween(8.0, 16.0);
    }

    @Test
    void aRedrawIsAnotherPointAndEverySecondIsPositive() {
        Choice first = Choice.first(1);
        Choice second = first.next().orElseThrow();
        Choice third = second.next().orElseThrow();

        assertThat(sampler(1).entries(second, 20)).isNotEqualTo(sampler(1).entries(first, 20));
        assertThat(Arrays.stream(sampler(1).entries(second, 20)).min().orElseThrow())
                .isPositive();
        assertThat(Arrays.stream(sampler(1).entries(third, 20)).min().orElseThrow())
                .isNegative();
    }

    @Test
    void laterRedrawsTryOtherSigns() {
        Set<Boolean> signs = new HashSet<>();
        for (int redraws = 4; redraws <= Choice.MOST_REDRAWS; redraws += 2) {
            signs.add(sampler(1).entries(new Choice(1, 0, redraws), 1)[0] > 0);
        }

        assertThat(signs).hasSize(2);
    }

    @Test
    void aNegativeCountIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PointSampler(new Seed(1), -1))
                .withMessage("first counts coordinates, got -1");
    }
}
