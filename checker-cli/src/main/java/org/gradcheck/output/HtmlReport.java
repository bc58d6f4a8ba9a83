package org.gradcheck.output;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradcheck.picture.HtmlParts;
import org.gradcheck.picture.PageStyle;
import org.gradcheck.spec.Outcome;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteResult;

/**
 * Results as one HTML page to be kept, sent and browsed: nothing is loaded from elsewhere. What did not pass comes first and
 * is open. The page reads without its script too, which only filters.
 *
 * @param replay how to obtain a result again
 * @param slowest what is told of times
 */
public record HtmlReport(Replay replay, SlowestSpecs slowest) {

    /** A page that tells nothing of times. */
    public HtmlReport(Replay replay) {
        this(replay, SlowestSpecs.NONE);
    }

    /** From what needs attention to what does not. */
    private static final List<Outcome> ORDER =
            List.of(Outcome.ERROR, Outcome.FAILED, Outcome.INCONCLUSIVE, Outcome.PASSED);

    /** The page, ending with a line end. */
    public String of(SuiteResult suite) {
        StringBuilder html = new StringBuilder()
                .append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .append("<title>")
                .append(title(suite))
                .append("</title>\n<style>\n")
                .append(PageStyle.TEXT)
                .append(Resource.text("report.css"))
                .append("</style>\n</head>\n<body>\n<header>\n<h1>gradcheck</h1>\n")
                .append(counts(suite))
                .append(slowest.html(suite))
                .append("</header>\n")
                .append(filter(suite))
                .append("<main>\n<p id=\"nothing\" hidden=\"hidden\">No spec is like this.</p>\n");
        int number = 0;
        for (Outcome outcome : ORDER) {
            List<SpecResult> group = suite.specs().stream()
                    .filter(spec -> spec.outcome() == outcome)
                    .toList();
            if (!group.isEmpty()) {
                html.append("<section class=\"group\"><h2>")
                        .append(capitalised(outcome.label()))
                        .append("</h2>\n");
                for (SpecResult spec : group) {
                    html.append(new HtmlSpec(spec, ++number, replay).text());
                }
                html.append("</section>\n");
            }
        }
        return html.append("</main>\n<script>\n")
                .append(Resource.text("report.js"))
                .append("</script>\n</body>\n</html>\n")
                .toString();
    }

    private static String title(SuiteResult suite) {
        return "gradcheck: "
                + present(suite)
                        .map(outcome -> suite.count(outcome) + " " + outcome.label())
                        .collect(Collectors.joining(", "));
    }

    private static Stream<Outcome> present(SuiteResult suite) {
        return ORDER.stream().filter(outcome -> suite.count(outcome) > 0);
    }

    private static String counts(SuiteResult suite) {
        StringBuilder html = new StringBuilder("<ul class=\"counts\">");
        StringBuilder share = new StringBuilder("<div class=\"share\" aria-hidden=\"true\">");
        present(suite).forEach(outcome -> {
            long count = suite.count(outcome);
            String word = outcome.label();
            html.append("<li class=\"")
                    .append(word)
                    .append("\">")
                    .append(SpecTable.mark(outcome))
                    .append(' ');
            html.append(count).append(' ').append(word).append("</li>");
            share.append("<span class=\"")
                    .append(word)
                    .append("\" style=\"flex:")
                    .append(count)
                    .append("\"></span>");
        });
        return html.append("</ul>\n")
                        .append(share)
                        .append("</div>\n<p class=\"quiet\">")
                        .append(effort(suite)) + "</p>\n";
    }

    private static String effort(SuiteResult suite) {
        int checks =
                suite.specs().stream().mapToInt(spec -> spec.checks().size()).sum();
        long evaluations =
                suite.specs().stream().mapToLong(SpecResult::evaluations).sum();
        return String.format(
                Locale.ROOT,
                "%d %s with %d %s, %,d evaluations%s, seed %d",
                suite.specs().size(),
                suite.specs().size() == 1 ? "spec" : "specs",
                checks,
                checks == 1 ? "check" : "checks",
                evaluations,
                TextReport.seconds(suite.elapsed()),
                suite.seed());
    }

    /** Shown by the script, without which it would do nothing. */
    private static String filter(SuiteResult suite) {
        Map<String, Long> verdicts = counted(suite.specs().stream()
                .flatMap(spec -> spec.checks().stream()
                        .map(check -> check.result().verdict().label())
                        .distinct()));
        Map<String, Long> tags = counted(
                suite.specs().stream().flatMap(spec -> spec.tags().stream().distinct()));
        Map<String, Long> outcomes =
                counted(suite.specs().stream().map(spec -> spec.outcome().label()));
        return "<form id=\"filter\" role=\"search\" hidden=\"hidden\">\n"
                + "<label>search<input name=\"search\" type=\"search\" placeholder=\"title, file, tag, formula\""
                + " autocomplete=\"off\"/></label>\n"
                + select("outcome", outcomes)
                + select("verdict", verdicts)
                + select("tag", tags)
                + "<button type=\"reset\">all</button>\n"
                + "<button type=\"button\" id=\"open\">open shown</button>\n"
                + "<button type=\"button\" id=\"close\">close shown</button>\n"
                + "<output id=\"shown\" aria-live=\"polite\"></output>\n</form>\n";
    }

    private static Map<String, Long> counted(Stream<String> words) {
        return words.collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
    }

    private static String select(String name, Map<String, Long> choices) {
        StringBuilder html = new StringBuilder("<label>" + name + "<select name=\"" + name + "\">");
        html.append("<option value=\"\">any</option>");
        choices.forEach((choice, count) -> html.append("<option value=\"")
                .append(HtmlSpec.value(choice))
                .append("\">")
                .append(HtmlParts.escaped(choice))
                .append(" (")
                .append(count)
                .append(")</option>"));
        return html.append("</select></label>\n").toString();
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
