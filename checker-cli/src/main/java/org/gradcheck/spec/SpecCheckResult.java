package org.gradcheck.spec;

import java.util.List;
import java.util.Optional;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;

/**
 * The result of one derivative form of a spec, over all points it was checked at.
 *
 * @param form "gradient", "jacobian", "jvp", "vjp"
 * @param variable the variable it belongs to; empty for a JVP, which may perturb several
 * @param expected the verdict expected
 * @param met whether that expectation is met by another derivative that it covers: a claim in several variables is refuted
 *     when one of them is
 * @param report the report at the decisive point: the first that refuted, else the first inconclusive, else the first
 * @param result the decisive result in that report
 * @param point that point
 * @param redrawn the points that are not the first choice
 * @param evaluations evaluations of f over all points
 */
public record SpecCheckResult(
        String form,
        Optional<String> variable,
        Expectation expected,
        boolean met,
        CheckReport report,
        CheckResult result,
        CheckedPoint point,
        List<Redraw> redrawn,
        int evaluations) {

    public SpecCheckResult {
        redrawn = List.copyOf(redrawn);
    }

    /** Whether the verdict is the expected one, or what was expected is met elsewhere. */
    public Outcome outcome() {
        return met ? Outcome.PASSED : expected.outcome(result.verdict());
    }

    SpecCheckResult metElsewhere() {
        return new SpecCheckResult(form, variable, expected, true, report, result, point, redrawn, evaluations);
    }

    /** "gradient of w", "jvp". */
    public String name() {
        return variable.map(v -> form + " of " + v).orElse(form);
    }
}
