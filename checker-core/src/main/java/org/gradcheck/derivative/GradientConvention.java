package org.gradcheck.derivative;

/** What a supplied gradient G means on a space with fewer dimensions than coordinates, symmetric matrices above all. */
public enum GradientConvention {
    /** ⟨G, V⟩ = f′(X)[V] for all V of the space; any part of G that no V sees is free. */
    PAIRING("pairing"),
    /** The same, and G lies in the space itself, or on a manifold in the tangent space: the Riesz representer, which is unique. */
    RIESZ("riesz"),
    /**
     * The partial derivatives with respect to the independent entries, from which the others follow: ΣGᵢⱼVᵢⱼ over these
     * entries only, each once. For symmetric matrices that is the upper triangle, and an off-diagonal entry of G is twice that
     * of the Riesz representer (Magnus and Neudecker, "Matrix Differential Calculus with Applications in Statistics and Econometrics", 2019,
     * section 3.8, the duplication matrix). The
     * other entries of G are not looked at.
     */
    INDEPENDENT("independent");

    private final String label;

    GradientConvention(String label) {
        this.label = label;
    }

    /** The name in specs and messages, in lower case. */
    public String label() {
        return label;
    }
}
