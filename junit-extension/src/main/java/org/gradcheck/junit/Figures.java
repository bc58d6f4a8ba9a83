package org.gradcheck.junit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.Numbers;

/** The figures of a check, as a report entry of JUnit. */
final class Figures {

    private Figures() {}

    /** The figures of one result. Evaluations and seed are those of the whole report. */
    static Map<String, String> of(CheckReport report, CheckResult result) {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("check", result.name());
        figures.put("verdict", result.verdict().label());
        result.decisive().ifPresent(evidence -> add(figures, evidence));
        result.identities().stream().findFirst().ifPresent(identity -> {
            figures.put("relativeError", Numbers.error(identity.relativeError()));
            figures.put("bound", Numbers.error(identity.allowed()));
        });
        figures.put("evaluations", Integer.toString(report.evaluations()));
        figures.put("seed", Long.toString(report.seed()));
        return figures;
    }

    private static void add(Map<String, String> figures, Evidence evidence) {
        figures.put("relativeError", Numbers.error(evidence.relativeError()));
        figures.put("bound", Numbers.error(evidence.resolution()));
        evidence.order().ifPresent(order -> figures.put("order", String.format(Locale.ROOT, "%.2f", order)));
        figures.put("reference", evidence.method());
    }
}
