package org.gradcheck.space;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Positive weights, one for each coordinate. */
record DiagonalWeight(double[] weights) implements Weight {

    private static final int SHOWN = 6;

    DiagonalWeight {
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] > 0 && Double.isFinite(weights[i]))) {
                throw new IllegalArgumentException("the weights of an inner product are positive and finite, got "
                        + weights[i] + " at index " + i);
            }
        }
        weights = weights.clone();
    }

    @Override
    public double[] times(double[] u) {
        double[] product = u.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= weights[i];
        }
        return product;
    }

    @Override
    public double[] solve(double[] u) {
        double[] quotient = u.clone();
        for (int i = 0; i < quotient.length; i++) {
            quotient[i] /= weights[i];
        }
        return quotient;
    }

    @Override
    public double termSize(double[] u, double[] v) {
        return Coordinates.termSize(times(u), v);
    }

    @Override
    public String metric() {
        return Arrays.stream(weights)
                .limit(SHOWN)
                .mapToObj(Violation::number)
                .collect(Collectors.joining(
                        ", ", "⟨u, v⟩ = Σ wᵢuᵢvᵢ with w = [", weights.length > SHOWN ? ", …]" : "]"));
    }
}
