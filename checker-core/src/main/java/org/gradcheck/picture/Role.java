package org.gradcheck.picture;

/** What a curve or line of a plot means; renderers choose colours and marks by it. */
public enum Role {
    /** |f(x + hv) − f(x) − h·D|, or of the quadratic model. */
    REMAINDER,
    /** The part of the remainder without terms of the other parity. */
    CENTRAL_REMAINDER,
    /** |difference quotient − supplied value|. */
    DIFFERENCE,
    /** How it falls when the derivative is right. */
    RIGHT,
    /** How it falls when the derivative is wrong. */
    WRONG,
    /** |supplied − reference|, to which the difference levels off. */
    DISCREPANCY,
    /** The bound on the reference's own error. */
    BOUND,
    /** What the noise of f alone explains. */
    NOISE
}
