package org.gradcheck.corpus;

import static java.lang.Math.exp;

import java.util.function.DoubleUnaryOperator;

/** The little arithmetic that the corpus is written in. */
final class Vectors {

    private Vectors() {}

    static double[] vec(double... values) {
        return values;
    }

    static double[][] rows(double[]... rows) {
        return rows;
    }

    static double[][] diagonal(double[] entries) {
        double[][] matrix = new double[entries.length][entries.length];
        for (int i = 0; i < entries.length; i++) {
            matrix[i][i] = entries[i];
        }
        return matrix;
    }

    static double sigmoid(double x) {
        return 1 / (1 + exp(-x));
    }

    static double sq(double x) {
        return x * x;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double sum(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        return sum;
    }

    static double[] map(double[] x, DoubleUnaryOperator f) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = f.applyAsDouble(x[i]);
        }
        return y;
    }
}
