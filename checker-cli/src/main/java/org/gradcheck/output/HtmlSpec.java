package org.gradcheck.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradcheck.chain.ChainReport;
import org.gradcheck.chain.ChainText;
import org.gradcheck.picture.HtmlParts;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.Fact;
import org.gradcheck.report.Verdict;
import org.gradcheck.spec.Formula;
import org.gradcheck.spec.Outcome;
import org.gradcheck.spec.SpecCheckResult;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.WrittenSpec;

/**
 * One spec of an HTML page: open if it did not pass, with a line to open it else.
 *
 * @param spec its result
 * @param number its number on the page, from which ids are made
 * @param replay how to obtain the result again
 */
record HtmlSpec(SpecResult spec, int number, Replay replay) {

    /** Checks that the closed line of a spec names one by one. */
    private static final int MOST_NAMED = 3;

    String text() {
        StringBuilder html = new StringBuilder();
        boolean open = spec.outcome() != Outcome.PASSED;
        html.append("<details class=\"spec ")
                .append(spec.outcome().label())
                .append("\" id=\"s")
                .append(number);
        html.append("\" data-outcome=\"").append(spec.outcome().label());
        html.append("\" data-verdicts=\"").append(verdicts().collect(Collectors.joining("|")));
        html.append("\" data-tags=\"")
                .append(spec.tags().stream().map(HtmlSpec::value).collect(Collectors.joining("|")));
        html.append("\" data-search=\"").append(HtmlParts.escaped(searched()));
        html.append(open ? "\" open=\"open\">" : "\">").append(summary());
        spec.error()
                .ifPresent(error ->
                        html.append("<pre>").append(HtmlParts.escaped(error)).append("</pre>\n"));
        html.append(HtmlParts.facts(facts()));
        spec.written().ifPresent(written -> html.append(new HtmlFormulas(written).ofFunction()));
        spec.chain().ifPresent(chain -> html.append(chain(chain)));
        for (int i = 0; i < spec.checks().size(); i++) {
            html.append(check(spec.checks().get(i), "s" + number + "c" + (i + 1)));
        }
        return html.append(HtmlParts.factsToCopy(List.of(new Fact("replay", replay.command(spec)))))
                .append("</details>\n")
                .toString();
    }

    /** A word in a list that | separates. */
    static String value(String word) {
        return HtmlParts.escaped(word.replace('|', '¦'));
    }

    private Stream<String> verdicts() {
        return spec.checks().stream()
                .map(check -> check.result().verdict().label())
                .distinct();
    }

    /** What a search looks at, in lower case. */
    private String searched() {
        Stream<String> formulas = spec.written().stream()
                .flatMap((WrittenSpec written) -> Stream.concat(
                                Stream.of(written.definitions(), written.lets(), written.function())
                                        .flatMap(named -> named.values().stream()),
                                written.derivatives().stream()
                                        .flatMap(derivative -> derivative.formulas().values().stream()))
                        .map(Formula::text));
        return Stream.of(Stream.of(spec.title(), spec.file()), spec.tags().stream(), formulas)
                .flatMap(texts -> texts)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    private String summary() {
        String word = spec.outcome().label();
        return "<summary><span class=\"badge " + word + "\">" + SpecTable.mark(spec.outcome()) + " " + word
                + "</span> <strong>" + HtmlParts.escaped(spec.title()) + "</strong> <span class=\"file\">"
                + HtmlParts.escaped(spec.file()) + "</span> <span class=\"quiet\">" + HtmlParts.escaped(found())
                + "</span></summary>\n";
    }

    /** "gradient of x refuted, jvp verified to 1.0e-14"; of many checks how many ended how. */
    private String found() {
        if (spec.checks().size() > MOST_NAMED) {
            return spec.checks().size() + " checks: "
                    + spec.checks().stream()
                            .map(check -> check.result().verdict().label())
                            .collect(Collectors.groupingBy(label -> label, TreeMap::new, Collectors.counting()))
                            .entrySet()
                            .stream()
                            .map(count -> count.getValue() + " " + count.getKey())
                            .collect(Collectors.joining(", "));
        }
        return spec.checks().stream()
                .map(check -> check.name() + " "
                        + (check.result().verdict() instanceof Verdict.Confirmed confirmed
                                ? "verified to " + Columns.error(confirmed.resolution())
                                : check.result().verdict().label()))
                .collect(Collectors.joining(", "));
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        spec.written().flatMap(WrittenSpec::source).ifPresent(source -> facts.add(new Fact("source", source)));
        if (!spec.tags().isEmpty()) {
            facts.add(new Fact("tags", String.join(", ", spec.tags())));
        }
        return facts;
    }

    private static String chain(ChainReport chain) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("chain", chain.conclusion().text()));
        chain.conclusion().causes().forEach(cause -> facts.add(new Fact("cause", cause.text())));
        chain.remarks().forEach(remark -> facts.add(new Fact("remark", remark)));
        return HtmlParts.facts(facts) + "<pre>" + HtmlParts.escaped(ChainText.drawing(chain.stations())) + "</pre>\n";
    }

    private String check(SpecCheckResult check, String id) {
        Optional<Evidence> decisive = check.result().decisive();
        // In a spec that did not pass, what is fine stays closed beside what is not.
        boolean open = spec.outcome() == Outcome.PASSED || check.outcome() != Outcome.PASSED;
        return "<details class=\"result\" id=\"" + id + (open ? "\" open=\"open\">" : "\">") + "<summary>"
                + HtmlParts.badge(check.result().verdict()) + " <strong>"
                + HtmlParts.escaped(CheckFacts.headline(check)) + "</strong></summary>\n"
                + spec.written()
                        .map(written -> new HtmlFormulas(written).of(check))
                        .orElse("")
                + HtmlParts.facts(CheckFacts.facts(check))
                + decisive.map(evidence -> HtmlParts.figure(evidence, id + "p") + HtmlParts.remainders(evidence))
                        .orElse("")
                + HtmlParts.wrongEntries(check.result().explanation().where())
                + HtmlParts.hypotheses(check.result().explanation().hypotheses())
                + "</details>\n";
    }
}
