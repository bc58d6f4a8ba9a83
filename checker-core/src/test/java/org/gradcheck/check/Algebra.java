package org.gradcheck.check;

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

    static double[] plus(double[] u, double[] v) {
        double[] sum = u.clone();
        Arrays.setAll(sum, i -> u[i] + v[i]);
        return sum;
    }

    static double[] map(double[] x, DoubleUnaryOperator operator) {
        return Arrays.stream(x).map(operator).toArray();
    }

    static double[] centred(double[] g) {
        double mean = Arrays.stream(g).average().orElseThrow();
        return map(g, entry -> entry - mean);
    }

    /** u − ⟨x, u⟩x. */
    static double[] tangent(double[] x, double[] u) {
        double normal = dot(x, u);
        return plus(u, map(x, entry -> -normal * entry));
    }

    static double[] unit(double[] x) {
        double length = Math.sqrt(dot(x, x));
        return map(x, entry -> entry / length);
    }

    static double[] times(DMatrixRMaj a, double[] x) {
        return product(a, new DMatrixRMaj(x.length, 1, true, x)).data;
    }

    static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj product = new DMatrixRMaj(a.numRows, b.numCols);
        CommonOps_DDRM.mult(a, b, product);
        return product;
    }

    static DMatrixRMaj plus(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj sum = a.copy();
        CommonOps_DDRM.addEquals(sum, b);
        return sum;
    }

    static DMatrixRMaj scaled(double factor, DMatrixRMaj a) {
        return each(a, entry -> factor * entry);
    }

    static DMatrixRMaj minus(DMatrixRMaj a) {
        return scaled(-1, a);
    }

    static DMatrixRMaj each(DMatrixRMaj a, DoubleUnaryOperator operator) {
        return new DMatrixRMaj(a.numRows, a.numCols, true, map(a.data, operator));
    }

    static DMatrixRMaj transposed(DMatrixRMaj a) {
        return CommonOps_DDRM.transpose(a, null);
    }

    static DMatrixRMaj symmetric(DMatrixRMaj a) {
        return scaled(0.5, plus(a, transposed(a)));
    }

    static DMatrixRMaj inverse(DMatrixRMaj x) {
        DMatrixRMaj inverse = x.copy();
        CommonOps_DDRM.invert(inverse);
        return inverse;
    }

    static double inner(DMatrixRMaj a, DMatrixRMaj b) {
        return dot(a.data, b.data);
    }

    static DMatrixRMaj columns(DMatrixRMaj a, int count) {
        return CommonOps_DDRM.extract(a, 0, a.numRows, 0, count);
    }

    static DMatrixRMaj turn(double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return product(
                new DMatrixRMaj(new double[][] {{c, -s, 0}, {s, c, 0}, {0, 0, 1}}),
                new DMatrixRMaj(new double[][] {{1, 0, 0}, {0, c, -s}, {0, s, c}}));
    }
}
