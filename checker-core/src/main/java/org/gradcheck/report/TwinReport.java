package org.gradcheck.report;

import java.util.Optional;

/**
 * Whether a complex twin is the analytic continuation of f at a point, as far as evaluations of both can tell.
 *
 * @param point the coordinates of the point; owned by the report
 * @param fault what is wrong with the twin, if anything is
 * @param resolution how far the slopes of the twin can be believed, relative to the largest; infinite if there is a fault
 * @param evaluations how often f and the twin were called
 */
public record TwinReport(double[] point, Optional<TwinFault> fault, double resolution, int evaluations) {

    /** Whether nothing is wrong with the twin. */
    public boolean agrees() {
        return fault.isEmpty();
    }

    /** One sentence, and the point. */
    @Override
    public String toString() {
        String finding = fault.map(TwinFault::toString)
                .orElseGet(() -> "the twin continues f analytically, its slopes shown to " + Numbers.error(resolution));
        return finding + "\n  point        x = " + Numbers.vector(point) + "\n  evaluations  " + evaluations
                + " of f and the twin\n";
    }
}
