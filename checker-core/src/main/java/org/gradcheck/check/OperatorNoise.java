package org.gradcheck.check;

import java.util.function.DoubleFunction;

/**
 * The rounding inside a supplied operator J, seen from outside: J(ca)/c does not depend on c where J is linear, and its
 * second differences over c = 1 ± kδ cancel whatever else depends on c smoothly, so they leave the scatter of rounding.
 * An ill-conditioned solve, a long sum or single precision inside shows itself like this; |v|, an offset, a square or a
 * clipped value does not.
 */
final class OperatorNoise {

    /** Six calls of the operator. */
    private static final int SAMPLES = 3;

    /** Coarse enough to change what a difference quotient inside J steps to; eight-bit numbers stay exact floats. */
    private static final double DELTA = 0x1p-12;

    private OperatorNoise() {}

    /**
     * The largest scatter of each entry.
     *
     * @param center J(a)
     * @param scaled c ↦ J(ca)/c
     */
    static double[] of(double[] center, DoubleFunction<double[]> scaled) {
        double[] noise = new double[center.length];
        for (int k = 1; k <= SAMPLES; k++) {
            double[] above = scaled.apply(1 + k * DELTA);
            double[] below = scaled.apply(1 - k * DELTA);
            for (int i = 0; i < noise.length; i++) {
                double second = (above[i] - center[i]) + (below[i] - center[i]);
                noise[i] = Math.max(noise[i], Math.abs(second) / Math.sqrt(6));
            }
        }
        return noise;
    }
}
