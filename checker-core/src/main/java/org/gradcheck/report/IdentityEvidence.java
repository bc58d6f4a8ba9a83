package org.gradcheck.report;

/**
 * Every number behind one trial of an operator identity: two sides that are equal for a right derivative, up to rounding.
 *
 * @param property which identity: "additivity", "homogeneity", "zero to zero", "adjointness"
 * @param left the left side as a formula
 * @param leftValue its number
 * @param right the right side as a formula
 * @param rightValue its number
 * @param place where the sides are compared: "output 3"; empty if they are single numbers
 * @param allowed the difference that rounding explains
 * @param scale the size of the terms, against which the difference is relative
 * @param argument the formula's argument by name and coordinates: "a = [1, 2]"
 */
public record IdentityEvidence(
        String property,
        String left,
        double leftValue,
        String right,
        double rightValue,
        String place,
        double allowed,
        double scale,
        String argument) {

    /** |left − right|. */
    public double discrepancy() {
        return Math.abs(leftValue - rightValue);
    }

    /** The discrepancy relative to the scale; 0 when nothing differs. */
    public double relativeError() {
        return discrepancy() == 0 ? 0 : discrepancy() / scale;
    }

    /** Whether the difference is more than rounding explains. */
    public boolean isCertain() {
        return discrepancy() > allowed;
    }
}
