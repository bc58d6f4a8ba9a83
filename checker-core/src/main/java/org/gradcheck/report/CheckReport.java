package org.gradcheck.report;

import java.util.List;
import java.util.Optional;

/**
 * All that a run found about the derivatives of one function at one point. A value: two runs with the same seed give
 * equal text.
 *
 * @param point the coordinates of the point; owned by the report
 * @param names what the user calls the coordinates, one name each; empty if they have none
 * @param results one entry a check
 * @param evaluations how often f was called, real and complex evaluations together
 * @param precision the precision assumed of f, and on what grounds; empty if f was never compared with anything
 * @param seed the seed that decided every random choice
 */
public record CheckReport(
        double[] point,
        List<String> names,
        List<CheckResult> results,
        int evaluations,
        Optional<String> precision,
        long seed) {

    public CheckReport {
        names = List.copyOf(names);
        results = List.copyOf(results);
        if (results.isEmpty()) {
            throw new IllegalArgumentException("a report needs at least one result: nothing checked is no verdict");
        }
    }

    /** The report on a point whose coordinates have no names. */
    public CheckReport(
            double[] point, List<CheckResult> results, int evaluations, Optional<String> precision, long seed) {
        this(point, List.of(), results, evaluations, precision, seed);
    }

    /** The same with other results. */
    public CheckReport withResults(List<CheckResult> others) {
        return new CheckReport(point, names, others, evaluations, precision, seed);
    }

    /** The worst verdict of the results: refuted before inconclusive before confirmed. */
    public Verdict verdict() {
        return results.stream().map(CheckResult::verdict).reduce(Verdict::worse).orElseThrow();
    }

    /**
     * The same with only the results about one form: its comparisons and its identities.
     *
     * @throws IllegalArgumentException if there are none
     */
    public CheckReport about(String form) {
        return withResults(
                results.stream().filter(result -> result.isAbout(form)).toList());
    }

    /** Whether every check confirmed its derivative. */
    public boolean isConfirmed() {
        return verdict() instanceof Verdict.Confirmed;
    }

    /** Whether some check proved a derivative wrong. */
    public boolean isRefuted() {
        return verdict() instanceof Verdict.Refuted;
    }

    /** Whether nothing was refuted, and something stayed undecided. */
    public boolean isInconclusive() {
        return verdict() instanceof Verdict.Inconclusive;
    }

    /** The results with the overall verdict, in the order they were checked. */
    public List<CheckResult> decisiveResults() {
        int severity = verdict().severity();
        return results.stream()
                .filter(result -> result.verdict().severity() == severity)
                .toList();
    }

    /** The whole report as text, worth reading. */
    @Override
    public String toString() {
        return ReportText.of(this);
    }
}
