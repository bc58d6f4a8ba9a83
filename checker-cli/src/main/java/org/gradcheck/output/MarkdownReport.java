package org.gradcheck.output;

import java.util.StringJoiner;
import java.util.function.ToLongFunction;
import org.gradcheck.report.Evidence;
import org.gradcheck.spec.Outcome;
import org.gradcheck.spec.SpecCheckResult;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteResult;

/**
 * Results as Markdown, for pull requests and build summaries: counts, a table of all checks, and the facts of what did
 * not pass.
 *
 * @param replay how to obtain a result again
 * @param slowest what is told of times
 */
public record MarkdownReport(Replay replay, SlowestSpecs slowest) {

    /** A report that tells nothing of times. */
    public MarkdownReport(Replay replay) {
        this(replay, SlowestSpecs.NONE);
    }

    /** The Markdown text, ending with a line end. */
    public String of(SuiteResult suite) {
        StringBuilder text = head(suite::count, suite.seed());
        suite.specs().forEach(spec -> appendRows(text, spec));
        for (SpecResult spec : suite.specs()) {
            if (spec.outcome() != Outcome.PASSED) {
                text.append("\n## ").append(escaped(spec.title())).append("\n\n```\n");
                text.append(new SpecDetails(Detail.NORMAL, Palette.PLAIN, replay).text(spec));
                text.append("```\n");
            }
        }
        return text.append(slowest.markdown(suite)).toString();
    }

    /** The counts, and the head of the table. */
    private static StringBuilder head(ToLongFunction<Outcome> count, long seed) {
        StringBuilder text = new StringBuilder("# gradcheck\n\n");
        StringJoiner counts = new StringJoiner(", ", "", ".");
        for (Outcome outcome : Outcome.values()) {
            counts.add(count.applyAsLong(outcome) + " " + outcome.label());
        }
        text.append(counts).append(" Seed ").append(seed).append(".\n\n");
        text.append("| | spec | check | verdict | point | relative error | bound | order | evaluations |\n");
        return text.append("|---|---|---|---|---|---|---|---|---|\n");
    }

    private static void appendRows(StringBuilder text, SpecResult spec) {
        if (spec.error().isPresent()) {
            appendRow(text, SpecTable.mark(Outcome.ERROR), escaped(spec.file()), "", "error", "", "", "", "", "");
        }
        for (SpecCheckResult check : spec.checks()) {
            var decisive = check.result().decisive();
            appendRow(
                    text,
                    SpecTable.mark(check.outcome()),
                    escaped(spec.file()),
                    escaped(check.name()),
                    check.result().verdict().label(),
                    point(check),
                    decisive.map(e -> Columns.error(e.relativeError())).orElse("–"),
                    decisive.map(e -> Columns.error(e.resolution())).orElse("–"),
                    decisive.map(Evidence::order).map(Columns::order).orElse("–"),
                    Integer.toString(check.evaluations()));
        }
    }

    /** The point that decided; where all agree their number. */
    private static String point(SpecCheckResult check) {
        return check.report().isConfirmed() ? "all " + check.point().of() : PointText.number(check.point());
    }

    static void appendRow(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    static String escaped(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>|#])", "\\\\$1").replaceAll("\\R", " ");
    }
}
