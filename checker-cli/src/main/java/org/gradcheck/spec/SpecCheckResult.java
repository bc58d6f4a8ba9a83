package org.gradcheck.spec;

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
 * @param point the number of that point, from 1
 * @param points how many points were checked
 * @param evaluations evaluations of f over all points
 */
public record SpecCheckResult(
        String form,
        Optional<String> variable,
        Expectation expected,
        CheckReport report,
        CheckResult result,
        int point,
        int points,
        int evaluations) {

    /** Whether the verdict is the expected one. */
    public Outcome outcome() {
        return expected.outcome(result.verdict());
    }

    /** "gradient of w", "jvp". */
    public String name() {
        return variable.map(v -> form + " of " + v).orElse(form);
    }
}
