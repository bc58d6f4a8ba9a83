package org.gradcheck.derivative;

import java.util.Optional;
import org.gradcheck.derivative.DerivativeCall.Argument;
import org.gradcheck.space.Manifold;
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
    public SuppliedOperator at(double[] x, Manifold<?> domain, Space<?> codomain) {
        return new SuppliedOperator() {
            @Override
            public double[] pair(double[] direction, double[][] cotangents) {
                return PairedTerms.inner(cotangents, apply(x, direction, codomain), codomain);
            }

            @Override
            public double termSize(double[] direction, double[] cotangent) {
                return codomain.termSize(cotangent, apply(x, direction, codomain));
            }

            @Override
            public Optional<double[]> image(double[] direction) {
                return Optional.of(apply(x, direction, codomain));
            }
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
