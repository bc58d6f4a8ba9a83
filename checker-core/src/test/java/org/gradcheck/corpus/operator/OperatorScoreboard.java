package org.gradcheck.corpus.operator;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;

/**
 * Counts verdicts over operators, for each kind. Every operator is checked alone; of functions with operators in several
 * forms the right ones are also checked together, and each wrong one in the company of the right ones of the other forms:
 * then it is the wrong one that must be blamed.
 */
final class OperatorScoreboard {

    private final Map<Kind, Row> rows = new EnumMap<>(Kind.class);
    private final StringBuilder surprises = new StringBuilder();

    /** The counts of one kind. */
    private static final class Row {
        private final Tally right = new Tally();
        private final Tally wrong = new Tally();
        private final Tally together = new Tally();
        private int accompanied;
        private int blamed;

        private void add(Row other) {
            right.add(other.right);
            wrong.add(other.wrong);
            together.add(other.together);
            accompanied += other.accompanied;
            blamed += other.blamed;
        }
    }

    /** How often each verdict was reached. */
    private static final class Tally {
        private int confirmed;
        private int refuted;
        private int inconclusive;

        private void count(CheckReport report) {
            confirmed += report.isConfirmed() ? 1 : 0;
            refuted += report.isRefuted() ? 1 : 0;
            inconclusive += report.isInconclusive() ? 1 : 0;
        }

        private void add(Tally other) {
            confirmed += other.confirmed;
            refuted += other.refuted;
            inconclusive += other.inconclusive;
        }

        private int all() {
            return confirmed + refuted + inconclusive;
        }
    }

    static OperatorScoreboard of(long... seeds) {
        OperatorScoreboard board = new OperatorScoreboard();
        for (long seed : seeds) {
            OperatorCorpus.of(seed).forEach(subject -> board.judge(subject, seed));
        }
        return board;
    }

    private <X, Y> void judge(OperatorCase<X, Y> subject, long seed) {
        Row row = rows.computeIfAbsent(subject.kind(), kind -> new Row());
        for (Claim<X, Y> claim : subject.right()) {
            CheckReport report = subject.check(List.of(claim), seed);
            row.right.count(report);
            if (!report.isConfirmed()) {
                surprise("right " + claim.form().label(), subject, report);
            }
        }
        boolean several = subject.right().size() > 1;
        if (several) {
            CheckReport report = subject.check(subject.right(), seed);
            row.together.count(report);
            if (!report.isConfirmed()) {
                surprise("right, together", subject, report);
            }
        }
        for (Claim<X, Y> claim : subject.wrong()) {
            CheckReport report = subject.check(List.of(claim), seed);
            row.wrong.count(report);
            String what = "wrong " + claim.form().label() + ", " + claim.mistake();
            if (!report.isRefuted()) {
                surprise(what, subject, report);
            }
            if (several) {
                blame(subject, claim, row, what, subject.check(subject.inCompany(claim), seed));
            }
        }
    }

    private <X, Y> void blame(OperatorCase<X, Y> subject, Claim<X, Y> wrong, Row row, String what, CheckReport report) {
        row.accompanied++;
        boolean blamesIt = report.about(wrong.form().label()).isRefuted();
        boolean sparesOthers = subject.right().stream()
                .map(Claim::form)
                .filter(form -> form != wrong.form())
                .allMatch(form -> report.about(form.label()).isConfirmed());
        boolean blamed = blamesIt && sparesOthers && pairsSay(report, wrong);
        row.blamed += blamed ? 1 : 0;
        if (!blamed) {
            surprise("blame, " + what, subject, report);
        }
    }

    /**
     * Rows about two forms, as the adjoint test of JVP and VJP, are to refute if the wrong one is among them, and else to
     * confirm. A form that is wrong only by a part that no pairing sees agrees with the others.
     */
    private static boolean pairsSay(CheckReport report, Claim<?, ?> wrong) {
        String form = wrong.form().label();
        boolean seen = report.results().stream()
                .noneMatch(result -> result.name().equals(form) && isOutside(result.verdict()));
        return report.results().stream()
                .filter(result -> isOfAPair(result.name()))
                .allMatch(result -> (seen && isAbout(result.name(), form))
                        ? result.verdict() instanceof Verdict.Refuted
                        : result.verdict() instanceof Verdict.Confirmed);
    }

    private static boolean isOfAPair(String row) {
        return row.equals("adjoint") || row.contains(" against ");
    }

    private static boolean isAbout(String row, String form) {
        return row.equals("adjoint")
                ? form.equals("jvp") || form.equals("vjp")
                : List.of(row.split(" against ")).contains(form);
    }

    private static boolean isOutside(Verdict verdict) {
        return verdict instanceof Verdict.Refuted refuted && refuted.reason() == RefutationReason.OUTSIDE_ITS_SPACE;
    }

    private void surprise(String what, OperatorCase<?, ?> subject, CheckReport report) {
        surprises.append(String.format(Locale.ROOT, "%s, %s:%n%s%n", what, subject, report));
    }

    int operators() {
        return total().right.all();
    }

    int wrongOperators() {
        return total().wrong.all();
    }

    /** Right operators refuted, alone or together. */
    int falseAlarms() {
        return total().right.refuted + total().together.refuted;
    }

    int wrongConfirmed() {
        return total().wrong.confirmed;
    }

    double shareConfirmed() {
        return (double) total().right.confirmed / total().right.all();
    }

    double shareDetected() {
        return (double) total().wrong.refuted / total().wrong.all();
    }

    /** Of wrong operators among right ones, for how many the wrong one is refuted and all others are confirmed. */
    double shareBlamed() {
        return (double) total().blamed / total().accompanied;
    }

    String surprises() {
        return surprises.toString();
    }

    private Row total() {
        Row total = new Row();
        rows.values().forEach(total::add);
        return total;
    }

    /** A table in Markdown. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("""
                | kind | right | confirmed | refuted | together | confirmed | refuted | wrong | refuted | inconclusive | confirmed | in company | blame right |
                |---|---|---|---|---|---|---|---|---|---|---|---|---|
                """);
        rows.forEach((kind, row) -> text.append(line(kind.toString(), row)));
        return text.append(line("**all**", total())).toString();
    }

    private static String line(String name, Row row) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d |%n",
                name,
                row.right.all(),
                row.right.confirmed,
                row.right.refuted,
                row.together.all(),
                row.together.confirmed,
                row.together.refuted,
                row.wrong.all(),
                row.wrong.refuted,
                row.wrong.inconclusive,
                row.wrong.confirmed,
                row.accompanied,
                row.blamed);
    }
}
