package org.gradcheck.assertj;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.Fact;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.ReportText;
import org.gradcheck.report.TwinReport;
import org.gradcheck.report.Verdict;

/** The messages of failed assertions: a sentence that says what is wrong and by how much, then the report. */
final class CheckMessages {

    /** The columns that a report has for the keys of its last facts. */
    private static final int KEYS = "evaluations".length() + 2;

    private CheckMessages() {}

    /** A text as AssertJ prints it, with its description before and nothing quoted. */
    static final class Message extends BasicErrorMessageFactory {
        private Message(String text) {
            super("%n%s", unquotedString(text));
        }
    }

    /** "Expecting …, but …", and the report with more facts, such as the line that replays it. */
    static Message of(String expectation, CheckReport report, List<Fact> facts) {
        return new Message("Expecting " + expectation + ", but " + finding(report) + "\n" + body(report, facts));
    }

    /** For a twin that is none. */
    static Message of(TwinReport report) {
        return new Message("Expecting the supplied twin to continue f analytically, but "
                + report.toString().stripTrailing());
    }

    static Message of(String expectation, CheckReport report) {
        return new Message("Expecting " + expectation + ", but " + finding(report) + "\n"
                + ReportText.of(report).stripTrailing());
    }

    /** For what a report lacks: "Expecting …, but …" with the difference given in words. */
    static Message of(String expectation, String difference, CheckReport report) {
        return new Message("Expecting " + expectation + ", but " + difference + ":\n"
                + ReportText.of(report).stripTrailing());
    }

    /** The verdict on a report in half a sentence. */
    private static String finding(CheckReport report) {
        if (report.isConfirmed()) {
            return "it is confirmed:";
        }
        List<CheckResult> decisive = report.decisiveResults();
        return report.isRefuted()
                ? decisive.stream().map(CheckMessages::fault).distinct().collect(Collectors.joining(", ")) + ":"
                : undecided(decisive);
    }

    private static String fault(CheckResult result) {
        RefutationReason reason = ((Verdict.Refuted) result.verdict()).reason();
        return switch (reason) {
            case DISAGREEMENT, OUTSIDE_ONE_SIDED_DERIVATIVES ->
                "the " + result.name() + " is wrong"
                        + result.decisive().map(CheckMessages::howMuch).orElse("");
            case NOT_ADJOINT, CONTRADICTS -> reason.label();
            case NOT_STATIONARY, INFEASIBLE ->
                "the point " + (reason == RefutationReason.INFEASIBLE ? "" : "is ") + reason.label();
            case NOT_LINEAR -> "the " + result.name().replaceFirst("^linearity of ", "") + " " + reason.label();
            case NOT_SYMMETRIC -> "the " + result.name().replaceFirst("^symmetry of ", "") + " " + reason.label();
            case WRONG_VALUE -> "the " + result.name().replaceFirst("^value of ", "") + " " + reason.label();
            case OUTSIDE_ITS_SPACE, THREW, NOT_FINITE, WRONG_SHAPE -> "the " + result.name() + " " + reason.label();
        };
    }

    private static String howMuch(Evidence evidence) {
        return " by " + Numbers.error(evidence.relativeError()) + " of the derivative's scale";
    }

    private static String undecided(List<CheckResult> decisive) {
        List<InconclusiveReason> reasons = decisive.stream()
                .map(result -> ((Verdict.Inconclusive) result.verdict()).reason())
                .distinct()
                .toList();
        return "the check is inconclusive (" + joined(reasons, InconclusiveReason::label)
                + "), which does not mean wrong. What helps: " + joined(reasons, InconclusiveReason::advice) + ".";
    }

    private static String joined(List<InconclusiveReason> reasons, Function<InconclusiveReason, String> text) {
        return reasons.stream().map(text).collect(Collectors.joining("; "));
    }

    /** The report, which ends with its facts, and more facts in the same columns. */
    private static String body(CheckReport report, List<Fact> facts) {
        StringBuilder text = new StringBuilder(ReportText.of(report));
        for (Fact fact : facts) {
            text.append("  ")
                    .append(fact.key())
                    .append(" ".repeat(KEYS - fact.key().length()))
                    .append(fact.value())
                    .append('\n');
        }
        return text.toString().stripTrailing();
    }
}
