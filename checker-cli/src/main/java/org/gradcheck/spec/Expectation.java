package org.gradcheck.spec;

import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;

/** The verdict that a spec expects. */
public enum Expectation {
    /** The derivative is right. */
    CONFIRMED,
    /** The derivative is wrong on purpose. */
    REFUTED,
    /** There is nothing to decide: a kink, an edge. */
    INCONCLUSIVE;

    /** The name in specs and results, in lower case. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** How a check with this verdict ended: as expected, contradicted, or undecided. */
    public Outcome outcome(Verdict verdict) {
        if (verdict instanceof Verdict.Inconclusive inconclusive
                && inconclusive.reason() == InconclusiveReason.TIMED_OUT) {
            return Outcome.INCONCLUSIVE; // that nothing is decided by then says nothing about f
        }
        if (verdict.label().equals(label())) {
            return Outcome.PASSED;
        }
        return verdict instanceof Verdict.Inconclusive ? Outcome.INCONCLUSIVE : Outcome.FAILED;
    }
}
