package org.gradcheck.corpus;

import java.util.SplittableRandom;

/** Points for the corpus: ordinary numbers, the same in every run. */
final class Points {

    private Points() {}

    /** Normal entries. */
    static double[] normal(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double u = 1 - random.nextDouble();
            x[i] = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.nextDouble());
        }
        return x;
    }

    /** Entries between two numbers. */
    static double[] uniform(int n, double low, double high, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = low + (high - low) * random.nextDouble();
        }
        return x;
    }

    /** A matrix of normal entries, by rows. */
    static double[][] matrix(int rows, int columns, long seed) {
        double[] entries = normal(rows * columns, seed);
        double[][] matrix = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(entries, i * columns, matrix[i], 0, columns);
        }
        return matrix;
    }
}
