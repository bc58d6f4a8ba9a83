package org.gradcheck.expression.arithmetic;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * LU factorisation of a square matrix with partial pivoting. {@link ComplexLu} repeats it operation by operation, which EJML's real and
 * complex factorisations do not: the real part of a complex step must equal the real value to rounding also in ill-conditioned systems.
 */
final class RealLu {

    private final double[][] lu;
    private final int[] order;
    private final double sign;

    private RealLu(double[][] lu, int[] order, double sign) {
        this.lu = lu;
        this.order = order;
        this.sign = sign;
    }

    static RealLu of(DMatrixRMaj matrix) {
        int n = matrix.numRows;
        double[][] lu = Rows.of(matrix.data, n, n);
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        double sign = 1;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(lu[i][k]) > Math.abs(lu[pivot][k])) {
                    pivot = i;
                }
            }
            if (pivot != k) {
                double[] row = lu[k];
                lu[k] = lu[pivot];
                lu[pivot] = row;
                int moved = order[k];
                order[k] = order[pivot];
                order[pivot] = moved;
                sign = -sign;
            }
            if (lu[k][k] != 0) {
                eliminate(lu, k);
            }
        }
        return new RealLu(lu, order, sign);
    }

    private static void eliminate(double[][] lu, int k) {
        double[] pivotRow = lu[k];
        for (int i = k + 1; i < lu.length; i++) {
            double[] row = lu[i];
            double factor = row[k] / pivotRow[k];
            row[k] = factor;
            if (factor != 0) {
                Rows.subtract(row, factor, pivotRow, k + 1, row.length);
            }
        }
    }

    DMatrixRMaj solve(DMatrixRMaj right) {
        int width = right.numCols;
        DMatrixRMaj solution = new DMatrixRMaj(lu.length, width);
        if (isSingular()) {
            solution.fill(Double.NaN);
        } else if (width == 1) {
            solveColumn(right.data, solution.data);
        } else {
            Rows.join(solvedRows(right), solution.data);
        }
        return solution;
    }

    private void solveColumn(double[] right, double[] x) {
        for (int i = 0; i < lu.length; i++) {
            x[i] = remainder(lu[i], right[order[i]], x, 0, i);
        }
        for (int i = lu.length - 1; i >= 0; i--) {
            x[i] = remainder(lu[i], x[i], x, i + 1, lu.length) / lu[i][i];
        }
    }

    private static double remainder(double[] row, double start, double[] x, int from, int to) {
        double rest = start;
        for (int k = from; k < to; k++) {
            rest -= row[k] * x[k];
        }
        return rest;
    }

    private double[][] solvedRows(DMatrixRMaj right) {
        int width = right.numCols;
        double[][] x = new double[lu.length][];
        for (int i = 0; i < lu.length; i++) {
            x[i] = Arrays.copyOfRange(right.data, order[i] * width, (order[i] + 1) * width);
            subtractRows(x, i, 0, i);
        }
        for (int i = lu.length - 1; i >= 0; i--) {
            subtractRows(x, i, i + 1, lu.length);
            for (int j = 0; j < width; j++) {
                x[i][j] /= lu[i][i];
            }
        }
        return x;
    }

    private void subtractRows(double[][] x, int row, int from, int to) {
        for (int k = from; k < to; k++) {
            Rows.subtract(x[row], lu[row][k], x[k], 0, x[row].length);
        }
    }

    double determinant() {
        double product = sign;
        for (int i = 0; i < lu.length; i++) {
            product *= lu[i][i];
        }
        return product;
    }

    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lu.length; i++) {
            sum += Math.log(Math.abs(lu[i][i]));
        }
        return sum;
    }

    private boolean isSingular() {
        for (int i = 0; i < lu.length; i++) {
            if (lu[i][i] == 0) {
                return true;
            }
        }
        return false;
    }
}
