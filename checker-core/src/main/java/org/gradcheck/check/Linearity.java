package org.gradcheck.check;

/** The identities that make an operator J linear, as they are tested. */
enum Linearity {
    /** J0 = 0. */
    ZERO("zero to zero", "%s(0)", "0", 1),
    /** J(−a) = −Ja. */
    OPPOSITE("homogeneity", "%s(-a)", "-%s(a)", 1),
    /** J(3a − b) = 3Ja − Jb. */
    SUM("additivity", "%s(3a - b)", "3 %1$s(a) - %1$s(b)", 1),
    /** J(2⁻¹⁰a) = 2⁻¹⁰Ja: sees what is cut off near zero, and whatever is not homogeneous of degree one. */
    SMALL("homogeneity", "%s(2^-10 a)", "2^-10 %s(a)", 0x1p-10),
    /** J(2²⁰a) = 2²⁰Ja: sees clipping and saturation. */
    LARGE("homogeneity", "%s(2^20 a)", "2^20 %s(a)", 0x1p20);

    private final String property;
    private final String left;
    private final String right;
    private final double factor;

    Linearity(String property, String left, String right, double factor) {
        this.property = property;
        this.left = left;
        this.right = right;
        this.factor = factor;
    }

    /** The property it is part of. */
    String property() {
        return property;
    }

    /** The left side for an operator of this name. */
    String left(String operator) {
        return String.format(left, operator);
    }

    /** The right side for an operator of this name. */
    String right(String operator) {
        return String.format(right, operator);
    }

    /** How far from their ordinary size arguments are scaled. */
    double factor() {
        return factor;
    }

    /** Whether it asks for values at arguments far from their ordinary size. */
    boolean isFar() {
        return factor != 1;
    }

    /** How much a discrepancy of first order in the argument, as a forward difference makes, grows with it. */
    double growth() {
        return Math.max(factor, 1 / factor);
    }
}
