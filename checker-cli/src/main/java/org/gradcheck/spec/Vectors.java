package org.gradcheck.spec;

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
