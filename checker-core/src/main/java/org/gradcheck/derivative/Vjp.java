package org.gradcheck.derivative;

import org.gradcheck.derivative.DerivativeCall.Argument;
import org.gradcheck.space.Space;

/**
 * A pullback w ↦ f′(x)*[w], the adjoint of the pushforward.
 *
 * @param pullback (x, w) ↦ f′(x)*[w], in coordinates
 */
public record Vjp(LinearizedFunction pullback) implements Derivative {

    @Override
    public Form form() {
        return Form.VJP;
    }

    @Override
    public SuppliedOperator at(double[] x, Space<?> domain, Space<?> codomain) {
        return (direction, cotangents) -> {
            double[] paired = new double[cotangents.length];
            for (int p = 0; p < paired.length; p++) {
                paired[p] = domain.inner(apply(x, cotangents[p]), direction);
            }
            return paired;
        };
    }

    /** f′(x)*[w], checked for length and finiteness. */
    public double[] apply(double[] x, double[] w) {
        Argument point = Argument.copyOf(x);
        Argument cotangent = Argument.copyOf(w);
        return DerivativeCall.of(() -> pullback.apply(point.copy(), cotangent.copy()), x.length, point, cotangent);
    }
}
