package org.gradcheck.spec.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MatrixCoordinatesTest {

    private final SplittableRandom random = new SplittableRandom(3);

    @ParameterizedTest
    @CsvSource({"FULL, 16", "SYMMETRIC, 10", "SKEW, 6", "DIAGONAL, 4", "LOWER, 10", "UPPER, 10"})
    void aPatternHasAsManyCoordinatesAsFreeEntries(Pattern pattern, int dimension) {
        assertThat(new MatrixCoordinates(4, 4, pattern).dimension()).isEqualTo(dimension);
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void coordinatesKeepInnerProducts(Pattern pattern) {
        MatrixCoordinates coordinates = new MatrixCoordinates(4, 4, pattern);
        double[] u = vector(coordinates.dimension());
        double[] v = vector(coordinates.dimension());

        assertThat(frobenius(coordinates.matrix(u, 0), coordinates.matrix(v, 0)))
                .isCloseTo(dot(u, v), within(1e-13));
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void projectionPairsWithMembersAsTheMatrixItself(Pattern pattern) {
        MatrixCoordinates coordinates = new MatrixCoordinates(4, 4, pattern);
        DMatrixRMaj any = RandomMatrices.normal(4, 4, random);
        double[] v = vector(coordinates.dimension());
        double[] projected = new double[coordinates.dimension()];
        coordinates.project(any, projected, 0);

        assertThat(dot(projected, v)).isCloseTo(frobenius(any, coordinates.matrix(v, 0)), within(1e-13));
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void matricesOfCoordinatesHaveThePattern(Pattern pattern) {
        MatrixCoordinates coordinates = new MatrixCoordinates(4, 4, pattern);
        double[] padded = vector(coordinates.dimension() + 3);

        assertThat(coordinates.contains(coordinates.matrix(padded, 3))).isTrue();
        assertThat(coordinates.contains(RandomMatrices.normal(4, 4, random))).isEqualTo(pattern == Pattern.FULL);
    }

    @Test
    void fullMatricesAreReadByColumns() {
        double[] vec = new double[6];
        new MatrixCoordinates(2, 3, Pattern.FULL)
                .project(new DMatrixRMaj(new double[][] {{1, 3, 5}, {2, 4, 6}}), vec, 0);

        assertThat(vec).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void complexMatricesHaveTheSameRealPart() {
        MatrixCoordinates coordinates = new MatrixCoordinates(3, 3, Pattern.SKEW);
        double[] real = vector(3);
        double[] imaginary = vector(3);

        ZMatrixRMaj complex = coordinates.matrix(real, imaginary, 0);

        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(complex.getReal(i, j))
                        .isEqualTo(coordinates.matrix(real, 0).get(i, j));
                assertThat(complex.getImag(i, j))
                        .isEqualTo(coordinates.matrix(imaginary, 0).get(i, j));
            }
        }
    }

    private double[] vector(int length) {
        return RandomMatrices.normal(length, 1, random).data;
    }

    private static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * v[i];
        }
        return sum;
    }

    private static double frobenius(DMatrixRMaj a, DMatrixRMaj b) {
        return CommonOps_DDRM.elementSum(CommonOps_DDRM.elementMult(a, b, null));
    }
}
