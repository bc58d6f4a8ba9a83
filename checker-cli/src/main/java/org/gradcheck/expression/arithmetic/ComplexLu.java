package org.gradcheck.expression.arithmetic;

import java.util.Arrays;
import org.ejml.data.ZMatrixRMaj;

/** LU factorisation of a square complex matrix: {@link RealLu}, with its order of operations and, for tiny imaginary parts, its pivots. */
final class ComplexLu {

    private final int size;
    private final double[] lu;
    private final int[] order;
    private final double sign;

    private ComplexLu(int size, double[] lu, int[] order, double sign) {
        this.size = size;
        this.lu = lu;
        this.order = order;
        this.sign = sign;
    }

    static ComplexLu of(ZMatrixRMaj matrix) {
        int n = matrix.numRows;
        ComplexLu result = new ComplexLu(n, Arrays.copyOf(matrix.data, 2 * n * n), new int[n], 1);
        Arrays.setAll(result.order, i -> i);
        double sign = 1;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (result.weight(i, k) > result.weight(pivot, k)) {
                    pivot = i;
                }
            }
            if (pivot != k) {
                result.swapRows(pivot, k);
                sign = -sign;
            }
            Complex diagonal = result.entry(k, k);
            if (diagonal.re() != 0 || diagonal.im() != 0) {
                result.eliminate(k, diagonal);
            }
        }
        return new ComplexLu(n, result.lu, result.order, sign);
    }

    private double weight(int i, int j) {
        int at = 2 * (i * size + j);
        return Math.abs(lu[at]) + Math.abs(lu[at + 1]);
    }

    private Complex entry(int i, int j) {
        int at = 2 * (i * size + j);
        return new Complex(lu[at], lu[at + 1]);
    }

    private void eliminate(int k, Complex diagonal) {
        for (int i = k + 1; i < size; i++) {
            Complex factor = entry(i, k).over(diagonal);
            lu[2 * (i * size + k)] = factor.re();
            lu[2 * (i * size + k) + 1] = factor.im();
            if (factor.re() != 0 || factor.im() != 0) {
                subtract(lu, factor, 2 * (i * size + k + 1), 2 * (k * size + k + 1), size - k - 1);
            }
        }
    }

    /** Subtracts factor times the numbers from {@code source} on from those from {@code target} on. */
    private static void subtract(double[] data, Complex factor, int target, int source, int count) {
        double re = factor.re();
        double im = factor.im();
        for (int at = 0; at < 2 * count; at += 2) {
            double x = data[source + at];
            double y = data[source + at + 1];
            data[target + at] -= re * x - im * y;
            data[target + at + 1] -= re * y + im * x;
        }
    }

    private void swapRows(int first, int second) {
        int width = 2 * size;
        for (int j = 0; j < width; j++) {
            double moved = lu[first * width + j];
            lu[first * width + j] = lu[second * width + j];
            lu[second * width + j] = moved;
        }
        int moved = order[first];
        order[first] = order[second];
        order[second] = moved;
    }

    ZMatrixRMaj solve(ZMatrixRMaj right) {
        int columns = right.numCols;
        int width = 2 * columns;
        ZMatrixRMaj solution = new ZMatrixRMaj(size, columns);
        double[] x = solution.data;
        if (isSingular()) {
            Arrays.fill(x, Double.NaN);
            return solution;
        }
        for (int i = 0; i < size; i++) {
            System.arraycopy(right.data, order[i] * width, x, i * width, width);
            for (int k = 0; k < i; k++) {
                subtract(x, entry(i, k), i * width, k * width, columns);
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                subtract(x, entry(i, k), i * width, k * width, columns);
            }
            Complex diagonal = entry(i, i);
            for (int j = 0; j < columns; j++) {
                int at = i * columns + j;
                ComplexArithmetic.put(
                        solution, at, ComplexArithmetic.entry(solution, at).over(diagonal));
            }
        }
        return solution;
    }

    Complex determinant() {
        Complex product = Complex.of(sign);
        for (int i = 0; i < size; i++) {
            product = product.times(entry(i, i));
        }
        return product;
    }

    /** The sum of the logarithms of the pivots, each with the sign that makes its real part positive. */
    Complex logDeterminant() {
        Complex sum = Complex.ZERO;
        for (int i = 0; i < size; i++) {
            sum = sum.plus(ComplexMath.log(ComplexMath.abs(entry(i, i))));
        }
        return sum;
    }

    private boolean isSingular() {
        for (int i = 0; i < size; i++) {
            Complex pivot = entry(i, i);
            if (pivot.re() == 0 && pivot.im() == 0) {
                return true;
            }
        }
        return false;
    }
}
