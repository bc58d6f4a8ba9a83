package org.gradcheck.expression.arithmetic;

import java.util.Arrays;
import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.complex.Complex;

/** LU factorisation of a square complex matrix: {@link RealLu}, with its order of operations and, for tiny imaginary parts, its pivots. */
final class ComplexLu {

    private final int size;
    private final Planes lu;
    private final int[] order;
    private final double sign;

    private ComplexLu(int size, Planes lu, int[] order, double sign) {
        this.size = size;
        this.lu = lu;
        this.order = order;
        this.sign = sign;
    }

    static ComplexLu of(ZMatrixRMaj matrix) {
        int n = matrix.numRows;
        Planes lu = Planes.of(matrix);
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        double sign = 1;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (weight(lu, i, k) > weight(lu, pivot, k)) {
                    pivot = i;
                }
            }
            if (pivot != k) {
                lu.swapRows(pivot, k);
                int moved = order[k];
                order[k] = order[pivot];
                order[pivot] = moved;
                sign = -sign;
            }
            if (!isZero(lu.entry(k, k))) {
                eliminate(lu, n, k);
            }
        }
        return new ComplexLu(n, lu, order, sign);
    }

    private static double weight(Planes lu, int i, int j) {
        return Math.abs(lu.re()[i][j]) + Math.abs(lu.im()[i][j]);
    }

    private static boolean isZero(Complex z) {
        return z.re() == 0 && z.im() == 0;
    }

    private static void eliminate(Planes lu, int size, int k) {
        Complex diagonal = lu.entry(k, k);
        for (int i = k + 1; i < size; i++) {
            Complex factor = lu.entry(i, k).over(diagonal);
            lu.put(i, k, factor);
            if (!isZero(factor)) {
                lu.subtract(i, factor, lu, k, k + 1, size);
            }
        }
    }

    ZMatrixRMaj solve(ZMatrixRMaj right) {
        ZMatrixRMaj solution = new ZMatrixRMaj(size, right.numCols);
        if (isSingular()) {
            Arrays.fill(solution.data, Double.NaN);
            return solution;
        }
        if (right.numCols == 1) {
            solveColumn(right, solution);
            return solution;
        }
        return solvedRows(Planes.of(right), right.numCols).matrix();
    }

    private void solveColumn(ZMatrixRMaj right, ZMatrixRMaj x) {
        for (int i = 0; i < size; i++) {
            ComplexArithmetic.put(x, i, remainder(i, ComplexArithmetic.entry(right, order[i]), x.data, 0, i));
        }
        for (int i = size - 1; i >= 0; i--) {
            Complex rest = remainder(i, ComplexArithmetic.entry(x, i), x.data, i + 1, size);
            ComplexArithmetic.put(x, i, rest.over(lu.entry(i, i)));
        }
    }

    private Complex remainder(int row, Complex start, double[] x, int from, int to) {
        double[] rowRe = lu.re()[row];
        double[] rowIm = lu.im()[row];
        double re = start.re();
        double im = start.im();
        for (int k = from; k < to; k++) {
            double a = x[2 * k];
            double b = x[2 * k + 1];
            re -= rowRe[k] * a - rowIm[k] * b;
            im -= rowRe[k] * b + rowIm[k] * a;
        }
        return new Complex(re, im);
    }

    private Planes solvedRows(Planes right, int width) {
        Planes x = new Planes(new double[size][], new double[size][]);
        for (int i = 0; i < size; i++) {
            x.re()[i] = right.re()[order[i]];
            x.im()[i] = right.im()[order[i]];
            for (int k = 0; k < i; k++) {
                x.subtract(i, lu.entry(i, k), x, k, 0, width);
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x.subtract(i, lu.entry(i, k), x, k, 0, width);
            }
            Complex diagonal = lu.entry(i, i);
            for (int j = 0; j < width; j++) {
                x.put(i, j, x.entry(i, j).over(diagonal));
            }
        }
        return x;
    }

    Complex determinant() {
        Complex product = Complex.of(sign);
        for (int i = 0; i < size; i++) {
            product = product.times(lu.entry(i, i));
        }
        return product;
    }

    /** The sum of the logarithms of the pivots, each with the sign that makes its real part positive. */
    Complex logDeterminant() {
        Complex sum = Complex.ZERO;
        for (int i = 0; i < size; i++) {
            sum = sum.plus(lu.entry(i, i).abs().log());
        }
        return sum;
    }

    private boolean isSingular() {
        for (int i = 0; i < size; i++) {
            if (isZero(lu.entry(i, i))) {
                return true;
            }
        }
        return false;
    }
}
