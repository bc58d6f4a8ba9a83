package org.gradcheck.check;

import java.util.function.DoubleFunction;

/**
 * The rounding inside a supplied operator J, seen from outside: the second differences of c ↦ J(ca) over c = 1 ± kδ are
 * zero where J is linear, and nearly so for |v|, an offset, a square or a clipped value, since δ is small. What they leave
 * is the scatter of rounding: of an ill-conditioned solve, of terms that cancel, of single precision inside.
 */
final class OperatorNoise {

    /** Twelve calls of the operator. Fewer may all agree by chance where results are multiples of something coarse. */
    private static final int SAMPLES = 6;

    /** Coarse enough to change what a difference quotient inside J steps to; eight-bit numbers stay exact floats. */
    private static final double DELTA = 0x1p-12;

    private OperatorNoise() {}

    /**
     * The largest scatter of each entry.
     *
     * @param center J(a)
     * @param scaled c ↦ J(ca)
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
