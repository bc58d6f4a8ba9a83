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
 * @param derivativeOrder the order of the derivative that is compared: 1 or 2
 * @param remainder the remainder table, from the coarsest step to the finest
 * @param order log–log slope of the remainder, if enough of it is above the noise: when right one more than the order of
 *     the derivative, and else that order
 * @param centralOrder log–log slope of the central remainder, when right two more, likewise
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
        int derivativeOrder,
        List<RemainderPoint> remainder,
        OptionalDouble order,
        OptionalDouble centralOrder,
        Verdict verdict) {

    public Evidence {
        remainder = List.copyOf(remainder);
    }

    /** The same numbers with another verdict. */
    public Evidence withVerdict(Verdict newVerdict) {
        return new Evidence(
                number,
                directionKind,
                direction,
                readOut,
                supplied,
                reference,
                bound,
                scale,
                noise,
                method,
                derivativeOrder,
                remainder,
                order,
                centralOrder,
                newVerdict);
    }

    /** What the remainder of the table is, as a formula. */
    public String remainderFormula() {
        return derivativeOrder == 1 ? "|f(x+hv)-f(x)-hD|" : "|quadratic model|";
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
