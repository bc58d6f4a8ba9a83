package org.gradcheck.corpus;

import java.util.Arrays;

/** Matrices as arrays of rows, for models that are written out. */
final class SmallMatrices {

    private SmallMatrices() {}

    /** The matrix that is stored by rows from an offset on. */
    static double[][] block(double[] x, int offset, int rows, int columns) {
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = Arrays.copyOfRange(x, offset + i * columns, offset + (i + 1) * columns);
        }
        return matrix;
    }

    /** Matrices by rows, one after the other. */
    static double[] flat(double[][]... matrices) {
        return Arrays.stream(matrices)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    static double[][] transposed(double[][] a) {
        double[][] t = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < t.length; j++) {
                t[j][i] = a[i][j];
            }
        }
        return t;
    }

    static double[][] times(double[][] a, double[][] b) {
        return transposed(Arrays.stream(transposed(b))
                .map(column -> CorpusCase.times(a, column))
                .toArray(double[][]::new));
    }

    static double[][] scaled(double[][] a, double factor) {
        return Arrays.stream(a).map(row -> scaled(row, factor)).toArray(double[][]::new);
    }

    static double[] scaled(double[] v, double factor) {
        return Vectors.map(v, entry -> entry * factor);
    }

    static double[] plus(double[] a, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> a[i] + b[i]);
        return sum;
    }

    /** Adds u·vᵀ to a matrix in place. */
    static void addOuter(double[][] matrix, double[] u, double[] v) {
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < v.length; j++) {
                matrix[i][j] += u[i] * v[j];
            }
        }
    }

    /** Columns of the second to the right of those of the first. */
    static double[][] beside(double[][] a, double[][] b) {
        double[][] both = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            both[i] = Arrays.copyOf(a[i], a[i].length + b[i].length);
            System.arraycopy(b[i], 0, both[i], a[i].length, b[i].length);
        }
        return both;
    }
}
