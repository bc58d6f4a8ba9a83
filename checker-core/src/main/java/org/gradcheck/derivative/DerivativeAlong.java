package org.gradcheck.derivative;

import org.gradcheck.function.VectorFunction;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * A supplied first derivative along fixed tangents, as a function of the point: x ↦ (⟨wₚ, f′(x)[Pₓuᵢ]⟩), with the
 * projection Pₓ onto the tangent space at x. In the metric of an embedded submanifold its derivative along v is
 * ⟨wₚ, Hess f(x)[uᵢ, v]⟩ (Boumal, 2023, corollary 5.16). Where it fails it throws a DerivativeFaultException.
 *
 * @param first the first derivative
 * @param tangents the uᵢ
 * @param cotangents the wₚ
 * @param domain the space of the points
 * @param codomain the space of f's values
 */
public record DerivativeAlong(
        Derivative first, double[][] tangents, double[][] cotangents, Manifold<?> domain, Space<?> codomain)
        implements VectorFunction {

    @Override
    public double[] apply(double[] x) {
        SuppliedOperator operator = first.at(x, domain, codomain);
        return stacked(tangents, cotangents.length, u -> operator.pair(domain.projection(x, u), cotangents));
    }

    static double[] stacked(double[][] tangents, int each, AlongTangents.Entries entries) {
        double[] stacked = new double[tangents.length * each];
        for (int i = 0; i < tangents.length; i++) {
            System.arraycopy(entries.of(tangents[i]), 0, stacked, i * each, each);
        }
        return stacked;
    }
}
