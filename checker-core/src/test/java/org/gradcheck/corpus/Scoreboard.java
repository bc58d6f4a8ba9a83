package org.gradcheck.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.corpus.CorpusCase.Claim;
import org.gradcheck.corpus.CorpusCase.Mutant;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Verdict;

/**
 * Counts verdicts over a corpus, for each category: false alarms and confirmations of right derivatives, detection of wrong
 * ones, evaluations of f.
 *
 * <p>A mistake counts as resolvable if it is ten times larger than what the right derivative was verified to, and above the
 * line of refutation. It is separated if it is refuted and its right twin is confirmed.
 */
final class Scoreboard {

    private static final double[] ERRORS = {1e-2, 1e-4, 1e-6, 1e-8};

    private static final double LINE_OF_REFUTATION = 1e-7;
    private static final double RESOLVABLE = 10;

    /** What a right derivative that is not confirmed counts as having been verified to. */
    private static final double UNCONFIRMED = 1e-3;

    private final Map<String, Row> rows = new TreeMap<>();
    private final StringBuilder surprises = new StringBuilder();

    /** The counts of one category. */
    private static final class Row {
        private int right;
        private int confirmed;
        private int refuted;
        private int resolvable;
        private int detected;
        private int separated;
        private int beyond;
        private int beyondConfirmed;
        private int missed;
        private final List<Integer> evaluations = new ArrayList<>();
        private final List<Integer> allEvaluations = new ArrayList<>();

        private void add(Row other) {
            right += other.right;
            confirmed += other.confirmed;
            refuted += other.refuted;
            resolvable += other.resolvable;
            detected += other.detected;
            separated += other.separated;
            beyond += other.beyond;
            beyondConfirmed += other.beyondConfirmed;
            missed += other.missed;
            evaluations.addAll(other.evaluations);
            allEvaluations.addAll(other.allEvaluations);
        }
    }

    static Scoreboard of(List<CorpusCase> corpus, long... seeds) {
        Scoreboard board = new Scoreboard();
        for (CorpusCase subject : corpus) {
            for (long seed : seeds) {
                board.judge(subject, CheckSettings.defaults().withSeed(seed).withExplained(false));
            }
        }
        return board;
    }

    private void judge(CorpusCase subject, CheckSettings settings) {
        Row row = rows.computeIfAbsent(
                subject.category().name().toLowerCase(Locale.ROOT).replace('_', ' '), c -> new Row());
        CheckReport report = subject.check(subject.right(), Claim.MATRIX, settings);
        row.right++;
        row.evaluations.add(report.evaluations());
        row.allEvaluations.add(report.evaluations());
        if (report.isConfirmed()) {
            row.confirmed++;
        } else {
            row.refuted += report.isRefuted() ? 1 : 0;
            surprise("right", subject, settings, report);
        }
        double verifiedTo = report.verdict() instanceof Verdict.Confirmed c ? c.resolution() : UNCONFIRMED;
        for (Mutant mutant : subject.mutants(ERRORS)) {
            if (mutant.size() > LINE_OF_REFUTATION) {
                judge(subject, settings, row, mutant, verifiedTo, report.isConfirmed());
            }
        }
    }

    private void judge(
            CorpusCase subject,
            CheckSettings settings,
            Row row,
            Mutant mutant,
            double verifiedTo,
            boolean rightConfirmed) {
        CheckReport report = subject.check(mutant.jacobian(), Claim.MATRIX, settings);
        row.allEvaluations.add(report.evaluations());
        boolean missed = report.verdict() instanceof Verdict.Confirmed c && c.resolution() < mutant.size() / RESOLVABLE;
        row.missed += missed ? 1 : 0;
        if (mutant.size() > RESOLVABLE * verifiedTo) {
            row.resolvable++;
            row.detected += report.isRefuted() ? 1 : 0;
            row.separated += report.isRefuted() && rightConfirmed ? 1 : 0;
            if (!report.isRefuted()) {
                surprise("wrong, " + mutant.mistake(), subject, settings, report);
            }
        } else {
            row.beyond++;
            row.beyondConfirmed += report.isConfirmed() ? 1 : 0;
        }
        if (missed) {
            surprise("missed, " + mutant.mistake(), subject, settings, report);
        }
    }

    private void surprise(String what, CorpusCase subject, CheckSettings settings, CheckReport report) {
        surprises.append(String.format(
                Locale.ROOT,
                "%s, %s (seed %d): %s %s%n",
                what,
                subject,
                settings.seed(),
                report.verdict().label(),
                report.verdict().text()));
    }

    int rightRefuted() {
        return total().refuted;
    }

    double shareConfirmed() {
        return (double) total().confirmed / total().right;
    }

    /** Of the mistakes that can be resolved, how many are refuted. */
    double shareDetected() {
        return (double) total().detected / total().resolvable;
    }

    /** Of the same, how many are refuted and have their right twin confirmed. */
    double shareSeparated() {
        return (double) total().separated / total().resolvable;
    }

    /** Wrong derivatives that were confirmed to a resolution at which the mistake would show. */
    int missed() {
        return total().missed;
    }

    double shareDetected(Category... categories) {
        Row sum = new Row();
        Arrays.stream(categories)
                .map(category -> category.name().toLowerCase(Locale.ROOT))
                .forEach(name -> sum.add(rows.getOrDefault(name, new Row())));
        return (double) sum.detected / sum.resolvable;
    }

    int medianEvaluations() {
        return median(total().evaluations);
    }

    double meanEvaluations() {
        return mean(total().evaluations);
    }

    String surprises() {
        return surprises.toString();
    }

    private Row total() {
        Row total = new Row();
        rows.values().forEach(total::add);
        return total;
    }

    private static int median(List<Integer> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double mean(List<Integer> values) {
        return values.stream().mapToInt(i -> i).average().orElse(0);
    }

    /** A table in Markdown. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("""
                | category | right | confirmed | refuted | resolvable mistakes | refuted | separated | beyond resolution | confirmed | missed | evaluations, median | mean | mistakes included, median | mean |
                |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
                """);
        rows.forEach((name, row) -> text.append(line(name, row)));
        return text.append(line("**all**", total())).toString();
    }

    private static String line(String name, Row row) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %.1f | %d | %.1f |%n",
                name,
                row.right,
                row.confirmed,
                row.refuted,
                row.resolvable,
                row.detected,
                row.separated,
                row.beyond,
                row.beyondConfirmed,
                row.missed,
                median(row.evaluations),
                mean(row.evaluations),
                median(row.allEvaluations),
                mean(row.allEvaluations));
    }
}
