package org.gradcheck.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.corpus.CorpusCase.Claim;
import org.gradcheck.corpus.CorpusCase.Mutant;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Verdict;

/** Counts verdicts over a corpus: false alarms, confirmations, detections by error size, evaluations. */
final class Scoreboard {

    private static final double[] ERRORS = {1e-2, 1e-4, 1e-6, 1e-8};

    private final Map<String, Row> rows = new TreeMap<>();
    private final StringBuilder surprises = new StringBuilder();

    /** The counts of one category. */
    private static final class Row {
        private int right;
        private int confirmed;
        private int refuted;
        private int wrong;
        private int detected;
        private int wronglyConfirmed;
        private final List<Integer> evaluations = new ArrayList<>();
    }

    static Scoreboard of(List<CorpusCase> corpus, long... seeds) {
        Scoreboard board = new Scoreboard();
        for (CorpusCase subject : corpus) {
            for (long seed : seeds) {
                board.judge(subject, CheckSettings.defaults().withSeed(seed));
            }
        }
        return board;
    }

    private void judge(CorpusCase subject, CheckSettings settings) {
        Row row = rows.computeIfAbsent(subject.category().name(), c -> new Row());
        CheckReport report = subject.check(subject.right(), Claim.MATRIX, settings);
        row.right++;
        row.evaluations.add(report.evaluations());
        if (report.isConfirmed()) {
            row.confirmed++;
        } else {
            row.refuted += report.isRefuted() ? 1 : 0;
            surprises.append(String.format(
                    Locale.ROOT,
                    "right, %s (seed %d): %s%n",
                    subject,
                    settings.seed(),
                    report.verdict().text()));
        }
        for (Mutant mutant : subject.mutants(ERRORS)) {
            CheckReport wrong = subject.check(mutant.jacobian(), Claim.MATRIX, settings);
            if (mutant.size() < 1e-7) {
                continue;
            }
            row.wrong++;
            row.detected += wrong.isRefuted() ? 1 : 0;
            row.wronglyConfirmed += wrong.isConfirmed() ? 1 : 0;
            if (!wrong.isRefuted()) {
                surprises.append(String.format(
                        Locale.ROOT,
                        "wrong, %s, %s (seed %d): %s %s%n",
                        subject,
                        mutant.mistake(),
                        settings.seed(),
                        wrong.verdict() instanceof Verdict.Confirmed ? "CONFIRMED" : "",
                        wrong.verdict().text()));
            }
        }
    }

    int rightRefuted() {
        return rows.values().stream().mapToInt(row -> row.refuted).sum();
    }

    double shareConfirmed() {
        return (double) rows.values().stream().mapToInt(row -> row.confirmed).sum()
                / rows.values().stream().mapToInt(row -> row.right).sum();
    }

    double shareDetected(Category... categories) {
        int wrong = 0;
        int detected = 0;
        for (Category category : categories) {
            Row row = rows.getOrDefault(category.name(), new Row());
            wrong += row.wrong;
            detected += row.detected;
        }
        return (double) detected / wrong;
    }

    String surprises() {
        return surprises.toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                "%-18s %6s %10s %8s %6s %9s %10s %8s %6s%n",
                "category", "right", "confirmed", "refuted", "wrong", "detected", "confirmed", "median", "mean"));
        rows.forEach((name, row) -> {
            row.evaluations.sort(null);
            text.append(String.format(
                    Locale.ROOT,
                    "%-18s %6d %10d %8d %6d %9d %10d %8d %6.1f%n",
                    name,
                    row.right,
                    row.confirmed,
                    row.refuted,
                    row.wrong,
                    row.detected,
                    row.wronglyConfirmed,
                    row.evaluations.get(row.evaluations.size() / 2),
                    row.evaluations.stream().mapToInt(i -> i).average().orElse(0)));
        });
        return text.toString();
    }
}
