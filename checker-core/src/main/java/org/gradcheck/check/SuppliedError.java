package org.gradcheck.check;

import org.gradcheck.function.Precision;

/**
 * How far rounding inside the user's derivative may have carried the supplied number: its scatter between neighbouring
 * points, and a few units in the last place of its size. Costs derivative calls only, and only when there is a
 * discrepancy to explain.
 */
final class SuppliedError {

    private static final double NEAR = 0x1p-26;
    private static final double WIDE = 0x1p-8;
    private static final double ULP = 0x1p-52;
    private static final double FACTOR = 4;
    private static final double ERRATIC = 0.1;

    private final SuppliedSlope slope;

    SuppliedError(SuppliedSlope slope) {
        this.slope = slope;
    }

    /** A bound on the rounding error of {@code supplied}; just its last places where neighbours cannot be had. */
    double bound(double supplied, Precision precision) {
        double last = FACTOR * Math.max(ULP, precision.unitRoundoff());
        double scatter = scatter(supplied);
        return Double.isFinite(scatter) ? FACTOR * scatter + last * slope.termSize() : last * Math.abs(supplied);
    }

    /** Whether a supplied number is rounding throughout: at the next points it is another of the same size. */
    boolean isAllOf(double supplied) {
        return Math.abs(second(NEAR, supplied)) >= ERRATIC * Math.abs(supplied);
    }

    /** Second differences beside the point, and fourth ones further out where smooth change cancels. */
    private double scatter(double supplied) {
        double near = Math.abs(second(NEAR, supplied)) / Math.sqrt(6);
        double wide = Math.abs(second(WIDE, supplied) - 4 * second(WIDE / 2, supplied)) / Math.sqrt(76);
        return Math.max(near, Math.min(wide, 16 * near + ULP * Math.abs(supplied)));
    }

    private double second(double t, double supplied) {
        return slope.applyAsDouble(t) + slope.applyAsDouble(-t) - 2 * supplied;
    }
}
