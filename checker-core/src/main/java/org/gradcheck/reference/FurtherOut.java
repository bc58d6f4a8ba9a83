package org.gradcheck.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * A slope along a curve at points further out than those that measure its rounding, for what is the same at all near
 * ones: 1 − p keeps its few digits, and its error, until p has moved by many of its last places. Evaluated once, when it
 * is asked for. Used by one thread.
 */
public final class FurtherOut {

    private static final int LEVELS = 5;

    /** Evaluations of the slope, all of them when first asked. */
    static final int EVALUATIONS = 2 * LEVELS;

    private static final double WIDE = 0x1p-8;

    /** What the sixth order may leave of the second, of a function that is smooth. */
    private static final double SMOOTH = 0x1p-6;

    /** The standard deviation of s(t) − 20 s(t/2) + 64 s(t/4), for slopes with standard deviation 1. */
    private static final double DEVIATION = Math.sqrt(2 * (1 + 20 * 20 + 64 * 64) + 90 * 90);

    private final DoubleFunction<Optional<double[]>> slope;
    private final List<double[]> slopes = new ArrayList<>();
    private boolean asked;

    /** @param slope the slope of all outputs at t, or nothing where there is none */
    FurtherOut(DoubleFunction<Optional<double[]>> slope) {
        this.slope = slope;
    }

    /**
     * The scatter of a read-out in second differences s(t) = g(t) + g(−t) − 2g(0), in standard deviations. Smooth functions
     * leave next to nothing once the parts in t² and t⁴ are taken out, and rounding hardly less than before. 0 where the
     * slope is not defined further out.
     *
     * @param center the slope at t = 0
     */
    double scatter(ToDoubleFunction<double[]> readOut, double center) {
        if (!asked) {
            asked = true;
            evaluate();
        }
        double largest = 0;
        for (int k = 0; k + 2 < slopes.size() / 2; k++) {
            double whole = second(k, readOut, center);
            double left = whole - 20 * second(k + 1, readOut, center) + 64 * second(k + 2, readOut, center);
            boolean rough = Math.abs(left) >= SMOOTH * Math.abs(whole);
            largest = Math.max(largest, rough ? Math.abs(whole) / Math.sqrt(6) : 0);
            largest = Math.max(largest, Math.abs(left) / DEVIATION);
        }
        return largest;
    }

    private double second(int level, ToDoubleFunction<double[]> readOut, double center) {
        return readOut.applyAsDouble(slopes.get(2 * level))
                + readOut.applyAsDouble(slopes.get(2 * level + 1))
                - 2 * center;
    }

    private void evaluate() {
        double t = WIDE;
        for (int level = 0; level < LEVELS; level++) {
            Optional<double[]> plus = slope.apply(t);
            Optional<double[]> minus = slope.apply(-t);
            if (plus.isEmpty() || minus.isEmpty()) {
                slopes.clear();
            } else {
                slopes.add(plus.get());
                slopes.add(minus.get());
            }
            t /= 2;
        }
    }
}
