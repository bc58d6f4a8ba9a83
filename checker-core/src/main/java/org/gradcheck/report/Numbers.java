package org.gradcheck.report;

import java.util.Locale;
import java.util.StringJoiner;

/** How numbers are written in messages. */
public final class Numbers {

    /** Entries of a vector shown before it is cut. */
    private static final int SHOWN = 6;

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
        return x == 0 ? "0" : String.format(Locale.ROOT, "%.1e", x);
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
