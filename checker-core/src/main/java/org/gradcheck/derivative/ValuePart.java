package org.gradcheck.derivative;

import org.gradcheck.derivative.DerivativeCall.Argument;
import org.gradcheck.space.Space;

/**
 * The value that comes with a derivative from one call.
 *
 * @param form the derivative it comes with
 * @param function (x, argument) ↦ the value; the argument is a tangent or cotangent, or any tangent where the form takes none
 */
public record ValuePart(Form form, LinearizedFunction function) {

    /**
     * The value, checked for length and finiteness.
     *
     * @throws DerivativeFaultException if the user's code misbehaves
     */
    public double[] at(double[] x, double[] argument, Space<?> codomain) {
        Argument point = Argument.copyOf(x);
        Argument given = Argument.copyOf(argument);
        return DerivativeCall.of(() -> function.apply(point.copy(), given.copy()), codomain.dimension(), point, given);
    }
}
