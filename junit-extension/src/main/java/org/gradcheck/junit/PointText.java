package org.gradcheck.junit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.StringJoiner;

/** Points in a few characters, for the names of tests. */
final class PointText {

    private static final int SHOWN_ENTRIES = 4;
    private static final MathContext SHOWN_DIGITS = new MathContext(3);

    private PointText() {}

    static String of(PointType type, int rows, int columns, double[] entries) {
        return switch (type.shape()) {
            case NONE -> number(entries[0]);
            case DIMENSION -> vector(entries);
            case ROWS_AND_COLUMNS -> rows + "×" + columns + " " + vector(entries);
        };
    }

    private static String vector(double[] entries) {
        StringJoiner text = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < Math.min(entries.length, SHOWN_ENTRIES); i++) {
            text.add(number(entries[i]));
        }
        if (entries.length > SHOWN_ENTRIES) {
            text.add("…");
        }
        return text.toString();
    }

    private static String number(double x) {
        return Double.toString(new BigDecimal(x).round(SHOWN_DIGITS).doubleValue());
    }
}
