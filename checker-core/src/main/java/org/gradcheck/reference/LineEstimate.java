package org.gradcheck.reference;

import java.util.Optional;

/**
 * What central differences say about one read-out along one line, given the value to compare with.
 *
 * @param status whether there is an estimate, and if not why
 * @param estimate the derivative with its bound; unknown unless the status is RESOLVED
 * @param scale the natural scale of the derivative
 * @param noise the standard deviation of one value of g
 * @param magnitude the size of g near the point
 * @param oneSided whether f has values on one side only, so that the derivative is the one from there
 * @param kink a kink at the point, if there is one
 * @param regimes a coarser regime that agrees with the value where the finer steps do not
 */
public record LineEstimate(
        Status status,
        Estimate estimate,
        double scale,
        double noise,
        double magnitude,
        boolean oneSided,
        Optional<Kink> kink,
        Optional<TwoRegimes> regimes) {

    /** What came of the extrapolation. */
    public enum Status {
        /** There is an estimate. */
        RESOLVED,
        /** f has values on too few pairs of steps. */
        DOMAIN,
        /** The difference quotients do not converge. */
        NOT_CONVERGING,
        /** No window stands. */
        NO_WINDOW
    }

    static LineEstimate without(Status status, double scale, double noise) {
        return new LineEstimate(status, Estimate.unknown(), scale, noise, 0, false, Optional.empty(), Optional.empty());
    }

    /** bound / scale: the smallest relative error that can be seen. */
    public double resolution() {
        return estimate.bound() == 0 ? 0 : estimate.bound() / scale;
    }
}
