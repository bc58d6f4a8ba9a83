package org.gradcheck.check;

import java.util.List;
import org.gradcheck.report.IdentityEvidence;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;

/** The verdict on two operators that should be one, from several pairs of arguments. */
final class PairVerdict {

    /** As many pairs must differ before anything is refuted. */
    private static final int NEEDED = 2;

    private PairVerdict() {}

    /**
     * The verdict.
     *
     * @param evidence one entry a pair, the largest relative difference first
     * @param holds the identity as a sentence
     */
    static Verdict of(
            List<IdentityEvidence> evidence, IdentityDecision decision, RefutationReason reason, String holds) {
        if (evidence.stream().anyMatch(e -> !Double.isFinite(e.discrepancy() + e.scale()))) {
            return Verdicts.inconclusive(
                    InconclusiveReason.UNRESOLVED, "the inner products overflow, so they cannot be compared");
        }
        List<IdentityEvidence> certain =
                evidence.stream().filter(IdentityEvidence::isCertain).toList();
        boolean enough = certain.size() >= NEEDED;
        double error = enough
                ? certain.get(NEEDED - 1).relativeError()
                : evidence.get(0).relativeError();
        return decision.on(
                error,
                enough,
                Decision.LINE_OF_REFUTATION,
                new IdentityDecision.Words(reason, holds, sentence((enough ? certain : evidence).get(0))));
    }

    private static String sentence(IdentityEvidence e) {
        return e.left() + " = " + Numbers.value(e.leftValue()) + " but " + e.right() + " = "
                + Numbers.value(e.rightValue()) + ", where rounding explains a difference of "
                + Numbers.error(e.allowed());
    }
}
