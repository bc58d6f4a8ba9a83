package org.gradcheck.output;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.gradcheck.report.Verdict;
import org.gradcheck.spec.Claim;
import org.gradcheck.spec.Formula;
import org.gradcheck.spec.Spec;
import org.gradcheck.spec.SpecCheckResult;
import org.gradcheck.spec.SpecResult;

/** A table of specs by topic, to be browsed: what each claims, where it is from, and what the checks found. In Markdown. */
public final class SpecIndex {

    private static final String HEAD = """
            | spec | f | derivative | source | verdict | digits |
            |---|---|---|---|---|---|
            """;

    private static final int LONGEST = 110;

    private SpecIndex() {}

    /** A spec and what came of it. */
    public record Entry(Spec spec, SpecResult result) {}

    /**
     * The tables, one for each folder.
     *
     * @param root the folder that topics and links are relative to
     */
    public static String of(Path root, List<Entry> entries) {
        Map<String, List<Entry>> topics = new LinkedHashMap<>();
        List<Entry> sorted = entries.stream()
                .sorted(Comparator.comparing((Entry entry) -> stem(root, entry)))
                .toList();
        for (Entry entry : sorted) {
            topics.computeIfAbsent(topic(root, entry), topic -> new ArrayList<>())
                    .add(entry);
        }
        StringBuilder text = new StringBuilder(summary(entries)).append('\n');
        topics.forEach((topic, own) -> {
            text.append("\n### ").append(topic).append("\n\n").append(HEAD);
            own.forEach(entry -> text.append(row(root, entry)));
        });
        return text.toString();
    }

    /** By which right formulas come before the wrong ones that are named after them. */
    private static String stem(Path root, Entry entry) {
        return link(root, entry).replaceFirst("\\.json$", "");
    }

    private static String link(Path root, Entry entry) {
        return root.relativize(entry.spec().path()).toString().replace('\\', '/');
    }

    private static String summary(List<Entry> entries) {
        Map<String, Long> verdicts = entries.stream()
                .collect(Collectors.groupingBy(SpecIndex::verdict, LinkedHashMap::new, Collectors.counting()));
        return entries.size() + " specs: "
                + verdicts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .sorted()
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String topic(Path root, Entry entry) {
        Path folder = root.relativize(entry.spec().path()).getParent();
        return folder == null ? "" : folder.toString().replace('\\', '/').replace('-', ' ');
    }

    private static String row(Path root, Entry entry) {
        Spec spec = entry.spec();
        OptionalInt digits = digits(entry);
        List<String> cells = List.of(
                "[" + text(spec.title()) + "](" + link(root, entry) + ")",
                code(withLets(spec)),
                spec.claims().stream().map(SpecIndex::claim).distinct().collect(Collectors.joining("<br>")),
                text(spec.source().orElse("")),
                verdict(entry),
                digits.isPresent() ? Integer.toString(digits.getAsInt()) : "");
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** f with the intermediate values it and the derivatives use, as one would read it aloud. */
    private static String withLets(Spec spec) {
        List<String> parts = new ArrayList<>();
        spec.definitions().forEach((head, body) -> parts.add(head + " = " + body.text()));
        spec.lets().forEach((name, formula) -> parts.add(name + " = " + formula.text()));
        spec.function()
                .forEach((name, formula) ->
                        parts.add(name.equals(Spec.OUTPUT) ? formula.text() : name + " = " + formula.text()));
        return String.join("; ", parts);
    }

    private static String claim(Claim claim) {
        String name = claim.form().label()
                + claim.variable().map(v -> " " + v).orElse("")
                + claim.stage().map(stage -> " of " + stage).orElse("");
        return name + " "
                + code(claim.formulas().values().stream().map(Formula::text).collect(Collectors.joining("; ")));
    }

    private static String verdict(Entry entry) {
        return entry.result().checks().stream()
                .map(check -> check.result().verdict())
                .reduce(Verdict::worse)
                .map(Verdict::label)
                .orElse("error");
    }

    /** The digits to which all derivatives are verified; none where something else came of one. */
    private static OptionalInt digits(Entry entry) {
        return verdict(entry).equals("confirmed")
                ? entry.result().checks().stream().mapToInt(SpecIndex::digits).min()
                : OptionalInt.empty();
    }

    private static int digits(SpecCheckResult check) {
        double resolution =
                check.result().verdict() instanceof Verdict.Confirmed confirmed ? confirmed.resolution() : 1;
        return (int) Math.min(15, Math.floor(-Math.log10(Math.max(resolution, Double.MIN_NORMAL))));
    }

    private static String code(String formula) {
        String line = formula.replaceAll("\\s+", " ");
        String shown = line.length() > LONGEST ? line.substring(0, LONGEST) + " …" : line;
        return "`" + shown.replace("|", "\\|") + "`";
    }

    private static String text(String line) {
        return line.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1").replaceAll("\\R", " ");
    }
}
