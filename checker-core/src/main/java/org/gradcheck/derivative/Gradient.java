package org.gradcheck.derivative;

import java.util.Optional;
import org.gradcheck.derivative.DerivativeCall.Argument;
import org.gradcheck.function.VectorFunction;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * A gradient of a scalar f: ⟨∇f(x), v⟩ = f′(x)[v] in the inner product of the domain at x.
 *
 * @param gradient x ↦ ∇f(x), both in coordinates of the domain
 * @param convention what the gradient means where the domain has fewer dimensions than coordinates
 */
public record Gradient(VectorFunction gradient, GradientConvention convention) implements Derivative {

    @Override
    public Form form() {
        return Form.GRADIENT;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the convention is {@link GradientConvention#INDEPENDENT} and the domain is no linear
     *     space
     */
    @Override
    public SuppliedOperator at(double[] x, Manifold<?> domain, Space<?> codomain) {
        Argument point = Argument.copyOf(x);
        double[] representer = DerivativeCall.of(() -> gradient.apply(point.copy()), x.length, point);
        Representer meant = Representer.of(representer, convention, domain);
        return new SuppliedOperator() {
            @Override
            public double[] pair(double[] direction, double[][] cotangents) {
                return PairedTerms.inner(cotangents, new double[] {meant.pair(x, direction)}, codomain);
            }

            @Override
            public double termSize(double[] direction, double[] cotangent) {
                return Math.abs(cotangent[0]) * meant.termSize(x, direction);
            }

            @Override
            public Optional<double[]> representer(double[] cotangent) {
                return Optional.of(representer.clone());
            }
        };
    }
}
