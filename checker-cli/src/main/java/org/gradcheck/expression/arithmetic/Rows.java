package org.gradcheck.expression.arithmetic;

import java.util.Arrays;

/**
 * Matrices whose rows are arrays of their own: only where all arrays are read and written at one index does the virtual machine vectorise
 * a loop. Sums run in the order of EJML's products, so that results are equal to theirs bit by bit.
 */
final class Rows {

    /** Below this the copies cost more than the loops gain. */
    private static final int LEAST = 12;

    private Rows() {}

    /** Whether a product of matrices of these sizes is faster in rows. */
    static boolean pay(int rows, int inner, int columns) {
        return rows >= LEAST && inner >= LEAST && columns >= LEAST;
    }

    static double[][] zero(int rows, int columns) {
        return new double[rows][columns];
    }

    /** The rows of a matrix that is stored row by row. */
    static double[][] of(double[] data, int rows, int columns) {
        double[][] result = new double[rows][];
        for (int i = 0; i < rows; i++) {
            result[i] = Arrays.copyOfRange(data, i * columns, (i + 1) * columns);
        }
        return result;
    }

    static double[][] transposed(double[] data, int rows, int columns) {
        double[][] result = new double[columns][rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result[j][i] = data[i * columns + j];
            }
        }
        return result;
    }

    /** Puts rows one behind the other. */
    static void join(double[][] rows, double[] data) {
        int at = 0;
        for (double[] row : rows) {
            System.arraycopy(row, 0, data, at, row.length);
            at += row.length;
        }
    }

    static boolean areZero(double[][] rows) {
        for (double[] row : rows) {
            for (double entry : row) {
                if (entry != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Adds factor·x·y to the target. */
    static void addProduct(double[][] target, double factor, double[][] x, double[][] y) {
        for (int i = 0; i < x.length; i++) {
            addProduct(target[i], factor, x[i], y);
        }
    }

    private static void addProduct(double[] target, double factor, double[] x, double[][] y) {
        int k = 0;
        for (; k + 4 <= x.length; k += 4) {
            double a = factor * x[k];
            double b = factor * x[k + 1];
            double c = factor * x[k + 2];
            double d = factor * x[k + 3];
            add(target, a, y[k], b, y[k + 1], c, y[k + 2], d, y[k + 3]);
        }
        for (; k < x.length; k++) {
            subtract(target, -factor * x[k], y[k], 0, target.length);
        }
    }

    /** Four multiples at once: the target is loaded and stored once, and the order of the sum is kept. */
    private static void add(
            double[] target, double a, double[] x, double b, double[] y, double c, double[] z, double d, double[] w) {
        for (int j = 0; j < target.length; j++) {
            target[j] = target[j] + a * x[j] + b * y[j] + c * z[j] + d * w[j];
        }
    }

    /** Subtracts a multiple of the source from the target, between two places. */
    static void subtract(double[] target, double factor, double[] source, int from, int to) {
        for (int j = from; j < to; j++) {
            target[j] -= factor * source[j];
        }
    }
}
