package org.gradcheck.derivative;

import org.gradcheck.derivative.DerivativeCall.Argument;
import org.gradcheck.space.Space;

/**
 * A pushforward v ↦ f′(x)[v].
 *
 * @param pushforward (x, v) ↦ f′(x)[v], in coordinates
 */
public record Jvp(LinearizedFunction pushforward) implements Derivative {

    @Override
    public Form form() {
        return Form.JVP;
    }

    @Override
    public SuppliedOperator at(double[] x, Space<?> domain, Space<?> codomain) {
        return (direction, cotangents) -> {
            double[] image = apply(x, direction, codomain);
            double[] paired = new double[cotangents.length];
            for (int p = 0; p < paired.length; p++) {
                paired[p] = codomain.inner(cotangents[p], image);
            }
            return paired;
        };
    }

    /** f′(x)[v], checked for length and finiteness. */
    public double[] apply(double[] x, double[] v, Space<?> codomain) {
        Argument point = Argument.copyOf(x);
        Argument tangent = Argument.copyOf(v);
        return DerivativeCall.of(
                () -> pushforward.apply(point.copy(), tangent.copy()), codomain.dimension(), point, tangent);
    }
}
