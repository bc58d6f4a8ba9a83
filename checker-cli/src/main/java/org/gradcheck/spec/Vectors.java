package org.gradcheck.spec;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.function.ComplexVector;

/** vec: matrices read by columns, and back. EJML stores them by rows. */
final class Vectors {

    private Vectors() {}

    static double[] vec(DMatrixRMaj matrix) {
        double[] vector = new double[matrix.getNumElements()];
        int at = 0;
        for (int j = 0; j < matrix.numCols; j++) {
            for (int i = 0; i < matrix.numRows; i++) {
                vector[at++] = matrix.unsafe_get(i, j);
            }
        }
        return vector;
    }

    static ComplexVector vec(ZMatrixRMaj matrix) {
        double[] real = new double[matrix.numRows * matrix.numCols];
        double[] imaginary = new double[real.length];
        int at = 0;
        for (int j = 0; j < matrix.numCols; j++) {
            for (int i = 0; i < matrix.numRows; i++) {
                int index = 2 * (i * matrix.numCols + j);
                real[at] = matrix.data[index];
                imaginary[at++] = matrix.data[index + 1];
            }
        }
        return new ComplexVector(real, imaginary);
    }

    /** The matrices one after the other. */
    static double[] stacked(List<DMatrixRMaj> matrices) {
        return matrices.size() == 1
                ? vec(matrices.get(0))
                : matrices.stream()
                        .flatMapToDouble(matrix -> Arrays.stream(vec(matrix)))
                        .toArray();
    }

    /** The complex matrices one after the other. */
    static ComplexVector stackedComplex(List<ZMatrixRMaj> matrices) {
        if (matrices.size() == 1) {
            return vec(matrices.get(0));
        }
        List<ComplexVector> vectors = matrices.stream().map(Vectors::vec).toList();
        return new ComplexVector(
                vectors.stream()
                        .flatMapToDouble(vector -> Arrays.stream(vector.real()))
                        .toArray(),
                vectors.stream()
                        .flatMapToDouble(vector -> Arrays.stream(vector.imaginary()))
                        .toArray());
    }

    static DMatrixRMaj matrix(double[] vector, int rows, int columns) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        int at = 0;
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                matrix.unsafe_set(i, j, vector[at++]);
            }
        }
        return matrix;
    }
}
