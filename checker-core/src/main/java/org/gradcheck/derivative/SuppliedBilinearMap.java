package org.gradcheck.derivative;

/** f″(x) at one point, as the user claims it to be. */
public interface SuppliedBilinearMap {

    /**
     * ⟨w, f″(x)[u, v]⟩ for every cotangent w.
     *
     * @param u the coordinates of a tangent
     * @param v the coordinates of a tangent
     * @param cotangents coordinates of any number of cotangents
     * @throws DerivativeFaultException if the user's code misbehaves
     */
    double[] pair(double[] u, double[] v, double[][] cotangents);

    /**
     * The size of the terms that {@code ⟨w, f″(x)[u, v]⟩} is a sum of, as the root of the sum of their squares.
     *
     * @throws DerivativeFaultException if the user's code misbehaves
     */
    double termSize(double[] u, double[] v, double[] cotangent);
}
