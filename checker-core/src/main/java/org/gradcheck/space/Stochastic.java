package org.gradcheck.space;

import java.util.Arrays;

/**
 * Positive numbers in rows that each sum to 1, as an open part of the affine set of such rows: flat, with the Euclidean metric
 * and straight lines for curves. Tangents have rows that sum to 0.
 *
 * @param around vectors or matrices, whose coordinate (i, j) is number j·rows + i
 * @param description what these are
 */
record Stochastic<T>(Space<T> around, int rows, int columns, String description) implements EmbeddedManifold<T> {

    Stochastic {
        if (columns < 2) {
            throw new IllegalArgumentException("one number that sums to 1 is 1: there is nothing to vary");
        }
    }

    @Override
    public int tangentDimension() {
        return rows * (columns - 1);
    }

    /** Takes its mean off each row. */
    @Override
    public double[] projection(double[] x, double[] u) {
        double[] tangent = u.clone();
        for (int k = 0; k < u.length; k++) {
            tangent[k] -= sum(u, k % rows) / columns;
        }
        return tangent;
    }

    /** x + v, to the last place on the set; NaN where an entry is not positive. */
    @Override
    public double[] retraction(double[] x, double[] v) {
        double[] y = Coordinates.sum(x, v);
        double[] moved = y.clone();
        for (int k = 0; k < y.length; k++) {
            moved[k] /= sum(y, k % rows);
        }
        if (Arrays.stream(moved).anyMatch(entry -> !(entry > 0))) {
            Arrays.fill(moved, Double.NaN);
        }
        return moved;
    }

    @Override
    public Violation violation(double[] x) {
        Violation worst = Violation.NONE;
        for (int i = 0; i < rows; i++) {
            double sum = sum(x, i);
            worst = worst.or(new Violation(
                    Math.abs(sum - 1),
                    (rows == 1 ? "its sum is " : "its row " + i + " sums to ") + Violation.number(sum)));
        }
        for (int k = 0; k < x.length && worst.isRounding(); k++) {
            if (!(x[k] > 0)) {
                String index = rows == 1 ? " " + k : " (" + k % rows + ", " + k / rows + ")";
                return new Violation(1, "its entry" + index + " is " + Violation.number(x[k]) + ", not positive");
            }
        }
        return worst;
    }

    private double sum(double[] u, int row) {
        double sum = 0;
        for (int k = row; k < u.length; k += rows) {
            sum += u[k];
        }
        return sum;
    }
}
