package org.gradcheck.reference;

import java.util.stream.IntStream;

/**
 * Whom the coarser steps side with when the finest ones contradict a supplied derivative. Where f is rounded inside, x + c
 * with a large c or 1 − cos x with a small x, the finest steps see one of the pieces that rounding leaves: flat, or with a
 * slope of its own. Only steps over many pieces see the function that was meant.
 */
public final class CoarseSteps {

    /** The finest step that counts as coarse. */
    public static final int FINEST = 12;

    private static final int FEWEST = 2;
    private static final double CLOSER = 0.5;

    private static final double MUCH_CLOSER = 0x1p-4;

    private CoarseSteps() {}

    /** Whether at least two coarse quotients lie clearly nearer to the supplied value than to the reference's. */
    public static boolean sideWith(double supplied, Estimate reference, Samples samples) {
        return siding(supplied, reference, samples, CLOSER).count() >= FEWEST;
    }

    /** Whether one of them lies so much nearer to it that it is hardly an accident of how quotients of a smooth f converge. */
    static boolean clearlySideWith(double supplied, Estimate reference, Samples samples) {
        return sideWith(supplied, reference, samples)
                && siding(supplied, reference, samples, MUCH_CLOSER).findAny().isPresent();
    }

    private static IntStream siding(double supplied, Estimate reference, Samples samples, double closer) {
        return IntStream.range(0, samples.count())
                .filter(i -> samples.exponents()[i] <= FINEST)
                .filter(i -> Math.abs(samples.quotient(i) - supplied)
                        <= closer * Math.abs(samples.quotient(i) - reference.value()));
    }
}
