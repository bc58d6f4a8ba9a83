package org.gradcheck.function;

import java.util.Locale;

/**
 * The precision that f computes in.
 *
 * @param unitRoundoff the largest relative error of rounding a number, between 0 and 1
 * @param label its name in messages
 */
public record Precision(double unitRoundoff, String label) {

    /** {@code double}: 53 bits. */
    public static final Precision DOUBLE = new Precision(0x1p-53, "double precision");

    /** {@code float}: 24 bits. */
    public static final Precision SINGLE = new Precision(0x1p-24, "single precision");

    /** IEEE 754 binary16: 11 bits. */
    public static final Precision HALF = new Precision(0x1p-11, "half precision");

    /** Spacing of doubles at 1: 2⁻⁵². */
    public static final double ULP = 0x1p-52;

    public Precision {
        if (!(unitRoundoff >= 0x1p-53 && unitRoundoff < 1)) {
            throw new IllegalArgumentException(
                    "a precision is a relative rounding error between 1.1e-16 and 1, got " + unitRoundoff);
        }
    }

    /** Values of f that are right to a relative error only, whatever they are computed in: 1e-6 for six digits. */
    public static Precision relative(double unitRoundoff) {
        return new Precision(unitRoundoff, String.format(Locale.ROOT, "a relative precision of %.1e", unitRoundoff));
    }

    /** The rounding error to expect in a value of this size. */
    public double roundingOf(double size) {
        return unitRoundoff <= DOUBLE.unitRoundoff
                ? Math.max(Math.ulp(size) / 2, Double.MIN_VALUE)
                : unitRoundoff * size;
    }
}
