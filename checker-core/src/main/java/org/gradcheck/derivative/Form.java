package org.gradcheck.derivative;

/** The forms of a derivative, by the names used in specs, messages and results. */
public enum Form {
    /** The Riesz representer of f′(x) for scalar f. */
    GRADIENT("gradient"),
    /** v ↦ f′(x)[v]. */
    JVP("jvp"),
    /** w ↦ f′(x)*[w]. */
    VJP("vjp"),
    /** The matrix of f′(x) on coordinates. */
    JACOBIAN("jacobian"),
    /** The matrix of f″(x) on coordinates, for scalar f. */
    HESSIAN("hessian"),
    /** v ↦ ∇²f(x)[v], for scalar f. */
    HVP("hvp"),
    /** (u, v) ↦ f″(x)[u, v]. */
    BILINEAR("bilinear");

    private final String label;

    Form(String label) {
        this.label = label;
    }

    /** The name in specs and results, in lower case. */
    public String label() {
        return label;
    }
}
