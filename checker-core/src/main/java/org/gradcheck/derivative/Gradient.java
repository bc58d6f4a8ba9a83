package org.gradcheck.derivative;

import org.gradcheck.derivative.DerivativeCall.Argument;
import org.gradcheck.function.VectorFunction;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * A gradient of a scalar f: ⟨∇f(x), v⟩ = f′(x)[v] in the inner product of the domain.
 *
 * @param gradient x ↦ ∇f(x), both in coordinates of the domain
 */
public record Gradient(VectorFunction gradient) implements Derivative {

    @Override
    public Form form() {
        return Form.GRADIENT;
    }

    @Override
    public SuppliedOperator at(double[] x, Manifold<?> domain, Space<?> codomain) {
        Argument point = Argument.copyOf(x);
        double[] representer = DerivativeCall.of(() -> gradient.apply(point.copy()), x.length, point);
        return new SuppliedOperator() {
            @Override
            public double[] pair(double[] direction, double[][] cotangents) {
                return PairedTerms.inner(cotangents, new double[] {domain.inner(x, representer, direction)}, codomain);
            }

            @Override
            public double termSize(double[] direction, double[] cotangent) {
                return Math.abs(cotangent[0]) * domain.termSize(x, representer, direction);
            }
        };
    }
}
