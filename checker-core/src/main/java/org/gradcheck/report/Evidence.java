package org.gradcheck.report;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Every number behind the verdict along one direction.
 *
 * @param number the direction's number in the check, from 1
 * @param directionKind how the direction was chosen: "scaled", "isotropic", "given"
 * @param direction v; owned by the evidence
 * @param readOut which scalar of the output was decisive: "f", "output 3", "random combination 2 of the outputs"
 * @param supplied the user's number, ⟨w, f′(x)[v]⟩
 * @param reference the reference's number
 * @param bound the bound on the reference's own error
 * @param scale the natural size of the derivative along this direction, against which errors are relative
 * @param noise the standard deviation of one value of f, as estimated
 * @param method what the reference is: "central differences", "complex step"
 * @param remainder the remainder table, from the coarsest step to the finest
 * @param order log–log slope of the remainder (2 right, 1 wrong), if enough of it is above the noise
 * @param centralOrder log–log slope of the central remainder (3 right, 1 wrong), likewise
 * @param verdict the verdict along this direction alone
 */
public record Evidence(
        int number,
        String directionKind,
        double[] direction,
        String readOut,
        double supplied,
        double reference,
        double bound,
        double scale,
        double noise,
        String method,
        List<RemainderPoint> remainder,
        OptionalDouble order,
        OptionalDouble centralOrder,
        Verdict verdict) {

    public Evidence {
        remainder = List.copyOf(remainder);
    }

    /** |supplied − reference|. */
    public double discrepancy() {
        return Math.abs(supplied - reference);
    }

    /** The discrepancy relative to the scale; 0 when nothing differs. */
    public double relativeError() {
        return relative(discrepancy());
    }

    /** The bound relative to the scale: the smallest error that could have been seen. */
    public double resolution() {
        return relative(bound);
    }

    private double relative(double error) {
        return error == 0 ? 0 : error / scale;
    }
}
