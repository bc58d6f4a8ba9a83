package org.gradcheck.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What was measured of one formula: a row of the table.
 *
 * @param text the formula
 * @param rounds the times, one entry a round
 */
record SpeedComparison(String text, List<Round> rounds) {

    static final String HEADER = """
            | expression | by hand, µs | evaluated, µs | to by hand | complex, µs | to real |
            |---|---|---|---|---|---|""";

    SpeedComparison {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("a comparison needs at least one round");
        }
    }

    /** The row, in Markdown, with the least of the rounds of each time; the ratios are those of these times. */
    String row() {
        double byHand = least(Round::byHand);
        double real = least(Round::real);
        double complex = least(Round::complex);
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %s | %.2f | %s | %.1f |",
                text,
                time(byHand),
                time(real),
                real / byHand,
                time(complex),
                complex / real);
    }

    private double least(ToDoubleFunction<Round> time) {
        return rounds.stream().mapToDouble(time).min().orElseThrow();
    }

    private static String time(double microseconds) {
        return String.format(
                Locale.ROOT, microseconds < 10 ? "%.2f" : microseconds < 100 ? "%.1f" : "%.0f", microseconds);
    }

    /**
     * The three ways, measured one right after the other.
     *
     * @param byHand microseconds of the calls of EJML
     * @param real microseconds of the evaluation
     * @param complex microseconds of the evaluation over complex matrices
     */
    record Round(double byHand, double real, double complex) {}
}
