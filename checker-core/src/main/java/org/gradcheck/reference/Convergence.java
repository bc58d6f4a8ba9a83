package org.gradcheck.reference;

/**
 * Whether the difference quotients converge at all. At an infinite slope, the edge of a domain or a point without
 * derivative, neighbouring quotients differ as much at fine steps as at coarse ones.
 */
final class Convergence {

    private static final double SIGNIFICANT = 6;
    private static final double SHRINKING = 1.5;
    private static final double NEGLIGIBLE = 1e-9;

    private Convergence() {}

    /**
     * Looks at the finest neighbouring quotients that differ by more than noise.
     *
     * @param supplied the user's value, which sets the scale together with the quotients
     */
    static boolean fails(Quotients quotients, double noise, double supplied) {
        for (int c = quotients.count() - 1; c >= 2; c--) {
            double d2 = Math.abs(quotients.quotient(c - 1) - quotients.quotient(c));
            if (d2 > SIGNIFICANT * quotients.noiseOf(c, noise)) {
                double d1 = Math.abs(quotients.quotient(c - 2) - quotients.quotient(c - 1));
                boolean finerWouldNotTell =
                        c == quotients.count() - 1 || SIGNIFICANT * quotients.noiseOf(c + 1, noise) > d2 / 4;
                return d1 < SHRINKING * d2
                        && d2 > NEGLIGIBLE * Math.max(Math.abs(quotients.quotient(c)), Math.abs(supplied))
                        && finerWouldNotTell;
            }
        }
        return false;
    }
}
