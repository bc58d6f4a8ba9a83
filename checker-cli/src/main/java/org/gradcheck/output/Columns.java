package org.gradcheck.output;

import java.util.Optional;
import java.util.OptionalDouble;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.Verdict;

/**
 * A row of the table of results: 80 columns wide, the numbers from one piece of evidence.
 *
 * @param name what the row is about
 * @param verdict its verdict in a word
 * @param evidence the decisive evidence, if there is any
 * @param evaluations evaluations of f
 */
record Columns(String name, String verdict, Optional<Evidence> evidence, int evaluations) {

    private static final int NAME = 34;
    private static final int VERDICT = 12;
    private static final int ERROR = 7;
    private static final int ORDER = 5;
    private static final int EVALUATIONS = 6;

    /** The row that names the columns. */
    static String header() {
        return row("", "verdict", "error", "bound", "order", "evals");
    }

    /** The row; indentation and marker of four columns are the caller's. */
    String text() {
        return row(
                        cut(name),
                        verdict,
                        evidence.map(e -> error(e.relativeError())).orElse("–"),
                        evidence.map(e -> error(e.resolution())).orElse("–"),
                        evidence.map(e -> order(e.order())).orElse("–"),
                        String.valueOf(evaluations))
                .stripTrailing();
    }

    /** Not by String.format; its first use takes a twentieth of the time of a short run. */
    private static String row(
            String name, String verdict, String error, String bound, String order, String evaluations) {
        return name
                + space(NAME - name.length())
                + " " + verdict
                + space(VERDICT - verdict.length())
                + right(error, ERROR)
                + right(bound, ERROR)
                + right(order, ORDER)
                + right(evaluations, EVALUATIONS);
    }

    private static String right(String text, int width) {
        return " " + space(width - text.length()) + text;
    }

    private static String space(int width) {
        return " ".repeat(Math.max(0, width));
    }

    static String error(double x) {
        if (Double.isNaN(x)) {
            return "NaN";
        }
        return Double.isInfinite(x) ? "∞" : Numbers.error(x);
    }

    static String order(OptionalDouble order) {
        return order.isPresent() ? Numbers.fixed(order.getAsDouble(), 2) : "–";
    }

    static String word(Verdict verdict) {
        return verdict.label();
    }

    /** Names differ at both ends ("…--missing-transpose"), so the middle goes. */
    private static String cut(String name) {
        if (name.length() <= NAME) {
            return name;
        }
        int tail = (NAME - 1) / 2;
        return name.substring(0, NAME - 1 - tail) + "…" + name.substring(name.length() - tail);
    }
}
