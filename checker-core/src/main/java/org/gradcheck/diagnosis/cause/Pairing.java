package org.gradcheck.diagnosis.cause;

/** A derivative as numbers: (v, w) ↦ ⟨w, f′(x)[v]⟩. */
@FunctionalInterface
interface Pairing {

    /**
     * The number for a tangent and a cotangent.
     *
     * @throws org.gradcheck.derivative.DerivativeFaultException if the user's code misbehaves
     */
    double of(double[] direction, double[] cotangent);
}
