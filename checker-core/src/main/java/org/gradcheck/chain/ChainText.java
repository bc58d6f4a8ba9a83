package org.gradcheck.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Fact;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.ReportText;
import org.gradcheck.report.Verdict;

/** The text of chain reports, within 80 columns. */
public final class ChainText {

    private static final int WIDTH = 80;

    private ChainText() {}

    /** The whole report: the conclusion, the chain drawn, and the facts behind whatever was not confirmed. */
    public static String of(ChainReport report) {
        StringBuilder text = new StringBuilder(wrapped(
                "",
                "chain: " + report.verdict().label().toUpperCase(Locale.ROOT) + ", "
                        + report.conclusion().text()));
        text.append('\n').append(drawing(report.stations())).append('\n');
        text.append(causes(report.conclusion().causes()));
        for (JunctionFault fault : report.junctions()) {
            text.append(wrapped("junction  ", fault.text()));
        }
        for (Station station : report.stations()) {
            station.report().ifPresent(own -> text.append(failures(" of stage " + station.name(), own)));
        }
        // With a wrong stage what they compose to is wrong as well, and says nothing more.
        if (report.conclusion().kind() != Conclusion.Kind.STAGE) {
            report.composed().ifPresent(own -> text.append(failures(" composed of the stages", own)));
        }
        report.whole().ifPresent(own -> text.append(failures(" of the whole", own)));
        report.bisection().ifPresent(bisection -> text.append(bisection(bisection)));
        report.remarks().forEach(remark -> text.append(wrapped("remark  ", remark)));
        return text.append("evaluations  ")
                .append(report.evaluations())
                .append(" of stages\nseed         ")
                .append(report.seed())
                .append('\n')
                .toString();
    }

    /** The chain alone: a line an input or stage, with its mark, its shape, and the lengths of tangents and cotangents. */
    public static String drawing(List<Station> stations) {
        List<LaneDrawing.Row> rows = new LaneDrawing(stations).rows();
        int lanes = rows.stream().mapToInt(row -> row.lanes().length()).max().orElse(1);
        int name = Math.min(
                24,
                stations.stream()
                        .mapToInt(station -> station.name().length())
                        .max()
                        .orElse(0));
        int space = Math.max(10, WIDTH - 2 - lanes - 2 - name - 2 - 2 * 12);
        boolean sized = stations.stream()
                .anyMatch(s -> s.tangent().isPresent() || s.cotangent().isPresent());
        StringBuilder text = new StringBuilder();
        if (sized) {
            text.append(" ".repeat(2 + lanes + 2 + name + 2 + space)).append(" |tangent|→  ←|cotan.|\n");
        }
        for (LaneDrawing.Row row : rows) {
            String line = "  " + row.lanes();
            if (row.station().isPresent()) {
                Station station = row.station().get();
                line += "  " + cell(station.name(), name) + "  " + cell(station.space(), space)
                        + number(station.tangent()) + number(station.cotangent());
            }
            text.append(line.stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String cell(String text, int width) {
        String cut = text.length() > width ? text.substring(0, width - 1) + "…" : text;
        return cut + " ".repeat(width - cut.length());
    }

    private static String number(OptionalDouble value) {
        String text = value.isPresent() ? Numbers.error(value.getAsDouble()) : "";
        return " ".repeat(Math.max(1, 11 - text.length())) + text;
    }

    private static String causes(List<Diagnosis> causes) {
        StringBuilder text = new StringBuilder();
        causes.forEach(cause -> text.append(wrapped("cause     ", cause.text())));
        if (causes.size() > 1) {
            text.append(wrapped("", "These causes give the same numbers here and cannot be told apart."));
        }
        return text.toString();
    }

    private static String failures(String of, CheckReport report) {
        StringBuilder text = new StringBuilder();
        for (CheckResult result : report.results()) {
            if (!(result.verdict() instanceof Verdict.Confirmed)) {
                text.append(wrapped("", ReportText.headline(result.named(result.name() + of))));
                List<Fact> facts = ReportText.facts(result);
                int width = facts.stream()
                        .mapToInt(fact -> fact.key().length())
                        .max()
                        .orElse(0);
                facts.forEach(fact -> text.append(wrapped("  " + cell(fact.key(), width) + "  ", fact.value())));
            }
        }
        return text.toString();
    }

    private static String bisection(Bisection bisection) {
        String compared = bisection.comparisons().stream()
                .map(comparison -> comparison.value() + " " + mark(comparison.report()))
                .collect(Collectors.joining(", "));
        return wrapped(
                "bisected  ", bisection.comparisons().size() + " cotangents compared with references: " + compared);
    }

    private static String mark(CheckReport report) {
        return report.isConfirmed() ? "✓" : report.isRefuted() ? "✗" : "?";
    }

    /** Words on lines of 80 columns, with the label before the first and as many spaces before the others. */
    private static String wrapped(String label, String words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(label);
        boolean empty = true;
        String indent = " ".repeat(label.isEmpty() ? 2 : label.length());
        for (String word : words.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return String.join("\n", lines) + "\n";
    }
}
