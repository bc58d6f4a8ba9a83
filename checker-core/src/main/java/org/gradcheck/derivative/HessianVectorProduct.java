package org.gradcheck.derivative;

import org.gradcheck.derivative.DerivativeCall.Argument;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * A Hessian-vector product v ↦ ∇²f(x)[v] of a scalar f: the derivative of the gradient, and ⟨u, ∇²f(x)[v]⟩ = f″(x)[u, v]
 * in the inner product of the domain.
 *
 * @param product (x, v) ↦ ∇²f(x)[v], in coordinates
 */
public record HessianVectorProduct(LinearizedFunction product) implements SecondDerivative {

    @Override
    public Form form() {
        return Form.HVP;
    }

    @Override
    public SuppliedBilinearMap at(double[] x, Manifold<?> domain, Space<?> codomain) {
        return new SuppliedBilinearMap() {
            @Override
            public double[] pair(double[] u, double[] v, double[][] cotangents) {
                return PairedTerms.inner(cotangents, new double[] {domain.inner(x, apply(x, v), u)}, codomain);
            }

            @Override
            public double termSize(double[] u, double[] v, double[] cotangent) {
                return Math.abs(cotangent[0]) * domain.termSize(x, apply(x, v), u);
            }
        };
    }

    /** ∇²f(x)[v], checked for length and finiteness. */
    public double[] apply(double[] x, double[] v) {
        Argument point = Argument.copyOf(x);
        Argument tangent = Argument.copyOf(v);
        return DerivativeCall.of(() -> product.apply(point.copy(), tangent.copy()), x.length, point, tangent);
    }
}
