package org.gradcheck.spec.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.gradcheck.point.Choice;
import org.gradcheck.point.Magnitude;
import org.gradcheck.point.PointSampler;
import org.gradcheck.point.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructureTest {

    private static DMatrixRMaj draw(Structure structure, int size, long seed, Magnitude magnitude) {
        int number = switch (magnitude) {
            case ORDINARY -> 1;
            case LARGE -> 2;
            case SMALL -> 3;
        };
        return structure.draw(size, size, new PointSampler(new Seed(seed), 0), Choice.first(number));
    }

    private static Stream<Double> entries(Structure structure, Magnitude magnitude) {
        return Arrays.stream(draw(structure, 40, 1, magnitude).data).boxed();
    }

    @ParameterizedTest
    @EnumSource(Structure.class)
    void pointsHaveTheirPatternExactlyAlsoWhenRedrawn(Structure structure) {
        for (int seed = 0; seed < 20; seed++) {
            PointSampler sampler = new PointSampler(new Seed(seed), 0);
            for (int number = 1; number <= 3; number++) {
                for (int redraws = 0; redraws < 9; redraws++) {
                    DMatrixRMaj point = structure.draw(4, 4, sampler, new Choice(number, 0, redraws));

                    assertThat(new MatrixCoordinates(4, 4, structure.pattern()).contains(point))
                            .isTrue();
                    assertThat(NormOps_DDRM.normF(point)).isPositive();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 30})
    void nonsingularPointsAreWellConditioned(int size) {
        for (int seed = 0; seed < 50; seed++) {
            for (Magnitude magnitude : Magnitude.values()) {
                assertThat(NormOps_DDRM.conditionP2(draw(Structure.NONSINGULAR, size, seed, magnitude)))
                        .isLessThan(12);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ORDINARY, 1", "LARGE, 5", "SMALL, 0.125"})
    void definitePointsHaveTheirEigenvaluesApart(Magnitude magnitude, double scale) {
        for (int seed = 0; seed < 50; seed++) {
            double[] values = eigenvalues(draw(Structure.SPD, 5, seed, magnitude));

            assertThat(values[0]).isGreaterThan(0.4 * scale);
            assertThat(values[4]).isLessThan(3 * scale);
            assertThat(smallestGap(values)).isGreaterThan(0.15 * scale);
        }
    }

    @ParameterizedTest
    @CsvSource({"ORDINARY, 1", "LARGE, 5", "SMALL, 0.125"})
    void symmetricPointsHaveTheirEigenvaluesApartAndAwayFromZero(Magnitude magnitude, double scale) {
        for (int seed = 0; seed < 50; seed++) {
            double[] values = eigenvalues(draw(Structure.SYMMETRIC, 5, seed, magnitude));

            assertThat(Arrays.stream(values).map(Math::abs).min().orElseThrow()).isGreaterThan(0.29 * scale);
            assertThat(values[0]).isGreaterThan(-2 * scale);
            assertThat(values[4]).isLessThan(2.5 * scale);
            assertThat(smallestGap(values)).isGreaterThan(0.15 * scale);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POSITIVE, ORDINARY, 0.4, 2",
        "POSITIVE, LARGE, 5.5, 10",
        "POSITIVE, SMALL, 0.01, 0.3",
        "UNIT01, ORDINARY, 0.12, 0.88",
        "UNIT01, LARGE, 0.02, 0.98",
        "UNIT01, SMALL, 0.02, 0.3"
    })
    void positiveEntriesKeepToTheirRanges(Structure structure, Magnitude magnitude, double from, double to) {
        assertThat(entries(structure, magnitude)).allMatch(entry -> entry >= from && entry <= to);
    }

    @ParameterizedTest
    @CsvSource({
        "AWAY, ORDINARY, 0.3, 1.8",
        "AWAY, LARGE, 5.5, 10",
        "AWAY, SMALL, 0.3, 0.5",
        "SMALL, ORDINARY, 0.1, 0.7",
        "SMALL, LARGE, 0.6, 0.9",
        "SMALL, SMALL, 0.01, 0.1"
    })
    void entriesWithSignsKeepToTheirRanges(Structure structure, Magnitude magnitude, double from, double to) {
        assertThat(entries(structure, magnitude))
                .allMatch(entry -> Math.abs(entry) >= from && Math.abs(entry) <= to)
                .anyMatch(entry -> entry > 0)
                .anyMatch(entry -> entry < 0);
    }

    @Test
    void largePointsOfTheUnitIntervalAreBesideItsEnds() {
        assertThat(entries(Structure.UNIT01, Magnitude.LARGE))
                .allMatch(entry -> entry <= 0.1 || entry >= 0.9)
                .anyMatch(entry -> entry <= 0.1)
                .anyMatch(entry -> entry >= 0.9);
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
