package org.gradcheck.derivative;

/** f′(x) at one point, as the user claims it to be. */
@FunctionalInterface
public interface SuppliedOperator {

    /**
     * ⟨w, f′(x)[v]⟩ for every cotangent w.
     *
     * @param direction v, the coordinates of a tangent
     * @param cotangents coordinates of any number of cotangents
     * @throws DerivativeFaultException if the user's code misbehaves
     */
    double[] pair(double[] direction, double[][] cotangents);
}
