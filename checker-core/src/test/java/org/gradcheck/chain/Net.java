package org.gradcheck.chain;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Layers with their derivatives, to be put together rightly and wrongly. */
final class Net {

    static final DMatrixRMaj A = new DMatrixRMaj(new double[][] {{0.7, -0.4, 0.2}, {0.3, 0.9, -0.6}, {-0.5, 0.1, 0.8}});
    static final DMatrixRMaj B = new DMatrixRMaj(new double[][] {{0.2, 0.8, -0.3}, {-0.7, 0.4, 0.5}, {0.6, -0.1, 0.9}});
    static final double[] X = {0.8, -1.3, 0.4};

    private Net() {}

    static double[] linear(double[] x) {
        return times(A, x);
    }

    static double[] linearJvp(double[] x, double[] v) {
        return times(A, v);
    }

    static double[] linearVjp(double[] x, double[] w) {
        return timesTransposed(A, w);
    }

    static double[] tanh(double[] x) {
        return map(x, Math::tanh);
    }

    static double[] tanhJvp(double[] x, double[] v) {
        return times(tanhSlope(x), v);
    }

    static double[] tanhSlope(double[] x) {
        return map(x, t -> 1 - Math.tanh(t) * Math.tanh(t));
    }

    static double[] shift(double[] x) {
        return map(times(B, x), t -> t + 0.3 * Math.sin(t));
    }

    static double[] shiftJvp(double[] x, double[] v) {
        return times(shiftSlope(x), times(B, v));
    }

    static double[] shiftVjp(double[] x, double[] w) {
        return timesTransposed(B, times(shiftSlope(x), w));
    }

    private static double[] shiftSlope(double[] x) {
        return map(times(B, x), t -> 1 + 0.3 * Math.cos(t));
    }

    static double loss(double[] x) {
        return 0.5 * dot(x, x) + x[0];
    }

    static double lossJvp(double[] x, double[] v) {
        return dot(x, v) + v[0];
    }

    static double[] lossVjp(double[] x, double w) {
        double[] g = map(x, t -> w * t);
        g[0] += w;
        return g;
    }

    static double[] times(DMatrixRMaj a, double[] x) {
        double[] y = new double[a.numRows];
        for (int i = 0; i < a.numRows; i++) {
            for (int j = 0; j < a.numCols; j++) {
                y[i] += a.get(i, j) * x[j];
            }
        }
        return y;
    }

    static double[] timesTransposed(DMatrixRMaj a, double[] w) {
        return times(CommonOps_DDRM.transpose(a, null), w);
    }

    static DMatrixRMaj outer(double[] u, double[] v) {
        DMatrixRMaj product = new DMatrixRMaj(u.length, v.length);
        CommonOps_DDRM.mult(new DMatrixRMaj(u.length, 1, true, u), new DMatrixRMaj(1, v.length, true, v), product);
        return product;
    }

    static double[] times(double[] u, double[] v) {
        double[] product = u.clone();
        Arrays.setAll(product, i -> u[i] * v[i]);
        return product;
    }

    static double[] plus(double[] u, double[] v) {
        double[] sum = u.clone();
        Arrays.setAll(sum, i -> u[i] + v[i]);
        return sum;
    }

    static double dot(double[] u, double[] v) {
        return Arrays.stream(times(u, v)).sum();
    }

    static double[] map(double[] x, DoubleUnaryOperator operator) {
        return Arrays.stream(x).map(operator).toArray();
    }
}
