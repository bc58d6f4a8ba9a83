package org.gradcheck.report;

import java.util.Locale;
import java.util.StringJoiner;

/** How numbers are written in messages. */
public final class Numbers {

    /** Entries of a vector shown before it is cut. */
    private static final int SHOWN = 6;

    private Numbers() {}

    /** A value that is compared digit by digit, with 12 significant digits. */
    public static String value(double x) {
        return x == 0
                ? "0"
                : String.format(Locale.ROOT, "%.12g", x)
                        .replaceFirst("(\\.\\d*?)0+($|e)", "$1$2")
                        .replaceFirst("\\.($|e)", "$1");
    }

    /** An error or a bound, with two significant digits. */
    public static String error(double x) {
        return x == 0 ? "0" : String.format(Locale.ROOT, "%.1e", x);
    }

    /** A vector, cut after a few entries. */
    public static String vector(double[] x) {
        StringJoiner text = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < Math.min(x.length, SHOWN); i++) {
            text.add(value6(x[i]));
        }
        if (x.length > SHOWN) {
            text.add("… " + x.length + " entries");
        }
        return text.toString();
    }

    private static String value6(double x) {
        return x == 0 ? "0" : String.format(Locale.ROOT, "%.6g", x);
    }
}
