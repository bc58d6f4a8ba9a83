package org.gradcheck.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic axis over whole decades.
 *
 * @param from the exponent of ten at its lower end
 * @param to that at its upper end
 */
public record LogAxis(int from, int to) {

    private static final int[] INTERVALS = {1, 2, 3, 4, 5, 10, 20, 50, 100, 200};

    public LogAxis {
        if (from >= to) {
            throw new IllegalArgumentException("an axis needs at least one decade, got 1e" + from + " to 1e" + to);
        }
    }

    /** The least axis that holds positive numbers from the one to the other. */
    static LogAxis around(double least, double greatest) {
        int from = (int) Math.floor(Math.log10(least));
        int to = (int) Math.ceil(Math.log10(greatest));
        return new LogAxis(from, Math.max(to, from + 1));
    }

    /** Where a positive number stands: 0 at the lower end, 1 at the upper. */
    public double fraction(double value) {
        return (Math.log10(value) - from) / (to - from);
    }

    /** Where a power of ten stands, likewise. */
    double fractionOfPower(int exponent) {
        return (double) (exponent - from) / decades();
    }

    /** How many decades it holds. */
    public int decades() {
        return to - from;
    }

    /**
     * The exponents to be labelled, evenly spaced.
     *
     * @param most how many there may be, at least 2
     */
    public List<Integer> ticks(int most) {
        int interval = INTERVALS[0];
        for (int i = 1; i < INTERVALS.length && decades() / interval + 1 > most; i++) {
            interval = INTERVALS[i];
        }
        List<Integer> ticks = new ArrayList<>();
        for (int exponent = -Math.floorDiv(-from, interval) * interval; exponent <= to; exponent += interval) {
            ticks.add(exponent);
        }
        return List.copyOf(ticks);
    }
}
