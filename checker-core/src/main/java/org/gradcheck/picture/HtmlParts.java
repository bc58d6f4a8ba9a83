package org.gradcheck.picture;

import java.util.List;
import java.util.function.Function;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.Fact;
import org.gradcheck.report.Hypothesis;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.RemainderPoint;
import org.gradcheck.report.Verdict;
import org.gradcheck.report.Where;
import org.gradcheck.report.WrongEntry;

/** Parts of a page about a check; each is HTML that stands by itself, with {@link PageStyle} as its style. */
public final class HtmlParts {

    private HtmlParts() {}

    /** Text as content or attribute: nothing in it is markup. */
    public static String escaped(String text) {
        return Markup.escaped(text);
    }

    /** "✗ refuted". */
    public static String badge(Verdict verdict) {
        String mark = verdict instanceof Verdict.Confirmed ? "✓" : verdict instanceof Verdict.Refuted ? "✗" : "?";
        return "<span class=\"badge " + verdict.label() + "\">" + mark + " " + verdict.label() + "</span>";
    }

    /** Facts as a list of keys and values; empty for none. */
    public static String facts(List<Fact> facts) {
        return facts(facts, "<dd>");
    }

    /** The same, where a click selects a value as a whole: commands, paths. */
    public static String factsToCopy(List<Fact> facts) {
        return facts(facts, "<dd class=\"copy\">");
    }

    private static String facts(List<Fact> facts, String open) {
        if (facts.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<dl class=\"facts\">\n");
        for (Fact fact : facts) {
            html.append("<dt>").append(escaped(fact.key())).append("</dt>").append(open);
            html.append(escaped(fact.value())).append("</dd>\n");
        }
        return html.append("</dl>\n").toString();
    }

    /**
     * The log–log plot with what is seen in words below it; empty if there is nothing to draw.
     *
     * @param id what tells it from the others of the page, a valid id
     */
    public static String figure(Evidence evidence, String id) {
        return ScalingPlot.of(evidence)
                .map(plot -> "<figure>\n" + SvgPlot.fragment(plot, id) + "\n<figcaption>" + escaped(plot.description())
                        + "</figcaption>\n</figure>\n")
                .orElse("");
    }

    /** The remainder table, closed at first; empty if there is none. */
    public static String remainders(Evidence evidence) {
        if (evidence.remainder().isEmpty()) {
            return "";
        }
        return more(
                "remainder table",
                table(
                        List.of("step h", "quotient", evidence.remainderFormula(), "|central remainder|"),
                        evidence.remainder(),
                        (RemainderPoint point) -> List.of(
                                Numbers.error(point.step()),
                                Numbers.value(point.quotient()),
                                Numbers.error(point.remainder()),
                                Numbers.error(point.centralRemainder()))));
    }

    /** The entries that are known to be wrong, with their numbers; empty if there are none. */
    public static String wrongEntries(List<Where> places) {
        List<WrongEntry> entries =
                places.stream().flatMap(where -> where.entries().stream()).toList();
        return entries.isEmpty()
                ? ""
                : more(
                        "wrong entries",
                        table(
                                List.of("entry", "supplied", "reference", "bound"),
                                entries,
                                entry -> List.of(
                                        entry.name(),
                                        Numbers.value(entry.supplied()),
                                        Numbers.value(entry.reference()),
                                        Numbers.error(entry.bound()))));
    }

    /** The causes that were looked into, and how they fared; empty if none were. */
    public static String hypotheses(List<Hypothesis> hypotheses) {
        return hypotheses.isEmpty()
                ? ""
                : more(
                        "causes looked into",
                        facts(hypotheses.stream()
                                .map(hypothesis -> new Fact(
                                        answer(hypothesis.outcome()), hypothesis.question() + " " + hypothesis.text()))
                                .toList()));
    }

    /** Something that is shown when it is asked for. */
    public static String more(String summary, String content) {
        return "<details class=\"more\"><summary>" + escaped(summary) + "</summary>\n" + content + "</details>\n";
    }

    private static String answer(Hypothesis.Outcome outcome) {
        return switch (outcome) {
            case FITS -> "yes";
            case REJECTED -> "no";
            case NOT_TOLD_APART -> "perhaps";
            case NOT_APPLICABLE -> "–";
        };
    }

    private static <T> String table(List<String> head, List<T> rows, Function<T, List<String>> cells) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\" tabindex=\"0\"><table>\n<thead><tr>");
        head.forEach(
                cell -> html.append("<th scope=\"col\">").append(escaped(cell)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (T row : rows) {
            html.append("<tr>");
            cells.apply(row)
                    .forEach(cell -> html.append("<td>").append(escaped(cell)).append("</td>"));
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table></div>\n").toString();
    }
}
