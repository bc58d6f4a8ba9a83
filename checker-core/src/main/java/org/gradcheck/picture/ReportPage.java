package org.gradcheck.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.Fact;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.ReportText;
import org.gradcheck.report.Verdict;

/**
 * Reports as one HTML page that needs nothing else: no network, no script. Equal reports have equal text. Of each result the
 * verdict, the facts behind it, the log–log plot, the remainder table, what is wrong where, and why; what was confirmed is
 * closed at first.
 */
public final class ReportPage {

    /**
     * One report of a page.
     *
     * @param title what was checked
     * @param report what was found
     * @param extra more to know about it, such as the command that runs it again
     */
    public record Section(String title, CheckReport report, List<Fact> extra) {

        public Section {
            extra = List.copyOf(extra);
        }
    }

    private ReportPage() {}

    /** The page of one report. */
    public static String of(String title, CheckReport report) {
        return of(title, List.of(new Section("", report, List.of())));
    }

    /**
     * The page of several reports.
     *
     * @param title the title of the page
     * @param sections the reports, in the order they are shown
     * @throws IllegalArgumentException if there are none: nothing checked is no page
     */
    public static String of(String title, List<Section> sections) {
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("a page needs at least one report");
        }
        StringBuilder html = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>")
                .append(HtmlParts.escaped(title))
                .append("</title>\n<style>\n")
                .append(PageStyle.TEXT)
                .append("</style>\n</head>\n<body>\n<header>\n<h1>")
                .append(HtmlParts.escaped(title))
                .append("</h1>\n<p class=\"quiet\">")
                .append(summary(sections))
                .append("</p>\n</header>\n<main>\n");
        for (int i = 0; i < sections.size(); i++) {
            append(html, sections.get(i), "s" + (i + 1));
        }
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    /** "3 results: 2 confirmed, 1 refuted". */
    private static String summary(List<Section> sections) {
        List<Verdict> verdicts = sections.stream()
                .flatMap(section -> section.report().results().stream())
                .map(CheckResult::verdict)
                .toList();
        Map<String, Long> counts =
                verdicts.stream().collect(Collectors.groupingBy(Verdict::label, TreeMap::new, Collectors.counting()));
        return (verdicts.size() == 1 ? "1 result: " : verdicts.size() + " results: ")
                + counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static void append(StringBuilder html, Section section, String id) {
        html.append("<section id=\"").append(id).append("\">\n");
        if (!section.title().isEmpty()) {
            html.append("<h2>").append(HtmlParts.escaped(section.title())).append("</h2>\n");
        }
        List<CheckResult> results = section.report().results();
        for (int i = 0; i < results.size(); i++) {
            append(html, results.get(i), id + "-" + (i + 1));
        }
        html.append(HtmlParts.facts(closing(section.report())));
        html.append(HtmlParts.factsToCopy(section.extra()));
        html.append("</section>\n");
    }

    private static void append(StringBuilder html, CheckResult result, String id) {
        boolean confirmed = result.verdict() instanceof Verdict.Confirmed;
        html.append("<details class=\"result\"")
                .append(confirmed ? "" : " open=\"open\"")
                .append("><summary>")
                .append(HtmlParts.badge(result.verdict()))
                .append(" <strong>")
                .append(HtmlParts.escaped(result.name()))
                .append("</strong> ")
                .append(HtmlParts.escaped(result.verdict().text()))
                .append("</summary>\n")
                .append(HtmlParts.facts(ReportText.facts(result)));
        result.decisive()
                .ifPresent((Evidence evidence) ->
                        html.append(HtmlParts.figure(evidence, id)).append(HtmlParts.remainders(evidence)));
        html.append(HtmlParts.wrongEntries(result.explanation().where()))
                .append(HtmlParts.hypotheses(result.explanation().hypotheses()))
                .append("</details>\n");
    }

    private static List<Fact> closing(CheckReport report) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("point", "x = " + Numbers.vector(report.point())));
        facts.add(new Fact("evaluations", report.evaluations() + " of f"));
        report.precision().ifPresent(precision -> facts.add(new Fact("precision", precision)));
        facts.add(new Fact("seed", Long.toString(report.seed())));
        return facts;
    }
}
