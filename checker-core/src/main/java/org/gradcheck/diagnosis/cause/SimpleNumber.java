package org.gradcheck.diagnosis.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A number that people write.
 *
 * @param value the number
 * @param words the number in words: "2", "1/n with n = 10 coordinates"
 */
record SimpleNumber(double value, String words) {

    /** A fitted number this near to a simple one is that. */
    private static final double NEAR = 1e-6;

    private static final List<SimpleNumber> CONSTANTS = List.of(
            new SimpleNumber(1, "1"),
            new SimpleNumber(2, "2"),
            new SimpleNumber(0.5, "1/2"),
            new SimpleNumber(3, "3"),
            new SimpleNumber(1.0 / 3, "1/3"),
            new SimpleNumber(1.5, "3/2"),
            new SimpleNumber(2.0 / 3, "2/3"),
            new SimpleNumber(4, "4"),
            new SimpleNumber(0.25, "1/4"),
            new SimpleNumber(5, "5"),
            new SimpleNumber(0.2, "1/5"),
            new SimpleNumber(6, "6"),
            new SimpleNumber(1.0 / 6, "1/6"),
            new SimpleNumber(8, "8"),
            new SimpleNumber(0.125, "1/8"),
            new SimpleNumber(10, "10"),
            new SimpleNumber(0.1, "1/10"),
            new SimpleNumber(12, "12"),
            new SimpleNumber(1.0 / 12, "1/12"),
            new SimpleNumber(60, "60"),
            new SimpleNumber(1.0 / 60, "1/60"),
            new SimpleNumber(100, "100"),
            new SimpleNumber(0.01, "1/100"),
            new SimpleNumber(365, "365"),
            new SimpleNumber(1.0 / 365, "1/365"),
            new SimpleNumber(1000, "1000"),
            new SimpleNumber(0.001, "1/1000"),
            new SimpleNumber(3600, "3600"),
            new SimpleNumber(1.0 / 3600, "1/3600"),
            new SimpleNumber(Math.PI, "π"),
            new SimpleNumber(1 / Math.PI, "1/π"),
            new SimpleNumber(2 * Math.PI, "2π"),
            new SimpleNumber(0.5 / Math.PI, "1/2π"),
            new SimpleNumber(Math.PI / 180, "π/180"),
            new SimpleNumber(180 / Math.PI, "180/π"),
            new SimpleNumber(Math.log(2), "ln 2"),
            new SimpleNumber(1 / Math.log(2), "1/ln 2"),
            new SimpleNumber(Math.log(10), "ln 10"),
            new SimpleNumber(1 / Math.log(10), "1/ln 10"),
            new SimpleNumber(Math.sqrt(2), "√2"),
            new SimpleNumber(Math.sqrt(0.5), "1/√2"));

    /**
     * The simple number that a fitted one is, if it is one.
     *
     * @param slack how far the fitted one may be off
     * @param counts numbers that occur in this problem, such as that of the coordinates
     */
    static Optional<SimpleNumber> of(double fitted, double slack, List<SimpleNumber> counts) {
        List<SimpleNumber> candidates = new ArrayList<>(CONSTANTS);
        for (SimpleNumber count : counts) {
            candidates.add(count);
            candidates.add(new SimpleNumber(1 / count.value(), "1/" + count.words()));
        }
        for (SimpleNumber candidate : candidates) {
            for (int sign : new int[] {1, -1}) {
                double value = sign * candidate.value();
                double near = Math.max(NEAR * Math.abs(value), Math.min(slack, 0.01 * Math.abs(value)));
                if (Math.abs(fitted - value) <= near) {
                    return Optional.of(new SimpleNumber(value, (sign < 0 ? "−" : "") + candidate.words()));
                }
            }
        }
        return Optional.empty();
    }
}
