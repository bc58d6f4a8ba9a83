package org.gradcheck.reference;

import java.util.Optional;

/**
 * What extrapolation makes of difference quotients: a selected window, or the reason why there is none.
 *
 * @param noise the noise assumed
 * @param converging whether the quotients converge at all
 * @param selection the window, if one stands
 */
record Extrapolation(Noise noise, boolean converging, Optional<WindowSelection> selection) {

    /** @param supplied the value to compare with, which sets the scale together with the quotients */
    static Extrapolation of(Quotients quotients, Noise noise, double supplied) {
        return Convergence.fails(quotients, noise.deviation(), supplied)
                ? new Extrapolation(noise, false, Optional.empty())
                : new Extrapolation(noise, true, WindowSelection.of(quotients, noise.deviation()));
    }

    /** Why there is no estimate, or that there is one. */
    LineEstimate.Status status() {
        if (!converging) {
            return LineEstimate.Status.NOT_CONVERGING;
        }
        return selection.isPresent() ? LineEstimate.Status.RESOLVED : LineEstimate.Status.NO_WINDOW;
    }

    /** The exponents of the steps that would help most, best first. */
    int[] wanted(Quotients quotients, boolean flatAtTheFinest) {
        if (!converging) {
            return RefinementPlan.NOT_CONVERGING.clone();
        }
        return selection
                .map(selected -> RefinementPlan.refine(quotients, selected, noise.ambiguous(), flatAtTheFinest))
                .orElseGet(RefinementPlan.NO_WINDOW::clone);
    }
}
