package org.gradcheck.output;

import java.util.Locale;
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

    /** The row that names the columns. */
    static String header() {
        return String.format(
                Locale.ROOT, "%-34s %-12s %7s %7s %5s %6s", "", "verdict", "error", "bound", "order", "evals");
    }

    /** The row; indentation and marker of four columns are the caller's. */
    String text() {
        return String.format(
                        Locale.ROOT,
                        "%-34s %-12s %7s %7s %5s %6d",
                        cut(name),
                        verdict,
                        evidence.map(e -> error(e.relativeError())).orElse("–"),
                        evidence.map(e -> error(e.resolution())).orElse("–"),
                        evidence.map(e -> order(e.order())).orElse("–"),
                        evaluations)
                .stripTrailing();
    }

    static String error(double x) {
        if (Double.isNaN(x)) {
            return "NaN";
        }
        return Double.isInfinite(x) ? "∞" : Numbers.error(x);
    }

    static String order(OptionalDouble order) {
        return order.isPresent() ? String.format(Locale.ROOT, "%.2f", order.getAsDouble()) : "–";
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
