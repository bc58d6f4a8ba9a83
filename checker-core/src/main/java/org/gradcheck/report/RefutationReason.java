package org.gradcheck.report;

/** What proves a derivative wrong. */
public enum RefutationReason {
    /** It differs from the reference by more than the reference's error bound explains. */
    DISAGREEMENT("disagrees with the reference"),
    /** At a kink it lies outside of the two one-sided derivatives. */
    OUTSIDE_ONE_SIDED_DERIVATIVES("lies outside the one-sided derivatives"),
    /** JVP and VJP are not adjoint to each other. */
    NOT_ADJOINT("JVP and VJP are not adjoint"),
    /** A JVP or VJP is not linear in its tangent or cotangent. */
    NOT_LINEAR("is not linear"),
    /** A Hessian, Hessian-vector product or bilinear form changes when its tangents are exchanged. */
    NOT_SYMMETRIC("is not symmetric"),
    /** Two supplied forms are not the same derivative. */
    CONTRADICTS("the supplied forms contradict each other"),
    /** A call that returns value and derivative returns another value than f. */
    WRONG_VALUE("returns another value than f"),
    /** It lies outside of the space it belongs to, by a part that no pairing sees. */
    OUTSIDE_ITS_SPACE("lies outside of its space"),
    /** ∇f(x) + g′(x)*[λ] is not zero. */
    NOT_STATIONARY("not stationary"),
    /** g(x) is not zero. */
    INFEASIBLE("violates the constraints"),
    /** f has no derivative at the point. */
    NOT_DIFFERENTIABLE("is not differentiable"),
    /** Calling it threw. */
    THREW("threw an exception"),
    /** It returned null, NaN or an infinity where f is finite. */
    NOT_FINITE("is not finite"),
    /** It has the wrong number of coordinates. */
    WRONG_SHAPE("has the wrong shape"),
    /** It does not fill the array that it is handed, or not add to it, as it promised. */
    MISUSED_BUFFER("misuses the array it is handed");

    private final String label;

    RefutationReason(String label) {
        this.label = label;
    }

    /** The reason in a few words. */
    public String label() {
        return label;
    }
}
