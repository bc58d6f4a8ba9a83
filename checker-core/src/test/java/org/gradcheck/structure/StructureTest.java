package org.gradcheck.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.gradcheck.point.Choice;
import org.gradcheck.point.Magnitude;
import org.gradcheck.point.PointSampler;
import org.gradcheck.point.Seed;
import org.gradcheck.space.Manifold;
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
    void pointsLieInTheirSetAlsoWhenRedrawn(Structure structure) {
        boolean column = structure.fit().accepts(3, 1) && !structure.fit().accepts(4, 4);
        int rows = column ? 3 : 4;
        int columns = column ? 1 : 4;
        Manifold<DMatrixRMaj> set = structure.set().of(rows, columns);
        for (int seed = 0; seed < 20; seed++) {
            PointSampler sampler = new PointSampler(new Seed(seed), 0);
            for (int number = 1; number <= 3; number++) {
                for (int redraws = 0; redraws < 9; redraws++) {
                    DMatrixRMaj point = structure.draw(rows, columns, sampler, new Choice(number, 0, redraws));

                    assertThat(set.violation(set.coordinates(point)).size()).isLessThan(1e-14);
                    assertThat(NormOps_DDRM.normF(point)).isPositive();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Fit.class)
    void everyShapeThatFitsCanBeDrawn(Fit fit) {
        for (Structure structure : Structure.values()) {
            for (int rows = 1; rows <= 4 && structure.fit() == fit; rows++) {
                for (int columns = 1; columns <= 4; columns++) {
                    if (fit.accepts(rows, columns)) {
                        DMatrixRMaj point =
                                structure.draw(rows, columns, new PointSampler(new Seed(1), 0), Choice.first(1));

                        assertThat(point.numRows).as(structure.label()).isEqualTo(rows);
                        assertThat(point.numCols).as(structure.label()).isEqualTo(columns);
                        assertThat(structure.set().of(rows, columns).tangentDimension())
                                .as(structure.label())
                                .isPositive();
                        assertThat(Arrays.stream(point.data).allMatch(Double::isFinite))
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void eigenvaluesAreWhereTheStructureSays() {
        for (int seed = 0; seed < 50; seed++) {
            assertThat(Arrays.stream(realParts(draw(Structure.POSEIG, 4, seed, Magnitude.ORDINARY))))
                    .allMatch(value -> value > 0.39 && value < 3.01);
            assertThat(smallestGap(realParts(draw(Structure.REALEIG, 4, seed, Magnitude.ORDINARY))))
                    .isGreaterThan(0.15);
            assertThat(Arrays.stream(realParts(draw(Structure.STABLE, 4, seed, Magnitude.LARGE))))
                    .allMatch(value -> value <= -0.5 + 1e-12);
            assertThat(eigenvalues(draw(Structure.PSD, 4, seed, Magnitude.ORDINARY))[0])
                    .isBetween(-1e-14, 1e-14);
            assertThat(CommonOps_DDRM.det(draw(Structure.POSDET, 4, seed, Magnitude.SMALL)))
                    .isPositive();
        }
    }

    @Test
    void singularValuesAreWhereTheStructureSays() {
        for (int seed = 0; seed < 50; seed++) {
            assertThat(NormOps_DDRM.normP2(draw(Structure.CONTRACTION, 4, seed, Magnitude.LARGE)))
                    .isBetween(0.499999, 0.500001);
            assertThat(NormOps_DDRM.conditionP2(draw(Structure.SEPSV, 4, seed, Magnitude.ORDINARY)))
                    .isLessThan(6.01);
            assertThat(Math.abs(CommonOps_DDRM.det(draw(Structure.LOWRANK, 4, seed, Magnitude.ORDINARY))))
                    .isLessThan(1e-13);
        }
    }

    @Test
    void rotationsTurnByAnglesAwayFromZeroAndPi() {
        for (int seed = 0; seed < 50; seed++) {
            DMatrixRMaj rotation = draw(Structure.ROTATION, 3, seed, Magnitude.ORDINARY);

            assertThat(CommonOps_DDRM.det(rotation)).isCloseTo(1, within(1e-14));
            assertThat(Math.acos((CommonOps_DDRM.trace(rotation) - 1) / 2)).isBetween(0.4, 2.7);
        }
    }

    @Test
    void dataAreLabelsAndMasks() {
        DMatrixRMaj labels = Structure.ONEHOTROWS.draw(5, 3, new PointSampler(new Seed(1), 0), Choice.first(1));
        for (int i = 0; i < 5; i++) {
            assertThat(labels.get(i, 0) + labels.get(i, 1) + labels.get(i, 2)).isEqualTo(1);
        }
        assertThat(entries(Structure.SIGNS, Magnitude.LARGE)).containsOnly(1.0, -1.0);
        assertThat(entries(Structure.BINARY, Magnitude.SMALL)).containsOnly(1.0, 0.0);
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
        return realParts(DecompositionFactory_DDRM.eig(matrix.numRows, false, true), matrix);
    }

    private static double[] realParts(DMatrixRMaj matrix) {
        return realParts(DecompositionFactory_DDRM.eig(matrix.numRows, false), matrix);
    }

    private static double[] realParts(EigenDecomposition_F64<DMatrixRMaj> eigen, DMatrixRMaj matrix) {
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
