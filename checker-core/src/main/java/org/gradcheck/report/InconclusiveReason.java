package org.gradcheck.report;

/** Why a check could not decide, each with what to do about it. */
public enum InconclusiveReason {
    /** The reference is too coarse: noise in f, or strong curvature. */
    UNRESOLVED("unresolved", "declare f's precision, or check at a point where f is smoother or less noisy"),
    /** The point is on or beside the edge of f's domain. */
    DOMAIN("domain edge", "check at a point further inside f's domain"),
    /** The difference quotients do not converge: infinite slope or no derivative. */
    NOT_CONVERGING("difference quotients do not converge", "check at a point where f has a derivative"),
    /** f has a kink at the point. */
    NONSMOOTH("kink at the point", "check at a point beside the kink"),
    /** A discrepancy that is certain but tiny. */
    SMALL_DISCREPANCY(
            "small consistent discrepancy",
            "f and its derivative may use approximations of different accuracy; if so declare the accuracy"),
    /** f follows another formula very near the point. */
    TWO_REGIMES(
            "two regimes",
            "f seems to switch its formula very near the point; check at a point further from the switch"),
    /** Only one of several directions disagrees. */
    LONE_DISAGREEMENT("only one direction disagrees", "check with more directions"),
    /** The allowed number of evaluations was used up. */
    BUDGET("budget of evaluations used up", "allow more evaluations"),
    /** f or its derivative did not return in the time allowed. */
    TIMED_OUT("out of time", "allow more time, or find out where f or its derivative hangs"),
    /** f threw, or returned NaN or the wrong shape at the point itself. */
    FUNCTION_FAILED("f cannot be evaluated at the point", "mend f, or check at a point of its domain"),
    /** f or its derivative changes its argument. */
    MUTATED_INPUT("an argument was changed", "copy the argument before changing it"),
    /** f or its derivative returns different values for one argument. */
    NOT_DETERMINISTIC("not deterministic", "fix the random seed, or the state kept between calls"),
    /** A second derivative can be seen along curves without tangential acceleration only. */
    FIRST_ORDER_RETRACTION(
            "the retraction is only of first order",
            "give the manifold a retraction of second order, as the nearest point to x + v is in the Euclidean metric"),
    /** The direction given is zero, or too small beside the point to step along. */
    ZERO_DIRECTION("zero direction", "give a direction that moves the point");

    private final String label;
    private final String advice;

    InconclusiveReason(String label, String advice) {
        this.label = label;
        this.advice = advice;
    }

    /** The reason in a few words. */
    public String label() {
        return label;
    }

    /** What a user can do about it, as an imperative. */
    public String advice() {
        return advice;
    }
}
