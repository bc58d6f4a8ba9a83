package org.gradcheck.output;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gradcheck.picture.CharacterPlot;
import org.gradcheck.picture.ScalingPlot;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.RemainderPoint;

/** The numbers of evidence as tables. */
final class EvidenceTables {

    private EvidenceTables() {}

    /** How the remainder shrinks with the step; empty where there is none. */
    static String remainder(String margin, Evidence evidence) {
        if (evidence.remainder().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(margin)
                .append(String.format(
                        Locale.ROOT,
                        "step h     quotient             %-17s  |central remainder|\n",
                        evidence.remainderFormula()));
        for (RemainderPoint point : evidence.remainder()) {
            text.append(margin)
                    .append(String.format(
                            Locale.ROOT,
                            "%-9s  %-19s  %-17s  %s\n",
                            Columns.error(point.step()),
                            Numbers.value(point.quotient()),
                            Columns.error(point.remainder()),
                            Columns.error(point.centralRemainder())));
        }
        return text.toString();
    }

    /** The remainders as a plot over the step, which shows their order; empty where nothing can be drawn. */
    static String plot(String margin, Evidence evidence) {
        return ScalingPlot.of(evidence)
                .map(plot -> CharacterPlot.of(plot, Paragraphs.WIDTH - margin.length()))
                .map(text -> text.lines().map(line -> margin + line + "\n").collect(Collectors.joining()))
                .orElse("");
    }

    /** A row for every direction tried. */
    static String directions(String margin, List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(margin)
                .append("direction        supplied            reference           bound    order\n");
        for (Evidence e : evidence) {
            text.append(margin)
                    .append(String.format(
                            Locale.ROOT,
                            "%-2d %-13s %-19s %-19s %-8s %s\n",
                            e.number(),
                            e.directionKind(),
                            Numbers.value(e.supplied()),
                            Numbers.value(e.reference()),
                            Columns.error(e.bound()),
                            Columns.order(e.order())));
        }
        return text.toString();
    }
}
