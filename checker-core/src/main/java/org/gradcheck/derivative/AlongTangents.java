package org.gradcheck.derivative;

import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * A second derivative as the derivative of f′ along fixed tangents: v ↦ (⟨wₚ, f″(x)[uᵢ, v]⟩) is what
 * {@link DerivativeAlong} has for derivative if the second derivative is right.
 *
 * @param second the second derivative
 * @param tangents the uᵢ
 * @param cotangents the wₚ, in the space of f's values
 * @param values the space of f's values
 */
public record AlongTangents(SecondDerivative second, double[][] tangents, double[][] cotangents, Space<?> values)
        implements Derivative {

    @Override
    public Form form() {
        return second.form();
    }

    @Override
    public SuppliedOperator at(double[] x, Manifold<?> domain, Space<?> codomain) {
        SuppliedBilinearMap map = second.at(x, domain, values);
        return new SuppliedOperator() {
            @Override
            public double[] pair(double[] direction, double[][] weights) {
                return PairedTerms.inner(weights, entries(u -> map.pair(u, direction, cotangents)), codomain);
            }

            @Override
            public double termSize(double[] direction, double[] weight) {
                double[] sizes = entries(u -> {
                    double[] ofTangent = new double[cotangents.length];
                    for (int p = 0; p < ofTangent.length; p++) {
                        ofTangent[p] = map.termSize(u, direction, cotangents[p]);
                    }
                    return ofTangent;
                });
                return codomain.termSize(sizes, weight);
            }
        };
    }

    private double[] entries(Entries of) {
        return DerivativeAlong.stacked(tangents, cotangents.length, of);
    }

    /** What one tangent contributes. */
    interface Entries {
        double[] of(double[] tangent);
    }
}
