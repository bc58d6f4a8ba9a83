package org.gradcheck.derivative;

import org.gradcheck.derivative.DerivativeCall.Argument;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * The second derivative as a map of two tangents, for f with any number of outputs: (u, v) ↦ f″(x)[u, v].
 *
 * @param map (x, u, v) ↦ f″(x)[u, v], in coordinates
 */
public record BilinearForm(BilinearFunction map) implements SecondDerivative {

    /** (x, u, v) ↦ f″(x)[u, v]. */
    @FunctionalInterface
    public interface BilinearFunction {
        /** f″(x)[u, v], from coordinates of a point and two tangents to coordinates of a value. */
        double[] apply(double[] x, double[] u, double[] v);
    }

    @Override
    public Form form() {
        return Form.BILINEAR;
    }

    @Override
    public SuppliedBilinearMap at(double[] x, Manifold<?> domain, Space<?> codomain) {
        return new SuppliedBilinearMap() {
            @Override
            public double[] pair(double[] u, double[] v, double[][] cotangents) {
                return PairedTerms.inner(cotangents, apply(x, u, v, codomain), codomain);
            }

            @Override
            public double termSize(double[] u, double[] v, double[] cotangent) {
                return codomain.termSize(cotangent, apply(x, u, v, codomain));
            }
        };
    }

    /** f″(x)[u, v], checked for length and finiteness. */
    public double[] apply(double[] x, double[] u, double[] v, Space<?> codomain) {
        Argument point = Argument.copyOf(x);
        Argument first = Argument.copyOf(u);
        Argument second = Argument.copyOf(v);
        return DerivativeCall.of(
                () -> map.apply(point.copy(), first.copy(), second.copy()), codomain.dimension(), point, first, second);
    }
}
