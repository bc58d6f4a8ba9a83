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
    static boolean fails(Samples samples, double noise, double supplied) {
        for (int c = samples.count() - 1; c >= 2; c--) {
            double d2 = Math.abs(samples.quotient(c - 1) - samples.quotient(c));
            if (d2 > SIGNIFICANT * noiseOfQuotient(samples, c, noise)) {
                double d1 = Math.abs(samples.quotient(c - 2) - samples.quotient(c - 1));
                boolean finerWouldNotTell =
                        c == samples.count() - 1 || SIGNIFICANT * noiseOfQuotient(samples, c + 1, noise) > d2 / 4;
                return d1 < SHRINKING * d2
                        && d2 > NEGLIGIBLE * Math.max(Math.abs(samples.quotient(c)), Math.abs(supplied))
                        && finerWouldNotTell;
            }
        }
        return false;
    }

    private static double noiseOfQuotient(Samples samples, int i, double noise) {
        return noise * Samples.QUOTIENT_DEVIATION / samples.step(i);
    }
}
