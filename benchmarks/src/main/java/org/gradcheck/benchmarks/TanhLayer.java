package org.gradcheck.benchmarks;

import java.util.SplittableRandom;

/**
 * x ↦ tanh(Wx), entry by entry.
 *
 * @param rows the rows of W
 */
record TanhLayer(double[][] rows) {

    /** A square W with entries that leave tanh curved, the same one every time. */
    static TanhLayer random(int size) {
        SplittableRandom random = new SplittableRandom(2);
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = random.doubles(size, -0.2, 0.2).toArray();
        }
        return new TanhLayer(rows);
    }

    double[] value(double[] x) {
        double[] y = product(x);
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.tanh(y[i]);
        }
        return y;
    }

    double[] jvp(double[] x, double[] v) {
        double[] slope = slope(x);
        double[] image = product(v);
        for (int i = 0; i < image.length; i++) {
            image[i] *= slope[i];
        }
        return image;
    }

    double[] vjp(double[] x, double[] w) {
        double[] slope = slope(x);
        double[] preimage = new double[x.length];
        for (int i = 0; i < rows.length; i++) {
            double factor = slope[i] * w[i];
            for (int j = 0; j < x.length; j++) {
                preimage[j] += factor * rows[i][j];
            }
        }
        return preimage;
    }

    double[][] jacobian(double[] x) {
        double[] slope = slope(x);
        double[][] jacobian = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            jacobian[i] = rows[i].clone();
            for (int j = 0; j < x.length; j++) {
                jacobian[i][j] *= slope[i];
            }
        }
        return jacobian;
    }

    private double[] slope(double[] x) {
        double[] slope = value(x);
        for (int i = 0; i < slope.length; i++) {
            slope[i] = 1 - slope[i] * slope[i];
        }
        return slope;
    }

    private double[] product(double[] x) {
        double[] y = new double[rows.length];
        for (int i = 0; i < y.length; i++) {
            double sum = 0;
            for (int j = 0; j < x.length; j++) {
                sum += rows[i][j] * x[j];
            }
            y[i] = sum;
        }
        return y;
    }
}
