package org.gradcheck.reference;

/**
 * A number with a bound on its error.
 *
 * @param value the estimate
 * @param bound a bound on |value − truth|; infinite when nothing is known
 */
public record Estimate(double value, double bound) {

    /** Nothing is known. */
    public static Estimate unknown() {
        return new Estimate(Double.NaN, Double.POSITIVE_INFINITY);
    }

    /** Whether there is a value at all. */
    public boolean isKnown() {
        return Double.isFinite(value) && Double.isFinite(bound);
    }
}
