package org.gradcheck.derivative;

import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * A second derivative as the user supplies it, on coordinates: the symmetric bilinear map (u, v) ↦ f″(x)[u, v] into the
 * space of the values.
 */
public sealed interface SecondDerivative permits Hessian, HessianVectorProduct, BilinearForm {

    /** The form it was supplied in. */
    Form form();

    /**
     * The bilinear map f″(x) that the user claims. The user's code is called now for a Hessian, later for the others.
     *
     * @throws DerivativeFaultException now or at a pairing, if the user's code throws, changes its arguments or returns
     *     null, NaN, infinities or the wrong shape
     */
    SuppliedBilinearMap at(double[] x, Manifold<?> domain, Space<?> codomain);
}
