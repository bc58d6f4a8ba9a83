package org.gradcheck.derivative;

import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * A second derivative with both tangents the same: v ↦ f″(x)[v, v], which second differences of f along v tend to. It
 * determines the symmetric part of the second derivative.
 *
 * @param second the second derivative
 */
public record QuadraticForm(SecondDerivative second) implements Derivative {

    @Override
    public Form form() {
        return second.form();
    }

    @Override
    public SuppliedOperator at(double[] x, Manifold<?> domain, Space<?> codomain) {
        SuppliedBilinearMap map = second.at(x, domain, codomain);
        return new SuppliedOperator() {
            @Override
            public double[] pair(double[] direction, double[][] cotangents) {
                return map.pair(direction, direction, cotangents);
            }

            @Override
            public double termSize(double[] direction, double[] cotangent) {
                return map.termSize(direction, direction, cotangent);
            }
        };
    }
}
