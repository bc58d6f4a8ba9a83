package org.gradcheck.corpus.operator;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Sums and products with fresh results, for functions and derivatives that read as they are written. */
final class Algebra {

    private Algebra() {}

    static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * v[i];
        }
        return sum;
    }

    static double sum(double[] u) {
        return Arrays.stream(u).sum();
    }

    static double[] plus(double[] u, double[] v) {
        double[] sum = u.clone();
        Arrays.setAll(sum, i -> u[i] + v[i]);
        return sum;
    }

    static double[] minus(double[] u, double[] v) {
        return plus(u, scaled(-1, v));
    }

    static double[] scaled(double factor, double[] u) {
        return map(u, entry -> factor * entry);
    }

    /** Entry by entry. */
    static double[] product(double[] u, double[] v) {
        double[] product = u.clone();
        Arrays.setAll(product, i -> u[i] * v[i]);
        return product;
    }

    static double[] map(double[] x, DoubleUnaryOperator operator) {
        return Arrays.stream(x).map(operator).toArray();
    }

    static double[] times(DMatrixRMaj a, double[] x) {
        return times(a, column(x)).data;
    }

    /** The product of all, from left to right. */
    static DMatrixRMaj times(DMatrixRMaj a, DMatrixRMaj... more) {
        DMatrixRMaj product = a;
        for (DMatrixRMaj b : more) {
            DMatrixRMaj next = new DMatrixRMaj(product.numRows, b.numCols);
            CommonOps_DDRM.mult(product, b, next);
            product = next;
        }
        return product;
    }

    static DMatrixRMaj plus(DMatrixRMaj a, DMatrixRMaj... more) {
        DMatrixRMaj sum = a.copy();
        for (DMatrixRMaj b : more) {
            CommonOps_DDRM.addEquals(sum, b);
        }
        return sum;
    }

    static DMatrixRMaj minus(DMatrixRMaj a, DMatrixRMaj b) {
        return plus(a, scaled(-1, b));
    }

    static DMatrixRMaj minus(DMatrixRMaj a) {
        return scaled(-1, a);
    }

    static DMatrixRMaj scaled(double factor, DMatrixRMaj a) {
        return each(a, entry -> factor * entry);
    }

    static DMatrixRMaj each(DMatrixRMaj a, DoubleUnaryOperator operator) {
        return new DMatrixRMaj(a.numRows, a.numCols, true, map(a.data, operator));
    }

    /** Entry by entry. */
    static DMatrixRMaj entries(DMatrixRMaj a, DMatrixRMaj b) {
        return new DMatrixRMaj(a.numRows, a.numCols, true, product(a.data, b.data));
    }

    static DMatrixRMaj transposed(DMatrixRMaj a) {
        return CommonOps_DDRM.transpose(a, null);
    }

    /** ½(A + Aᵀ). */
    static DMatrixRMaj symmetric(DMatrixRMaj a) {
        return scaled(0.5, plus(a, transposed(a)));
    }

    /** ½(A − Aᵀ). */
    static DMatrixRMaj skew(DMatrixRMaj a) {
        return scaled(0.5, minus(a, transposed(a)));
    }

    static DMatrixRMaj inverse(DMatrixRMaj x) {
        DMatrixRMaj inverse = x.copy();
        CommonOps_DDRM.invert(inverse);
        return inverse;
    }

    static double[] solve(DMatrixRMaj a, double[] b) {
        DMatrixRMaj x = new DMatrixRMaj(b.length, 1);
        CommonOps_DDRM.solve(a, column(b), x);
        return x.data;
    }

    static double inner(DMatrixRMaj a, DMatrixRMaj b) {
        return dot(a.data, b.data);
    }

    static double trace(DMatrixRMaj a) {
        return CommonOps_DDRM.trace(a);
    }

    static double determinant(DMatrixRMaj a) {
        return CommonOps_DDRM.det(a);
    }

    static DMatrixRMaj identity(int size) {
        return CommonOps_DDRM.identity(size);
    }

    static DMatrixRMaj column(double[] u) {
        return new DMatrixRMaj(u.length, 1, true, u);
    }

    static DMatrixRMaj row(double[] u) {
        return new DMatrixRMaj(1, u.length, true, u);
    }

    /** uvᵀ. */
    static DMatrixRMaj outer(double[] u, double[] v) {
        return times(column(u), row(v));
    }

    static DMatrixRMaj diagonal(double[] u) {
        return CommonOps_DDRM.diag(u);
    }

    static double[] diagonalOf(DMatrixRMaj a) {
        double[] diagonal = new double[Math.min(a.numRows, a.numCols)];
        Arrays.setAll(diagonal, i -> a.get(i, i));
        return diagonal;
    }

    static double[] columnOf(DMatrixRMaj a, int j) {
        double[] column = new double[a.numRows];
        Arrays.setAll(column, i -> a.get(i, j));
        return column;
    }

    /** Rows from and columns from, to the exclusive ends. */
    static DMatrixRMaj block(DMatrixRMaj a, int fromRow, int toRow, int fromColumn, int toColumn) {
        return CommonOps_DDRM.extract(a, fromRow, toRow, fromColumn, toColumn);
    }
}
