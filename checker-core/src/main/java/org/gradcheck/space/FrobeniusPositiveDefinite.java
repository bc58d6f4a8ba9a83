package org.gradcheck.space;

import java.util.Arrays;

/** The symmetric positive definite matrices as an open set of symmetric ones: flat, with straight lines for curves. */
record FrobeniusPositiveDefinite(int size) implements PositiveDefinite {

    FrobeniusPositiveDefinite {
        Dimensions.requirePositive(size);
    }

    /** X + V; NaN where that is not positive definite. */
    @Override
    public double[] retraction(double[] x, double[] v) {
        double[] y = projection(x, Coordinates.sum(x, v));
        if (!Matrices.isPositiveDefinite(element(y))) {
            Arrays.fill(y, Double.NaN);
        }
        return y;
    }
}
