package org.gradcheck.check;

import org.gradcheck.function.Fault;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;

/** Verdicts with their sentences. */
final class Verdicts {

    private Verdicts() {}

    /** What was seen, in brackets the reason and what to do. */
    static Verdict.Inconclusive inconclusive(InconclusiveReason reason, String seen) {
        return new Verdict.Inconclusive(reason, reason.label() + ": " + seen + "; " + reason.advice());
    }

    static Verdict.Refuted refuted(RefutationReason reason, String seen) {
        return new Verdict.Refuted(reason, reason.label() + ": " + seen);
    }

    /** The verdict on a derivative that misbehaves where f does not. */
    static Verdict of(Fault fault, String form) {
        String seen = "the " + form + " " + fault.detail();
        return switch (fault.kind()) {
            case THREW -> refuted(RefutationReason.THREW, seen);
            case RETURNED_NULL, NOT_FINITE -> refuted(RefutationReason.NOT_FINITE, seen);
            case WRONG_LENGTH -> refuted(RefutationReason.WRONG_SHAPE, seen);
            case MISUSED_BUFFER -> refuted(RefutationReason.MISUSED_BUFFER, seen);
            case MUTATED_INPUT -> inconclusive(InconclusiveReason.MUTATED_INPUT, seen);
            case NOT_DETERMINISTIC -> inconclusive(InconclusiveReason.NOT_DETERMINISTIC, seen);
        };
    }
}
