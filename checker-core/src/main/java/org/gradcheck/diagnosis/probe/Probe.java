package org.gradcheck.diagnosis.probe;

import org.gradcheck.reference.Estimate;

/**
 * The supplied derivative and the reference along one direction, in one read-out: ⟨w, f′(x)[v]⟩.
 *
 * @param direction v
 * @param cotangent w
 * @param supplied the user's number
 * @param reference what it should be
 * @param rounding how far rounding may have carried the user's number
 */
public record Probe(double[] direction, double[] cotangent, double supplied, Estimate reference, double rounding) {

    /** A discrepancy is certain when it exceeds its bound by this factor. */
    private static final double CERTAIN = 4;

    /** Supplied less reference. */
    public double error() {
        return supplied - reference.value();
    }

    /** How far {@link #error} may be off. */
    public double bound() {
        return reference.bound() + rounding;
    }

    /** Whether the supplied number is wrong. */
    public boolean isCertain() {
        return reference.isKnown() && Math.abs(error()) > CERTAIN * bound();
    }
}
