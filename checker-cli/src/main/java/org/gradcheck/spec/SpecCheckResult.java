package org.gradcheck.spec;

import java.util.List;
import java.util.Optional;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;

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
 * @param stage the stage of a chain that it is about; empty for the whole
 * @param finding what is expected to be found out beside the verdict
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
        int evaluations,
        Optional<String> stage,
        ExpectedFinding finding) {

    public SpecCheckResult {
        redrawn = List.copyOf(redrawn);
    }

    /** The result of a derivative of the whole. */
    public SpecCheckResult(
            String form,
            Optional<String> variable,
            Expectation expected,
            boolean met,
            CheckReport report,
            CheckResult result,
            CheckedPoint point,
            List<Redraw> redrawn,
            int evaluations) {
        this(
                form,
                variable,
                expected,
                met,
                report,
                result,
                point,
                redrawn,
                evaluations,
                Optional.empty(),
                ExpectedFinding.NONE);
    }

    /** Whether the verdict is the expected one, or what was expected is met elsewhere. */
    public Outcome outcome() {
        boolean isFound = !report.isRefuted() || missing().isEmpty();
        return met && isFound ? Outcome.PASSED : isFound ? expected.outcome(result.verdict()) : Outcome.FAILED;
    }

    /** What was expected to be found out about a refuted derivative, and was not; empty if nothing is missing. */
    public Optional<String> missing() {
        return finding.missing(result);
    }

    SpecCheckResult metElsewhere() {
        return new SpecCheckResult(
                form, variable, expected, true, report, result, point, redrawn, evaluations, stage, finding);
    }

    SpecCheckResult withMore(List<Diagnosis> causes) {
        return new SpecCheckResult(
                form,
                variable,
                expected,
                met,
                report,
                result.withMore(causes),
                point,
                redrawn,
                evaluations,
                stage,
                finding);
    }

    /** "gradient of w", "jvp", "jvp of stage h", "vjp of w in stage h". */
    public String name() {
        return Claim.name(form, variable, stage);
    }
}
