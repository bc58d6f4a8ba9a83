package org.gradcheck.check;

import org.gradcheck.derivative.Derivative;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.function.Precision;
import org.gradcheck.reference.Direction;

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

    private final Subject subject;
    private final Derivative derivative;
    private final Direction direction;
    private final double[][] cotangent;

    SuppliedError(Subject subject, Derivative derivative, Direction direction, double[] cotangent) {
        this.subject = subject;
        this.derivative = derivative;
        this.direction = direction;
        this.cotangent = new double[][] {cotangent};
    }

    /** A bound on the rounding error of {@code supplied}; just its last places where neighbours cannot be had. */
    double bound(double supplied, Precision precision) {
        double ulp = Math.max(ULP, precision.unitRoundoff());
        try {
            double terms = derivative
                    .at(subject.x(), subject.domain(), subject.codomain())
                    .termSize(direction.tangent(), cotangent[0]);
            return FACTOR * scatter(supplied) + FACTOR * ulp * terms;
        } catch (DerivativeFaultException e) {
            return FACTOR * ulp * Math.abs(supplied);
        }
    }

    /** Second differences beside the point, and fourth ones further out where smooth change cancels. */
    private double scatter(double supplied) {
        double near = Math.abs(second(NEAR, supplied)) / Math.sqrt(6);
        double wide = Math.abs(second(WIDE, supplied) - 4 * second(WIDE / 2, supplied)) / Math.sqrt(76);
        return Math.max(near, Math.min(wide, 16 * near + ULP * Math.abs(supplied)));
    }

    private double second(double t, double supplied) {
        return at(t) + at(-t) - 2 * supplied;
    }

    private double at(double t) {
        return derivative.at(direction.pointAt(subject.x(), t), subject.domain(), subject.codomain())
                .pair(direction.tangent(), cotangent)[0];
    }
}
