package org.gradcheck.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What was measured of one workload: a row of the table.
 *
 * @param title what was checked
 * @param evaluations the calls that the check makes
 * @param rounds the times, one entry a round
 */
record Comparison(String title, Evaluations evaluations, List<Round> rounds) {

    static final String HEADER = """
            | function | calls of f, f′ | check, µs | calls alone, µs | added, µs | overhead | lowest to highest |
            |---|---|---|---|---|---|---|""";

    Comparison {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("a comparison needs at least one round");
        }
    }

    /** The row, in Markdown: medians over the rounds, and how far apart the rounds are. */
    String row() {
        double[] overheads =
                rounds.stream().mapToDouble(Round::overhead).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "| %s | %d, %d | %s | %s | %s | %s | %s to %s |",
                title,
                evaluations.function().times(),
                evaluations.derivativeCalls(),
                time(median(rounds.stream().mapToDouble(Round::check).toArray())),
                time(median(rounds.stream().mapToDouble(Round::alone).toArray())),
                time(median(rounds.stream().mapToDouble(Round::added).toArray())),
                percent(median(overheads)),
                percent(overheads[0]),
                percent(overheads[overheads.length - 1]));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String time(double microseconds) {
        return String.format(Locale.ROOT, Math.abs(microseconds) < 100 ? "%.1f" : "%.0f", microseconds);
    }

    private static String percent(double overhead) {
        return String.format(Locale.ROOT, Math.abs(overhead) < 1 ? "%.1f %%" : "%.0f %%", 100 * overhead);
    }

    /**
     * Both sides, measured one right after the other.
     *
     * @param check microseconds of a whole check
     * @param alone microseconds of the calls it makes
     */
    record Round(double check, double alone) {

        double added() {
            return check - alone;
        }

        double overhead() {
            return check / alone - 1;
        }
    }
}
