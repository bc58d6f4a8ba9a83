package org.gradcheck.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gradcheck.report.Fact;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.ReportText;
import org.gradcheck.spec.Outcome;
import org.gradcheck.spec.SpecCheckResult;

/** What there is to know about one check of a spec, for people. */
final class CheckFacts {

    private CheckFacts() {}

    /** "gradient of w: REFUTED, but confirmed was expected". */
    static String headline(SpecCheckResult check) {
        String verdict = check.result().verdict().label();
        String found = check.name() + ": " + verdict.toUpperCase(Locale.ROOT);
        if (check.outcome() != Outcome.PASSED) {
            return found + ", but " + check.expected().label() + " was expected";
        }
        return verdict.equals("confirmed") ? found : found + ", as expected";
    }

    /** The verdict's sentence, the facts of the decisive direction, the point and the effort. */
    static List<Fact> facts(SpecCheckResult check) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("because", check.result().verdict().text()));
        facts.addAll(ReportText.facts(check.result()));
        facts.add(new Fact(
                "point",
                check.point() + " of " + check.points() + ", x = "
                        + Numbers.vector(check.report().point())));
        facts.add(new Fact("evaluations", check.evaluations() + " of f"));
        check.report().precision().ifPresent(precision -> facts.add(new Fact("precision", precision)));
        return facts;
    }
}
