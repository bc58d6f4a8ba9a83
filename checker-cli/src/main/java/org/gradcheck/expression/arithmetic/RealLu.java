package org.gradcheck.expression.arithmetic;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * LU factorisation of a square matrix with partial pivoting. {@link ComplexLu} repeats it operation by operation, which EJML's real and
 * complex factorisations do not: the real part of a complex step must equal the real value to rounding also in ill-conditioned systems.
 */
final class RealLu {

    private final int size;
    private final double[] lu;
    private final int[] order;
    private final double sign;

    private RealLu(int size, double[] lu, int[] order, double sign) {
        this.size = size;
        this.lu = lu;
        this.order = order;
        this.sign = sign;
    }

    static RealLu of(DMatrixRMaj matrix) {
        int n = matrix.numRows;
        double[] lu = Arrays.copyOf(matrix.data, n * n);
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        double sign = 1;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(lu[i * n + k]) > Math.abs(lu[pivot * n + k])) {
                    pivot = i;
                }
            }
            if (pivot != k) {
                swapRows(lu, n, pivot, k);
                int moved = order[k];
                order[k] = order[pivot];
                order[pivot] = moved;
                sign = -sign;
            }
            double diagonal = lu[k * n + k];
            if (diagonal != 0) {
                eliminate(lu, n, k, diagonal);
            }
        }
        return new RealLu(n, lu, order, sign);
    }

    private static void eliminate(double[] lu, int n, int k, double diagonal) {
        for (int i = k + 1; i < n; i++) {
            double factor = lu[i * n + k] / diagonal;
            lu[i * n + k] = factor;
            if (factor != 0) {
                for (int j = k + 1; j < n; j++) {
                    lu[i * n + j] -= factor * lu[k * n + j];
                }
            }
        }
    }

    private static void swapRows(double[] lu, int n, int first, int second) {
        for (int j = 0; j < n; j++) {
            double moved = lu[first * n + j];
            lu[first * n + j] = lu[second * n + j];
            lu[second * n + j] = moved;
        }
    }

    DMatrixRMaj solve(DMatrixRMaj right) {
        int width = right.numCols;
        DMatrixRMaj solution = new DMatrixRMaj(size, width);
        double[] x = solution.data;
        if (isSingular()) {
            solution.fill(Double.NaN);
            return solution;
        }
        for (int i = 0; i < size; i++) {
            System.arraycopy(right.data, order[i] * width, x, i * width, width);
            for (int k = 0; k < i; k++) {
                subtract(x, width, i, k);
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                subtract(x, width, i, k);
            }
            for (int j = 0; j < width; j++) {
                x[i * width + j] /= lu[i * size + i];
            }
        }
        return solution;
    }

    private void subtract(double[] x, int width, int row, int other) {
        double factor = lu[row * size + other];
        for (int j = 0; j < width; j++) {
            x[row * width + j] -= factor * x[other * width + j];
        }
    }

    double determinant() {
        double product = sign;
        for (int i = 0; i < size; i++) {
            product *= lu[i * size + i];
        }
        return product;
    }

    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.log(Math.abs(lu[i * size + i]));
        }
        return sum;
    }

    private boolean isSingular() {
        for (int i = 0; i < size; i++) {
            if (lu[i * size + i] == 0) {
                return true;
            }
        }
        return false;
    }
}
