package org.gradcheck.reference;

/**
 * Whom the coarser steps side with when the finest ones contradict a supplied derivative. Where f is rounded inside, x + c
 * with a large c or 1 − cos x with a small x, the finest steps see one of the pieces that rounding leaves: flat, or with a
 * slope of its own. Only steps over many pieces see the function that was meant.
 */
public final class CoarseSteps {

    /** The finest step that counts as coarse. */
    private static final int FINEST = 12;

    private static final int FEWEST = 2;
    private static final double CLOSER = 0.5;

    private CoarseSteps() {}

    /** Whether at least two coarse quotients lie clearly nearer to the supplied value than to the reference's. */
    public static boolean sideWith(double supplied, Estimate reference, Samples samples) {
        int siding = 0;
        for (int i = 0; i < samples.count() && samples.exponents()[i] <= FINEST; i++) {
            double quotient = samples.quotient(i);
            if (Math.abs(quotient - supplied) <= CLOSER * Math.abs(quotient - reference.value())) {
                siding++;
            }
        }
        return siding >= FEWEST;
    }
}
