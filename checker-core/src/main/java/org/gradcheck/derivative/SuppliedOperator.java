package org.gradcheck.derivative;

import java.util.Optional;

/** f′(x) at one point, as the user claims it to be. */
public interface SuppliedOperator {

    /**
     * ⟨w, f′(x)[v]⟩ for every cotangent w.
     *
     * @param direction v, the coordinates of a tangent
     * @param cotangents coordinates of any number of cotangents
     * @throws DerivativeFaultException if the user's code misbehaves
     */
    double[] pair(double[] direction, double[][] cotangents);

    /**
     * The size of the terms that {@code ⟨w, f′(x)[v]⟩} is a sum of, as the root of the sum of their squares. Rounding
     * errors are relative to it: it does not shrink when the terms cancel.
     *
     * @throws DerivativeFaultException if the user's code misbehaves
     */
    double termSize(double[] direction, double[] cotangent);

    /**
     * The coordinates of f′(x)*[w] where the form has them, as a gradient and a VJP do; not projected, in the convention it is
     * supplied in.
     *
     * @throws DerivativeFaultException if the user's code misbehaves
     */
    default Optional<double[]> representer(double[] cotangent) {
        return Optional.empty();
    }

    /**
     * The coordinates of f′(x)[v] where the form has them, as a JVP and a Jacobian do.
     *
     * @throws DerivativeFaultException if the user's code misbehaves
     */
    default Optional<double[]> image(double[] direction) {
        return Optional.empty();
    }
}
