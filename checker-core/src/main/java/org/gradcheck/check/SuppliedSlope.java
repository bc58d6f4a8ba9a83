package org.gradcheck.check;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.reference.Curve;
import org.gradcheck.reference.Line;

/**
 * What the user claims to be the derivative of one read-out along a line, as a function of t: ⟨w, f′(x + tv)[v]⟩, or
 * ⟨w, f′(γ(t))[γ′(t)]⟩ on a curve.
 *
 * @param cotangent w
 */
record SuppliedSlope(Subject subject, Derivative derivative, Curve curve, double[] cotangent)
        implements DoubleUnaryOperator {

    static SuppliedSlope of(Subject subject, Derivative derivative, Line line, int readOut) {
        return new SuppliedSlope(
                subject, derivative, line.curve(), line.readOuts().cotangents()[readOut]);
    }

    /** The claim at t; NaN where the user's code fails. */
    @Override
    public double applyAsDouble(double t) {
        try {
            double[] velocity = curve.velocityAt(t);
            return Arrays.stream(velocity).allMatch(Double::isFinite)
                    ? derivative.at(curve.pointAt(t), subject.domain(), subject.codomain())
                            .pair(velocity, new double[][] {cotangent})[0]
                    : Double.NaN;
        } catch (DerivativeFaultException e) {
            return Double.NaN;
        }
    }

    /** The size of the terms that the claim at the point is summed from; 0 where the user's code fails. */
    double termSize() {
        try {
            return derivative
                    .at(subject.x(), subject.domain(), subject.codomain())
                    .termSize(curve.velocityAt(0), cotangent);
        } catch (DerivativeFaultException e) {
            return 0;
        }
    }
}
