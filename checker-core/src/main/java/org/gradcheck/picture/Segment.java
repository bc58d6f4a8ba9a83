package org.gradcheck.picture;

import java.util.Optional;

/**
 * What is seen of a straight line inside of the unit square, from left to right.
 *
 * @param x0 where it begins, from the left
 * @param y0 where it begins, from below
 * @param x1 where it ends
 * @param y1 where it ends
 */
record Segment(double x0, double y0, double x1, double y1) {

    /** The part of y = at + rise·x over the square; empty if the line passes it by. */
    static Optional<Segment> of(double at, double rise) {
        double from = 0;
        double to = 1;
        if (rise == 0) {
            return at >= 0 && at <= 1 ? Optional.of(new Segment(0, at, 1, at)) : Optional.empty();
        }
        double atBottom = -at / rise;
        double atTop = (1 - at) / rise;
        from = Math.max(from, Math.min(atBottom, atTop));
        to = Math.min(to, Math.max(atBottom, atTop));
        return from < to
                ? Optional.of(new Segment(from, clamped(at + rise * from), to, clamped(at + rise * to)))
                : Optional.empty();
    }

    private static double clamped(double y) {
        return Math.min(1, Math.max(0, y));
    }

    /** What of it is left of x. */
    Segment until(double x) {
        return x < x1 ? new Segment(x0, y0, x, at(x)) : this;
    }

    /** Its height at x. */
    double at(double x) {
        return x1 == x0 ? y0 : y0 + (y1 - y0) * (x - x0) / (x1 - x0);
    }
}
