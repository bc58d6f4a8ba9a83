package org.gradcheck.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.Verdict;

/** What the derivatives along one direction, or along two and their mean, show. Filled by one thread. */
final class SlopeFindings {

    private final List<Slope.Broken> broken = new ArrayList<>();
    private final List<Verdict.Inconclusive> undecided = new ArrayList<>();
    private double resolution;

    void add(SlopesAlongLine slopes) {
        slopes.broken().ifPresent(broken::add);
        slopes.undecided().ifPresent(undecided::add);
    }

    void add(Slope.Broken proof) {
        broken.add(proof);
    }

    void add(Verdict.Inconclusive reason) {
        undecided.add(reason);
    }

    /** An error bound beside the size against which errors are small. */
    void addBound(double bound, double scale) {
        double relative = bound == 0 ? 0 : bound / scale;
        resolution = Math.max(resolution, relative);
        if (!(relative <= Decision.COARSEST)) {
            add(Verdicts.inconclusive(
                    InconclusiveReason.UNRESOLVED,
                    "the reference resolves only " + Numbers.error(relative) + " of the derivative's scale"));
        }
    }

    /** All that proves that there is no derivative. */
    List<Slope.Broken> broken() {
        return List.copyOf(broken);
    }

    /** The first reason for which something cannot be told. */
    Optional<Verdict.Inconclusive> undecided() {
        return undecided.stream().findFirst();
    }

    /** A discrepancy that is certain but tiny, or evaluations that ran out: what speaks against a confirmation elsewhere, too. */
    Optional<Verdict.Inconclusive> obstacle() {
        return undecided.stream()
                .filter(verdict -> verdict.reason() == InconclusiveReason.SMALL_DISCREPANCY
                        || verdict.reason() == InconclusiveReason.BUDGET
                        || verdict.reason() == InconclusiveReason.ZERO_DIRECTION)
                .findFirst();
    }

    /** Whether all is well. */
    boolean isSmooth() {
        return broken.isEmpty() && undecided.isEmpty();
    }

    /** The largest bound on an error, relative. */
    double resolution() {
        return resolution;
    }
}
