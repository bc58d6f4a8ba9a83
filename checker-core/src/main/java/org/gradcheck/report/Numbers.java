package org.gradcheck.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.StringJoiner;

/** How numbers are written in messages. */
public final class Numbers {

    /** Entries of a vector shown before it is cut. */
    private static final int SHOWN = 6;

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_UP);
    private static final MathContext TWELVE_DIGITS = new MathContext(12, RoundingMode.HALF_UP);

    /** Numbers from 1e-4 on are written without an exponent, as by the format %g. */
    private static final int LEAST_EXPONENT = -4;

    private Numbers() {}

    /** A value that is compared digit by digit, with 12 significant digits at most. */
    public static String value(double x) {
        return trimmed(x, TWELVE_DIGITS);
    }

    /** A value that is only looked at, with six significant digits at most. */
    public static String brief(double x) {
        return trimmed(x, SIX_DIGITS);
    }

    /** An error or a bound, with two significant digits. */
    public static String error(double x) {
        if (x == 0 || !Double.isFinite(x)) {
            return x == 0 ? "0" : String.valueOf(x);
        }
        BigDecimal rounded = BigDecimal.valueOf(x).round(TWO_DIGITS);
        String digits = rounded.unscaledValue().abs().toString();
        return scientific(x < 0, digits.length() > 1 ? digits : digits + "0", digits.length() - 1 - rounded.scale());
    }

    /** With so many digits after the point, as by the format %f. */
    public static String fixed(double x, int decimals) {
        return Double.isFinite(x)
                ? BigDecimal.valueOf(x).setScale(decimals, RoundingMode.HALF_UP).toPlainString()
                : String.valueOf(x);
    }

    /** A count with commas between thousands, as by the format %,d. */
    public static String grouped(long count) {
        StringBuilder digits = new StringBuilder().append(count);
        for (int i = digits.length() - 3; i > (count < 0 ? 1 : 0); i -= 3) {
            digits.insert(i, ',');
        }
        return digits.toString();
    }

    /** A vector, cut after a few entries. */
    public static String vector(double[] x) {
        StringJoiner text = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < Math.min(x.length, SHOWN); i++) {
            text.add(brief(x[i]));
        }
        if (x.length > SHOWN) {
            text.add("… " + x.length + " entries");
        }
        return text.toString();
    }

    /** A vector whose entries have names, cut after twice as many, for a name says what a place in a list does not. */
    static String named(List<String> names, double[] x) {
        StringJoiner text = new StringJoiner(", ");
        for (int i = 0; i < Math.min(x.length, 2 * SHOWN); i++) {
            text.add(names.get(i) + " " + brief(x[i]));
        }
        if (x.length > 2 * SHOWN) {
            text.add("… " + x.length + " entries");
        }
        return text.toString();
    }

    /** Without the zeros that say nothing. Not by String.format: it parses its format, and reports are full of numbers. */
    private static String trimmed(double x, MathContext digits) {
        if (x == 0 || !Double.isFinite(x)) {
            return x == 0 ? "0" : String.valueOf(x);
        }
        BigDecimal rounded = BigDecimal.valueOf(x).round(digits).stripTrailingZeros();
        int exponent = rounded.precision() - 1 - rounded.scale();
        return exponent >= LEAST_EXPONENT && exponent < digits.getPrecision()
                ? rounded.toPlainString()
                : scientific(x < 0, rounded.unscaledValue().abs().toString(), exponent);
    }

    private static String scientific(boolean isNegative, String digits, int exponent) {
        return (isNegative ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }
}
