package org.gradcheck.assertj;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** Functions that examples are made of. */
final class Stages {

    private Stages() {}

    static double[] twice(double[] x) {
        return Arrays.stream(x).map(t -> 2 * t).toArray();
    }

    static double[] exp(double[] x) {
        return Arrays.stream(x).map(Math::exp).toArray();
    }

    static double[] times(double[] x, double[] w) {
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            product[i] = x[i] * w[i];
        }
        return product;
    }

    static double sum(double[] x) {
        return Arrays.stream(x).sum();
    }

    static double squareNorm(double[] x) {
        return Arrays.stream(x).map(t -> t * t).sum();
    }

    static DMatrixRMaj ones(int rows, int columns) {
        DMatrixRMaj ones = new DMatrixRMaj(rows, columns);
        ones.fill(1);
        return ones;
    }
}
