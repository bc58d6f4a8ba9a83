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
        CheckReport report,
        CheckResult result,
        CheckedPoint point,
        List<Redraw> redrawn,
        int evaluations) {

    public SpecCheckResult {
        redrawn = List.copyOf(redrawn);
    }

    /** Whether the verdict is the expected one. */
    public Outcome outcome() {
        return expected.outcome(result.verdict());
    }

    /** "gradient of w", "jvp". */
    public String name() {
        return variable.map(v -> form + " of " + v).orElse(form);
    }
}
