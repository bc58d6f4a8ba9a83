package org.gradcheck.space;

import java.util.Locale;

/**
 * By how much a point misses its manifold, or a tangent its tangent space.
 *
 * @param size relative to the size of the point or tangent, 0 if it does not miss; NaN if that cannot be told
 * @param text what was measured, as the end of a sentence: "entries (0, 1) and (1, 0) differ by 0.5"
 */
public record Violation(double size, String text) {

    /** None at all. */
    public static final Violation NONE = new Violation(0, "");

    /** What normalising, a QR decomposition or averaging leave in double precision is far below. */
    private static final double ROUNDING = 1e-10;

    /** Whether it is no more than rounding leaves. */
    public boolean isRounding() {
        return size <= ROUNDING;
    }

    /** The one that is larger. */
    public Violation or(Violation other) {
        return other.size > size || Double.isNaN(other.size) ? other : this;
    }

    static String number(double x) {
        return String.format(Locale.ROOT, "%.3g", x);
    }
}
