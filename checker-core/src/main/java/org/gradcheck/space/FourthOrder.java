package org.gradcheck.space;

import java.util.Optional;
import java.util.function.DoubleFunction;

/** Derivatives of curves by central differences of order 4, good enough to tell a law that holds from one that does not. */
final class FourthOrder {

    /** What two steps have to agree to. */
    static final double ACCURACY = 1e-5;

    /** Truncation is about 1e-8 of a curve with radius of convergence 1, rounding less. */
    static final double STEP = 0x1p-7;

    /** Shorter and shorter steps are tried, for curves that end or turn soon. */
    private static final int[] OCTAVES = {0, 4, 8, 12, 16};

    private FourthOrder() {}

    /** The shortest step that is tried. */
    static double shortest() {
        return Math.scalb(STEP, -OCTAVES[OCTAVES.length - 1]);
    }

    /** The derivative of a curve at 0. */
    static double[] derivative(DoubleFunction<double[]> curve, double h) {
        double[] near = difference(curve.apply(h), curve.apply(-h), 2 * h);
        double[] far = difference(curve.apply(2 * h), curve.apply(-2 * h), 4 * h);
        double[] derivative = new double[near.length];
        for (int i = 0; i < derivative.length; i++) {
            derivative[i] = (4 * near[i] - far[i]) / 3;
        }
        return derivative;
    }

    /**
     * What an estimate has at two steps that agree on it; empty if none do.
     *
     * @param size below a tenth of the accuracy times it differences do not matter
     */
    static Optional<double[]> measured(DoubleFunction<double[]> estimate, double size) {
        for (int octaves : OCTAVES) {
            double[] coarse = estimate.apply(Math.scalb(STEP, -octaves));
            double[] fine = estimate.apply(Math.scalb(STEP, -octaves - 1));
            double allowed = ACCURACY * Math.max(Coordinates.largest(fine), 0.1 * size);
            if (Coordinates.isFinite(fine) && Coordinates.largestDifference(coarse, fine) <= allowed) {
                return Optional.of(fine);
            }
        }
        return Optional.empty();
    }

    private static double[] difference(double[] u, double[] v, double step) {
        double[] difference = new double[u.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = (u[i] - v[i]) / step;
        }
        return difference;
    }
}
