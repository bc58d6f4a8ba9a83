package org.gradcheck.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gradcheck.report.Fact;
import org.gradcheck.report.ReportText;
import org.gradcheck.spec.Outcome;
import org.gradcheck.spec.Redraw;
import org.gradcheck.spec.SpecCheckResult;

/** What there is to know about one check of a spec, for people. */
final class CheckFacts {

    private CheckFacts() {}

    /** "gradient of w: REFUTED at point 2 of 3, but confirmed was expected". */
    static String headline(SpecCheckResult check) {
        String verdict = check.result().verdict().label();
        String found = check.name() + ": " + verdict.toUpperCase(Locale.ROOT);
        boolean confirmed = check.report().isConfirmed();
        if (!confirmed && check.point().of() > 1) {
            found += " at point " + PointText.number(check.point());
        }
        if (check.report().isRefuted() && check.missing().isPresent()) {
            return found + ", but " + check.missing().get();
        }
        if (check.outcome() != Outcome.PASSED) {
            return found + ", but " + check.expected().label() + " was expected";
        }
        return confirmed ? found : found + ", as expected";
    }

    /** The verdict's sentence, the facts of the decisive direction, the point and the effort. */
    static List<Fact> facts(SpecCheckResult check) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("because", check.result().verdict().text()));
        facts.addAll(ReportText.facts(check.result()));
        facts.add(new Fact("point", PointText.of(check.point())));
        for (Redraw redraw : check.redrawn()) {
            facts.add(new Fact("redrawn", redraw.text()));
        }
        int explaining = check.result().explanation().evaluations();
        facts.add(new Fact(
                "evaluations",
                check.evaluations() + " of f"
                        + (explaining == 0 ? "" : ", of these " + explaining + " for where and why")));
        check.report().precision().ifPresent(precision -> facts.add(new Fact("precision", precision)));
        return facts;
    }

    /** How each cause fared that was looked into. */
    static List<Fact> hypotheses(SpecCheckResult check) {
        return check.result().explanation().hypotheses().stream()
                .map(hypothesis -> new Fact(
                        switch (hypothesis.outcome()) {
                            case FITS -> "yes";
                            case REJECTED -> "no";
                            case NOT_TOLD_APART -> "perhaps";
                            case NOT_APPLICABLE -> "-";
                        },
                        hypothesis.question() + " " + hypothesis.text()))
                .toList();
    }
}
