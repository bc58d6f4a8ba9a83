package org.gradcheck.reference;

import java.util.Comparator;
import java.util.Optional;

/**
 * f follows one formula very near the point and another further out: a patch where a quotient would be 0/0, a table cell.
 * The finest steps lead to one derivative, and a window of coarser steps, over several octaves and to many digits, to
 * another. If the supplied value is that other one, the disagreement is f's own: agreement to many digits is no accident.
 *
 * @param agreeing the derivative of the regime that the supplied value belongs to
 * @param distance the step, relative to the direction, at which that regime ends
 * @param agreesFurtherOut whether that is the regime of the coarser steps
 */
public record TwoRegimes(Estimate agreeing, double distance, boolean agreesFurtherOut) {

    private static final int FEWEST_STEPS = 3;
    private static final double FINEST = 4;
    private static final double SHARP = 1e-3;
    private static final int OCTAVES = 4;

    /** The supplied value must lie this much closer to the coarse derivative than to the fine one. */
    private static final double CLOSER = 0.01;

    /**
     * Agreement to many digits, relative to the derivative. The noise is measured at the finest steps and may be larger
     * where the coarse ones are: a part of f in single precision is constant at fine steps.
     */
    private static final double DIGITS = 1e-4;

    /**
     * The coarser regime that vouches for the supplied value, if there is one.
     *
     * @param noise the standard deviation of a value of g
     * @param fine what the finer steps say, with which the supplied value disagrees
     */
    static Optional<TwoRegimes> of(Samples samples, double noise, Estimate fine, double supplied) {
        if (supplied == 0 && FlatPiece.isFlatNear(samples)) {
            // f does not move near the point, and rises by steps further out: zero is right for the steps' flats.
            return Optional.of(new TwoRegimes(new Estimate(0, 0), samples.step(FlatPiece.flatFrom(samples)), false));
        }
        if (finestAgree(samples, noise, fine, supplied)) {
            return Optional.of(new TwoRegimes(new Estimate(supplied, 0), samples.step(samples.count() - 1), false));
        }
        double discrepancy = Math.abs(supplied - fine.value());
        if (discrepancy <= fine.bound()) {
            return Optional.empty();
        }
        return Window.all(samples).stream()
                .filter(w -> w.fine() - w.coarse() + 1 >= FEWEST_STEPS
                        && samples.exponents()[w.fine()] - samples.exponents()[w.coarse()] >= OCTAVES)
                .filter(w -> w.bound(noise) <= DIGITS * Math.abs(supplied))
                .filter(w -> Math.abs(w.value() - fine.value()) > w.bound(noise) + fine.bound())
                .filter(w -> Math.abs(supplied - w.value())
                        <= Math.min(Math.max(4 * w.bound(noise), DIGITS * Math.abs(supplied)), CLOSER * discrepancy))
                .min(Comparator.comparingDouble(w -> w.bound(noise)))
                .map(w -> new TwoRegimes(new Estimate(w.value(), w.bound(noise)), samples.step(w.fine()), true));
    }

    /**
     * Whether the very finest quotient agrees with the supplied value and not with the steps that the estimate is from: a
     * kink or a switch nearer than the second finest step. One quotient is no reference, but enough not to refute.
     */
    private static boolean finestAgree(Samples samples, double noise, Estimate estimate, double supplied) {
        int finest = samples.count() - 1;
        double rounding = samples.noiseOf(finest, Math.min(noise, Math.ulp(samples.near())));
        double quotient = samples.quotient(finest);
        return Math.abs(quotient - supplied) <= FINEST * rounding
                && Math.abs(quotient - estimate.value()) > FINEST * FINEST * rounding
                && FINEST * rounding <= SHARP * Math.abs(supplied);
    }
}
