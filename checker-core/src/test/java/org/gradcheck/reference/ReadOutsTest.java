package org.gradcheck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

class ReadOutsTest {

    private static ReadOuts of(double... change) {
        return ReadOuts.of(new double[change.length], change, Spaces.vector(change.length), new SplittableRandom(1));
    }

    private static double[] filled(int length, double value) {
        double[] v = new double[length];
        Arrays.fill(v, value);
        return v;
    }

    @Test
    void scalarIsReadAsItIs() {
        assertThat(of(3).names()).containsExactly("f");
        assertThat(of(3).read(new double[] {7}, Spaces.vector(1))).containsExactly(7);
    }

    @Test
    void fewOutputsAreReadOneByOne() {
        ReadOuts readOuts = of(filled(8, 1));

        assertThat(readOuts.names()).hasSize(8).startsWith("output 0").endsWith("output 7");
        assertThat(readOuts.read(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, Spaces.vector(8)))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void manyOutputsAreReadThroughEightCombinationsWithWeightsOfOrderOne() {
        ReadOuts readOuts = of(filled(9, 1));

        assertThat(readOuts.count()).isEqualTo(8);
        assertThat(readOuts.names())
                .startsWith("random combination 1 of the outputs")
                .endsWith("balanced combination 4 of the outputs");
        for (double[] cotangent : readOuts.cotangents()) {
            assertThat(cotangent).hasSize(9);
            for (double weight : cotangent) {
                assertThat(Math.abs(weight)).isBetween(0.5, 1.0);
            }
        }
    }

    @Test
    void noCombinationLeavesAnOutputOutOrEqualsAnother() {
        double[][] cotangents = of(filled(100, 1)).cotangents();

        for (int p = 0; p < cotangents.length; p++) {
            for (int q = 0; q < p; q++) {
                assertThat(cotangents[p]).isNotEqualTo(cotangents[q]);
            }
        }
    }

    @Test
    void balancedCombinationsWeighEveryOutputByItsChange() {
        double[] change = filled(20, 1);
        change[3] = 1e-9;
        change[7] = -1e-3;
        double[] balanced = of(change).cotangents()[5];

        assertThat(Math.abs(balanced[3] * change[3])).isBetween(0.5, 1.0);
        assertThat(Math.abs(balanced[7] * change[7])).isBetween(0.5, 1.0);
    }

    @Test
    void outputThatDoesNotChangeGetsAFiniteWeight() {
        double[] change = filled(20, 1);
        change[3] = 0;

        assertThat(Math.abs(of(change).cotangents()[6][3])).isBetween(0.5e12, 1e12);
    }

    @Test
    void largeOutputThatHardlyChangesIsNotWeighedUpToItsRounding() {
        double[] value = new double[20];
        value[3] = 1e6;
        double[] change = filled(20, 1);
        change[3] = 1e-9;
        double weight = ReadOuts.of(value, change, Spaces.vector(change.length), new SplittableRandom(1))
                .cotangents()[6][3];

        assertThat(Math.abs(weight * value[3]) * 0x1p-52).isLessThan(1e-8);
    }

    @Test
    void nothingToBalanceLeavesTheWeights() {
        for (double[] cotangent : of(filled(20, 0)).cotangents()) {
            for (double weight : cotangent) {
                assertThat(Math.abs(weight)).isBetween(0.5, 1.0);
            }
        }
    }

    @Test
    void magnitudeDoesNotShrinkWhenTermsCancel() {
        ReadOuts readOuts = new ReadOuts(new double[][] {{1, -1}}, List.of("difference"));
        double[] y = {3e5, 3e5};

        assertThat(readOuts.read(y, Spaces.vector(2))).containsExactly(0);
        assertThat(readOuts.magnitude(y, Spaces.vector(2))[0]).isCloseTo(3e5 * Math.sqrt(2), within(1e-6));
    }

    @Test
    void magnitudeOfLargeValuesDoesNotOverflowNorThatOfSmallOnesVanish() {
        ReadOuts readOuts = new ReadOuts(new double[][] {{1, 1}}, List.of("sum"));

        assertThat(readOuts.magnitude(new double[] {1e300, 1e300}, Spaces.vector(2))[0])
                .isBetween(1.4e300, 1.5e300);
        assertThat(readOuts.magnitude(new double[] {1e-300, 1e-300}, Spaces.vector(2))[0])
                .isBetween(1.4e-300, 1.5e-300);
        assertThat(readOuts.magnitude(new double[2], Spaces.vector(2))[0]).isZero();
    }
}
