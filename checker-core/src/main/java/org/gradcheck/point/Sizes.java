package org.gradcheck.point;

/**
 * A range of sizes, spread evenly on a logarithmic scale.
 *
 * @param from the smallest, positive
 * @param to the largest, not below the smallest
 */
public record Sizes(double from, double to) {

    public Sizes {
        if (!(from > 0) || !(to >= from) || !Double.isFinite(to)) {
            throw new IllegalArgumentException(
                    "sizes must be positive and in ascending order, got " + from + " and " + to);
        }
    }

    /** The size at a fraction of the way, 0 ≤ t ≤ 1, with as many digits as reports print. */
    public double at(double t) {
        // StrictMath, so that every Java draws the same numbers.
        double size = from * StrictMath.pow(to / from, t);
        return Math.max(from, Math.min(to, Digits.brief(size, to - from)));
    }
}
