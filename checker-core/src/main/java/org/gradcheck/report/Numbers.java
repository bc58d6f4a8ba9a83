package org.gradcheck.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** How numbers are written in messages. */
public final class Numbers {

    /** Entries of a vector shown before it is cut. */
    private static final int SHOWN = 6;

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    private Numbers() {}

    /** A value that is compared digit by digit, with 12 significant digits at most. */
    public static String value(double x) {
        return trimmed("%.12g", x);
    }

    /** A value that is only looked at, with six significant digits at most. */
    public static String brief(double x) {
        return trimmed("%.6g", x);
    }

    /** An error or a bound, with two significant digits. */
    public static String error(double x) {
        if (x == 0 || !Double.isFinite(x)) {
            return x == 0 ? "0" : String.format(Locale.ROOT, "%.1e", x);
        }
        // Every read-out of every direction writes one; a format of two digits need not be parsed for it.
        BigDecimal rounded = BigDecimal.valueOf(x).round(TWO_DIGITS);
        String digits = rounded.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - rounded.scale();
        return (x < 0 ? "-" : "")
                + digits.charAt(0)
                + '.'
                + (digits.length() > 1 ? digits.charAt(1) : '0')
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
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

    /** Without the zeros that say nothing. */
    private static String trimmed(String format, double x) {
        if (x == 0) {
            return "0";
        }
        String text = String.format(Locale.ROOT, format, x);
        int exponent = text.indexOf('e');
        String mantissa = exponent < 0 ? text : text.substring(0, exponent);
        if (mantissa.indexOf('.') >= 0) {
            mantissa = mantissa.replaceFirst("\\.?0+$", "");
        }
        return exponent < 0 ? mantissa : mantissa + text.substring(exponent);
    }
}
