package org.gradcheck.derivative;

import java.util.Optional;
import org.gradcheck.derivative.DerivativeCall.Argument;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * A pullback w ↦ f′(x)*[w], the adjoint of the pushforward.
 *
 * @param pullback (x, w) ↦ f′(x)*[w], in coordinates
 * @param convention what its values mean where the domain has fewer dimensions than coordinates
 */
public record Vjp(LinearizedFunction pullback, GradientConvention convention) implements Derivative {

    /** A pullback of which only pairings with tangents count. */
    public Vjp(LinearizedFunction pullback) {
        this(pullback, GradientConvention.PAIRING);
    }

    /** A pullback that forgets its cotangent would go unnoticed at 1. A power of two, so that nothing is rounded. */
    private static final double SCALE = -0.5;

    @Override
    public Form form() {
        return Form.VJP;
    }

    @Override
    public SuppliedOperator at(double[] x, Manifold<?> domain, Space<?> codomain) {
        return new SuppliedOperator() {
            @Override
            public double[] pair(double[] direction, double[][] cotangents) {
                double[] paired = new double[cotangents.length];
                for (int p = 0; p < paired.length; p++) {
                    paired[p] = meant(cotangents[p]).pair(x, direction) / SCALE;
                }
                return paired;
            }

            @Override
            public double termSize(double[] direction, double[] cotangent) {
                return meant(cotangent).termSize(x, direction) / Math.abs(SCALE);
            }

            @Override
            public Optional<double[]> representer(double[] cotangent) {
                return Optional.of(apply(x, cotangent));
            }

            private Representer meant(double[] cotangent) {
                return Representer.of(pullback(cotangent), convention, domain);
            }

            private double[] pullback(double[] cotangent) {
                double[] scaled = cotangent.clone();
                for (int i = 0; i < scaled.length; i++) {
                    scaled[i] *= SCALE;
                }
                return apply(x, scaled);
            }
        };
    }

    /** f′(x)*[w], checked for length and finiteness. */
    public double[] apply(double[] x, double[] w) {
        Argument point = Argument.copyOf(x);
        Argument cotangent = Argument.copyOf(w);
        return DerivativeCall.of(() -> pullback.apply(point.copy(), cotangent.copy()), x.length, point, cotangent);
    }
}
