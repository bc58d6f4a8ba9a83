package org.gradcheck.reference;

/**
 * Whom much finer steps side with when a supplied derivative is much larger than the reference. Where f oscillates faster
 * than the finest step of the ladder, all quotients are too small, alike, and wrong. Steps this fine are no longer exact
 * and resolve a digit or two: enough to tell two numbers apart of which one is a hundred times the other.
 */
public final class FinerSteps {

    private static final int[] EXPONENTS = {36, 40, 44, 48};
    private static final double MUCH_LARGER = 100;
    private static final double NOISE_FACTOR = 16;
    private static final double NEAR = 0.25;

    /** The most evaluations of f that one question takes. */
    public static final int EVALUATIONS = 2 * EXPONENTS.length;

    private FinerSteps() {}

    /** Whether a value is so much larger than the reference that the question arises. */
    public static boolean areAskedAbout(double supplied, double reference) {
        return Math.abs(supplied) > MUCH_LARGER * Math.abs(reference);
    }

    /**
     * Whether finer quotients come out near the supplied value. Their noise is taken to be rounding: what the ordinary steps
     * scatter by is g itself.
     */
    public static boolean sideWith(double supplied, Differences differences, int readOut) {
        Line line = differences.line();
        Samples samples = line.samples(readOut);
        double noise = line.precision().roundingOf(Math.max(samples.near(), samples.magnitude()));
        for (int exponent : EXPONENTS) {
            double t = StepLadder.step(exponent);
            double rounding = NOISE_FACTOR * noise / differences.divisor(t);
            if (rounding < NEAR * Math.abs(supplied)
                    && Math.abs(differences.quotientAt(t, readOut) - supplied) < NEAR * Math.abs(supplied)) {
                return true;
            }
        }
        return false;
    }
}
