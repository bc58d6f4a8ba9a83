package org.gradcheck.derivative;

import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * A derivative as the user supplies it, on coordinates. Whatever its form, it can be {@linkplain #at taken at a point}
 * and then paired with a direction and with cotangents; that is all the checks need.
 */
public sealed interface Derivative permits Gradient, Jacobian, Jvp, Vjp, AlongTangents, QuadraticForm {

    /** The form it was supplied in. */
    Form form();

    /**
     * The linear operator f′(x) that the user claims. The user's code is called now for a gradient or Jacobian, later
     * for a JVP or VJP.
     *
     * @throws DerivativeFaultException now or at a pairing, if the user's code throws, changes its arguments or returns
     *     null, NaN, infinities or the wrong shape
     */
    SuppliedOperator at(double[] x, Manifold<?> domain, Space<?> codomain);
}
