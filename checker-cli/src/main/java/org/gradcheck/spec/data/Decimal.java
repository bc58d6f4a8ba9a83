package org.gradcheck.spec.data;

import tools.jackson.core.io.NumberInput;

/** Decimal numbers to doubles, correctly rounded. */
final class Decimal {

    private Decimal() {}

    /** The number that a text is, or NaN. */
    static double parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /**
     * The number that characters are, or NaN. A parser of Java's numbers alone would also take hexadecimal digits, "NaN",
     * spaces and a trailing "d"; and infinity for what is too large.
     *
     * @param from the first character
     * @param to behind the last character
     */
    static double parse(char[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!isOfANumber(text[at])) {
                return Double.NaN;
            }
        }
        try {
            double value = NumberInput.parseDouble(text, from, to - from, true);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static boolean isOfANumber(char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    }
}
