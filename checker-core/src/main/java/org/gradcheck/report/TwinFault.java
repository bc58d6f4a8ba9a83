package org.gradcheck.report;

/**
 * Why a complex twin cannot be believed.
 *
 * @param kind what is wrong
 * @param text the particulars, as the end of a sentence that begins with "the twin"
 */
public record TwinFault(Kind kind, String text) {

    /** The ways in which a twin can fail to be the analytic continuation of f. */
    public enum Kind {
        /** It threw, or returned null. */
        FAILED,
        /** It returned another number of values than f has. */
        WRONG_LENGTH,
        /** It returned NaN or an infinity where f is finite, or beside it. */
        NOT_FINITE,
        /** Its value at a real point is not real. */
        NOT_REAL,
        /** Its value at a real point is not that of f to rounding. */
        WRONG_VALUE,
        /** It is not analytic: the Cauchy–Riemann equations do not hold. */
        NOT_ANALYTIC,
        /** Its values at conjugate points are not conjugate. */
        NOT_SYMMETRIC,
        /** It returned two values for one argument. */
        NOT_DETERMINISTIC,
        /** There were no evaluations left to examine it with. */
        NOT_EXAMINED
    }

    @Override
    public String toString() {
        return "the twin " + text;
    }
}
