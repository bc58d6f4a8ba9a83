package org.gradcheck.reference;

/** Unit roundoffs. */
final class Precision {

    /** Spacing of doubles at 1: 2⁻⁵². */
    static final double ULP = 0x1p-52;

    /** Unit roundoff of single precision, 2⁻²⁴. */
    static final double FLOAT_ROUNDOFF = 0x1p-24;

    private Precision() {}
}
