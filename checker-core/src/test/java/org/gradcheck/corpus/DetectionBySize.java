package org.gradcheck.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;

/** What becomes of a derivative that is wrong by a factor 1 + δ, for each δ. */
final class DetectionBySize {

    private final Map<Double, Row> rows = new TreeMap<>((a, b) -> Double.compare(b, a));

    /** The verdicts at one δ. */
    private static final class Row {
        private int checks;
        private int refuted;
        private int small;
        private int confirmedToMore;
        private int missed;
        private int strict;
    }

    static DetectionBySize of(List<? extends Subject> subjects, double[] errors, long... seeds) {
        DetectionBySize table = new DetectionBySize();
        for (Subject subject : subjects) {
            for (long seed : seeds) {
                for (double error : errors) {
                    table.judge(
                            subject,
                            error,
                            CheckSettings.defaults().withSeed(seed).withExplained(false));
                }
            }
        }
        return table;
    }

    private void judge(Subject subject, double error, CheckSettings settings) {
        Row row = rows.computeIfAbsent(error, e -> new Row());
        Verdict verdict = subject.check(1 + error, settings).verdict();
        row.checks++;
        row.refuted += verdict instanceof Verdict.Refuted ? 1 : 0;
        row.small +=
                verdict instanceof Verdict.Inconclusive i && i.reason() == InconclusiveReason.SMALL_DISCREPANCY ? 1 : 0;
        if (verdict instanceof Verdict.Confirmed confirmed) {
            row.confirmedToMore += confirmed.resolution() >= error / 10 ? 1 : 0;
            row.missed += confirmed.resolution() < error / 10 ? 1 : 0;
        }
        row.strict += subject.check(1 + error, settings.withStrict(true)).isRefuted() ? 1 : 0;
    }

    /** Of the derivatives wrong by 1 + δ, how many are refuted. */
    double shareRefuted(double error) {
        Row row = rows.getOrDefault(error, new Row());
        return (double) row.refuted / row.checks;
    }

    /** Confirmed to a resolution that is finer than a tenth of the mistake, over all δ. */
    int missed() {
        return rows.values().stream().mapToInt(row -> row.missed).sum();
    }

    /** A table in Markdown. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("""
                | δ | checks | refuted | small consistent discrepancy | confirmed, to a resolution not finer than δ/10 | missed | refuted when strict |
                |---|---|---|---|---|---|---|
                """);
        rows.forEach((error, row) -> text.append(String.format(
                Locale.ROOT,
                "| %.0e | %d | %d | %d | %d | %d | %d |%n",
                error,
                row.checks,
                row.refuted,
                row.small,
                row.confirmedToMore,
                row.missed,
                row.strict)));
        return text.toString();
    }

    /** A function whose right derivative can be scaled. */
    interface Subject {
        CheckReport check(double factor, CheckSettings settings);
    }
}
