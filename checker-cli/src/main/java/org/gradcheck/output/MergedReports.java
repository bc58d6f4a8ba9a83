package org.gradcheck.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import org.gradcheck.spec.Outcome;
import tools.jackson.databind.JsonNode;

/**
 * Reports on merged results, with what the JSON of results holds: verdicts, numbers, causes and places, but no plots and no
 * formulas.
 *
 * @param results the results
 */
public record MergedReports(MergedResults results) {

    /** For people: what did not pass, and the summary. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (JsonNode spec : results.specs()) {
            Outcome outcome = MergedResults.outcome(spec);
            if (outcome != Outcome.PASSED) {
                text.append(outcome.label().toUpperCase(Locale.ROOT))
                        .append("  ")
                        .append(string(spec, "file"))
                        .append('\n')
                        .append(details(spec))
                        .append('\n');
            }
        }
        int specs = results.specs().size();
        StringJoiner counts = new StringJoiner(", ", specs + (specs == 1 ? " spec: " : " specs: "), "\n");
        for (Outcome outcome : Outcome.values()) {
            long count = results.count(outcome);
            if (count > 0) {
                counts.add(count + " " + (outcome == Outcome.ERROR && count > 1 ? "errors" : outcome.label()));
            }
        }
        long evaluations = results.specs().stream()
                .flatMap(spec -> spec.path("checks").valueStream())
                .mapToLong(check -> check.path("evaluations").asLong(0))
                .sum();
        return text.append(specs == 0 ? "0 specs\n" : counts.toString())
                .append(String.format(Locale.ROOT, "%,d evaluations, seed %d\n", evaluations, results.seed()))
                .toString();
    }

    /** As Markdown. */
    public String markdown() {
        StringBuilder text = MarkdownReport.head(results::count, results.seed());
        for (JsonNode spec : results.specs()) {
            String file = MarkdownReport.escaped(string(spec, "file"));
            if (MergedResults.outcome(spec) == Outcome.ERROR) {
                MarkdownReport.appendRow(text, SpecTable.mark(Outcome.ERROR), file, "", "error", "", "", "", "", "");
            }
            spec.path("checks")
                    .forEach(check -> MarkdownReport.appendRow(
                            text,
                            SpecTable.mark(outcome(spec, check)),
                            file,
                            MarkdownReport.escaped(name(check)),
                            string(check, "verdict"),
                            point(check),
                            error(check.path("relativeError")),
                            error(check.path("bound")),
                            check.path("order").isNumber()
                                    ? Columns.order(OptionalDouble.of(
                                            check.path("order").doubleValue()))
                                    : "–",
                            check.path("evaluations").asString("")));
        }
        for (JsonNode spec : results.specs()) {
            if (MergedResults.outcome(spec) != Outcome.PASSED) {
                text.append("\n## ").append(MarkdownReport.escaped(string(spec, "title")));
                text.append("\n\n```\n").append(details(spec)).append("```\n");
            }
        }
        return text.toString();
    }

    /** As JUnit XML. */
    public String junit() {
        List<JUnitXmlReport.Suite> suites = new ArrayList<>();
        for (JsonNode spec : results.specs()) {
            List<JUnitXmlReport.Case> cases = new ArrayList<>();
            if (spec.has("error")) {
                cases.add(JUnitXmlReport.unreadable(string(spec, "error")));
            }
            for (JsonNode check : spec.path("checks")) {
                Outcome outcome = outcome(spec, check);
                cases.add(new JUnitXmlReport.Case(
                        name(check),
                        outcome == Outcome.PASSED
                                ? Optional.empty()
                                : Optional.of(new JUnitXmlReport.Problem(
                                        "failure", outcome.label(), headline(check), details(spec)))));
            }
            suites.add(new JUnitXmlReport.Suite(string(spec, "file"), string(spec, "title"), cases, Optional.empty()));
        }
        return JUnitXmlReport.text(suites, Optional.empty());
    }

    private static String details(JsonNode spec) {
        if (spec.has("error")) {
            return Paragraphs.hanging("  ", string(spec, "error"));
        }
        StringBuilder text = new StringBuilder(Paragraphs.hanging("  ", string(spec, "title")));
        for (JsonNode check : spec.path("checks")) {
            Outcome outcome = outcome(spec, check);
            if (outcome == Outcome.PASSED) {
                continue;
            }
            text.append(Paragraphs.hanging("  ", SpecTable.mark(outcome) + " " + headline(check)));
            check.path("diagnosis")
                    .forEach(cause -> text.append(Paragraphs.hanging("    cause  ", string(cause, "text"))));
            check.path("where").forEach(where -> text.append(Paragraphs.hanging("    where  ", string(where, "text"))));
        }
        return text.toString();
    }

    /**
     * How a check ended. The JSON has it of the spec alone: a check is to blame if its verdict is not the one expected, or if it is
     * refuted as expected in a spec that failed for want of a finding.
     */
    private static Outcome outcome(JsonNode spec, JsonNode check) {
        Outcome whole = MergedResults.outcome(spec);
        if (whole == Outcome.PASSED) {
            return Outcome.PASSED;
        }
        if (!differs(check)) {
            boolean some = spec.path("checks").valueStream().anyMatch(MergedReports::differs);
            return !some && string(check, "verdict").equals("refuted") ? whole : Outcome.PASSED;
        }
        return string(check, "verdict").equals("inconclusive") ? Outcome.INCONCLUSIVE : Outcome.FAILED;
    }

    private static boolean differs(JsonNode check) {
        return !string(check, "verdict").equals(string(check, "expected"));
    }

    private static String headline(JsonNode check) {
        String text = name(check) + ": " + string(check, "verdict").toUpperCase(Locale.ROOT);
        if (check.has("reason")) {
            text += " (" + string(check, "reason") + ")";
        }
        return text
                + (differs(check)
                        ? ", but " + string(check, "expected") + " was expected"
                        : ", but not with the finding expected");
    }

    private static String name(JsonNode check) {
        Optional<String> variable = Optional.of(string(check, "variable")).filter(text -> !text.isEmpty());
        Optional<String> stage = Optional.of(string(check, "stage")).filter(text -> !text.isEmpty());
        return string(check, "form")
                + variable.map(v -> " of " + v).orElse("")
                + stage.map(s -> (variable.isPresent() ? " in stage " : " of stage ") + s)
                        .orElse("");
    }

    private static String point(JsonNode check) {
        String of = check.path("point").path("of").asString("");
        return string(check, "verdict").equals("confirmed")
                ? "all " + of
                : check.path("point").path("number").asString("") + " of " + of;
    }

    private static String error(JsonNode number) {
        return number.isNumber() ? Columns.error(number.doubleValue()) : "–";
    }

    private static String string(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isString() ? value.stringValue() : "";
    }
}
