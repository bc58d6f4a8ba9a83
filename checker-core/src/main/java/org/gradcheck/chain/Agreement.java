package org.gradcheck.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Whether two computations of the same cotangents or tangents agree to rounding.
 *
 * @param noise the scatter of each value's largest coordinate, as it was measured
 * @param relative the relative error of either beyond rounding: of differences, where derivatives are taken by them
 */
record Agreement(List<Double> noise, double relative) {

    /** Rounding of sums that are made in another order. */
    private static final double ULPS = 0x1p-52 * 1024;

    /** Rounding of terms that cancel is relative to what is largest. */
    private static final double ULPS_OF_ALL = 0x1p-52 * 16;

    private static final double TIMES_NOISE = 64;

    /** What differences of sixth order resolve, with a margin. */
    static final double DIFFERENCES = 1e-7;

    Agreement {
        noise = List.copyOf(noise);
    }

    /** What the scatter of c ↦ J(c·a)/c over a few c says, of a linear J with a value for each of several things. */
    static Agreement measured(DoubleFunction<List<double[]>> scaled, boolean isExact) {
        List<double[]> center = scaled.apply(1);
        List<Double> noise = new ArrayList<>();
        center.forEach(value -> noise.add(0.0));
        for (int k = 1; k <= 3; k++) {
            double c = 1 + k * 0x1p-12;
            List<double[]> other = scaled.apply(c);
            for (int i = 0; i < center.size(); i++) {
                noise.set(
                        i,
                        Math.max(
                                noise.get(i),
                                largestDifference(center.get(i), Coordinates.times(1 / c, other.get(i)))));
            }
        }
        return new Agreement(noise, isExact ? 0 : DIFFERENCES);
    }

    boolean holds(List<double[]> first, List<double[]> second) {
        for (int i = 0; i < first.size(); i++) {
            if (!(largestDifference(first.get(i), second.get(i)) <= allowed(first, second, i))) {
                return false;
            }
        }
        return true;
    }

    /** By how much the i-th may differ. */
    double allowed(List<double[]> first, List<double[]> second, int i) {
        double all = 0;
        for (int k = 0; k < first.size(); k++) {
            all = Math.max(all, size(first, second, k));
        }
        return (ULPS + relative) * size(first, second, i) + ULPS_OF_ALL * all + TIMES_NOISE * noise.get(i);
    }

    private static double size(List<double[]> first, List<double[]> second, int k) {
        return Math.max(Coordinates.largest(first.get(k)), Coordinates.largest(second.get(k)));
    }

    static double largestDifference(double[] u, double[] v) {
        double largest = 0;
        for (int i = 0; i < u.length; i++) {
            largest = Math.max(largest, Math.abs(u[i] - v[i]));
        }
        return largest;
    }
}
