package org.gradcheck.spec.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructureTest {

    @ParameterizedTest
    @EnumSource(Structure.class)
    void pointsHaveTheirPatternExactly(Structure structure) {
        for (int seed = 0; seed < 50; seed++) {
            DMatrixRMaj point = structure.draw(4, 4, new SplittableRandom(seed));

            assertThat(new MatrixCoordinates(4, 4, structure.pattern()).contains(point))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30})
    void nonsingularPointsAreWellConditioned(int size) {
        for (int seed = 0; seed < 50; seed++) {
            DMatrixRMaj point = Structure.NONSINGULAR.draw(size, size, new SplittableRandom(seed));

            assertThat(NormOps_DDRM.conditionP2(point)).isLessThan(12);
        }
    }

    @Test
    void definitePointsHaveTheirEigenvaluesApart() {
        for (int seed = 0; seed < 50; seed++) {
            double[] values = eigenvalues(Structure.SPD.draw(5, 5, new SplittableRandom(seed)));

            assertThat(values[0]).isGreaterThan(0.4);
            assertThat(values[4]).isLessThan(3);
            assertThat(smallestGap(values)).isGreaterThan(0.15);
        }
    }

    @Test
    void symmetricPointsHaveTheirEigenvaluesApartAndAwayFromZero() {
        for (int seed = 0; seed < 50; seed++) {
            double[] values = eigenvalues(Structure.SYMMETRIC.draw(5, 5, new SplittableRandom(seed)));

            assertThat(Arrays.stream(values).map(Math::abs).min().orElseThrow()).isGreaterThan(0.29);
            assertThat(values[0]).isGreaterThan(-2);
            assertThat(values[4]).isLessThan(2.5);
            assertThat(smallestGap(values)).isGreaterThan(0.15);
        }
    }

    @Test
    void entriesKeepToTheirRanges() {
        assertThat(Arrays.stream(Structure.POSITIVE.draw(40, 40, new SplittableRandom(1)).data)
                        .boxed())
                .allMatch(entry -> entry > 0.5 && entry < 2);
        assertThat(Arrays.stream(Structure.UNIT01.draw(40, 40, new SplittableRandom(1)).data)
                        .boxed())
                .allMatch(entry -> entry > 0.12 && entry < 0.88);
        assertThat(Arrays.stream(Structure.AWAY.draw(40, 40, new SplittableRandom(1)).data)
                        .boxed())
                .allMatch(entry -> Math.abs(entry) > 0.3 && Math.abs(entry) < 1.8)
                .anyMatch(entry -> entry > 0)
                .anyMatch(entry -> entry < 0);
    }

    @Test
    void normalEntriesHaveTheirMeanAndDeviation() {
        double[] entries =
                RandomMatrices.entries(20_000, 1, new Distribution.Normal(3, 0.5), new SplittableRandom(1)).data;
        double mean = Arrays.stream(entries).average().orElseThrow();
        double variance = Arrays.stream(entries)
                .map(entry -> (entry - mean) * (entry - mean))
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(2.98, 3.02);
        assertThat(Math.sqrt(variance)).isBetween(0.49, 0.51);
    }

    private static double[] eigenvalues(DMatrixRMaj matrix) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(matrix.numRows, false, true);
        eigen.decompose(matrix.copy());
        double[] values = new double[matrix.numRows];
        for (int i = 0; i < values.length; i++) {
            values[i] = eigen.getEigenvalue(i).getReal();
        }
        Arrays.sort(values);
        return values;
    }

    private static double smallestGap(double[] sorted) {
        double gap = Double.POSITIVE_INFINITY;
        for (int i = 1; i < sorted.length; i++) {
            gap = Math.min(gap, sorted[i] - sorted[i - 1]);
        }
        return gap;
    }
}
