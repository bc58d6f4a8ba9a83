package org.gradcheck.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;

/**
 * From the verdicts along several directions to the verdict on a form: two directions must refute, one must confirm, and
 * a kink or a tiny discrepancy in any direction stands in the way of a confirmation.
 *
 * @param evidence one entry a direction
 * @param given whether the user asked for one direction, which then decides alone
 */
record DirectionVerdicts(List<Evidence> evidence, boolean given) {

    /** Whether more directions could change the verdict. */
    boolean isUndecided() {
        return !given && (refuting() == 1 || (refuting() == 0 && confirming() == 0));
    }

    Verdict combined() {
        if (refuting() >= 2 || (given && refuting() >= 1)) {
            return strongestRefutation();
        }
        if (refuting() == 1) {
            return Verdicts.inconclusive(
                    InconclusiveReason.LONE_DISAGREEMENT,
                    first(Verdict.Refuted.class).orElseThrow().text() + ", in one of " + evidence.size()
                            + " directions");
        }
        Optional<Verdict> obstacle = evidence.stream()
                .map(Evidence::verdict)
                .filter(v -> v instanceof Verdict.Inconclusive i
                        && (i.reason() == InconclusiveReason.NONSMOOTH
                                || i.reason() == InconclusiveReason.SMALL_DISCREPANCY))
                .findFirst();
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        return confirming() > 0
                ? bestConfirmation()
                : first(Verdict.Inconclusive.class).orElseThrow();
    }

    static boolean isMerelyUnresolved(Verdict verdict) {
        return verdict instanceof Verdict.Inconclusive inconclusive
                && inconclusive.reason() == InconclusiveReason.UNRESOLVED;
    }

    private long refuting() {
        return count(Verdict.Refuted.class);
    }

    private long confirming() {
        return count(Verdict.Confirmed.class);
    }

    private long count(Class<? extends Verdict> kind) {
        return evidence.stream().filter(e -> kind.isInstance(e.verdict())).count();
    }

    private Optional<Verdict> first(Class<? extends Verdict> kind) {
        return evidence.stream().map(Evidence::verdict).filter(kind::isInstance).findFirst();
    }

    private Verdict strongestRefutation() {
        return evidence.stream()
                .filter(e -> e.verdict() instanceof Verdict.Refuted)
                .max(Comparator.comparingDouble(Evidence::relativeError))
                .orElseThrow()
                .verdict();
    }

    private Verdict bestConfirmation() {
        return evidence.stream()
                .map(Evidence::verdict)
                .filter(Verdict.Confirmed.class::isInstance)
                .map(Verdict.Confirmed.class::cast)
                .min(Comparator.comparingDouble(Verdict.Confirmed::resolution))
                .orElseThrow();
    }
}
