package org.gradcheck.output;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.gradcheck.picture.HtmlParts;
import org.gradcheck.report.Numbers;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteResult;

/**
 * The specs that took longest, the slowest first. Those that ran side by side shared the processors.
 *
 * @param count how many are told at most; 0 where nobody asked
 */
public record SlowestSpecs(int count) {

    /** Nobody asked. */
    public static final SlowestSpecs NONE = new SlowestSpecs(0);

    private static final String ROW = "%10s  %9s  %s\n";

    private List<SpecResult> of(SuiteResult suite) {
        return suite.specs().stream()
                .sorted(Comparator.comparing(SpecResult::elapsed).reversed())
                .limit(count)
                .toList();
    }

    /** For people: a line a spec, under a heading; nothing where nobody asked. */
    String text(SuiteResult suite) {
        if (count == 0) {
            return "";
        }
        StringBuilder text =
                new StringBuilder("\n").append(String.format(Locale.ROOT, ROW, "slowest", "evals", "spec"));
        of(suite)
                .forEach(spec ->
                        text.append(String.format(Locale.ROOT, ROW, seconds(spec), evaluations(spec), spec.file())));
        return text.toString();
    }

    /** As a table in Markdown. */
    String markdown(SuiteResult suite) {
        if (count == 0) {
            return "";
        }
        StringBuilder text =
                new StringBuilder("\n## Slowest specs\n\n| time | evaluations | spec |\n|---:|---:|---|\n");
        of(suite)
                .forEach(spec -> MarkdownReport.appendRow(
                        text, seconds(spec), evaluations(spec), MarkdownReport.escaped(spec.file())));
        return text.toString();
    }

    /** As a table in HTML, closed at first. */
    String html(SuiteResult suite) {
        if (count == 0) {
            return "";
        }
        StringBuilder rows =
                new StringBuilder("<div class=\"scroll\" tabindex=\"0\"><table id=\"slowest\">\n<thead><tr>"
                        + "<th scope=\"col\">time</th><th scope=\"col\">evaluations</th><th scope=\"col\">spec</th></tr></thead>\n"
                        + "<tbody>\n");
        of(suite)
                .forEach(spec -> rows.append("<tr><td>")
                        .append(seconds(spec))
                        .append("</td><td>")
                        .append(evaluations(spec))
                        .append("</td><td>")
                        .append(HtmlParts.escaped(spec.file()))
                        .append("</td></tr>\n"));
        return HtmlParts.more(
                "slowest specs", rows.append("</tbody>\n</table></div>\n").toString());
    }

    private static String seconds(SpecResult spec) {
        return Numbers.fixed(spec.elapsed().toNanos() / 1e9, 2) + " s";
    }

    private static String evaluations(SpecResult spec) {
        return Numbers.grouped(spec.evaluations());
    }
}
