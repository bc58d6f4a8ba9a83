package org.gradcheck.derivative;

import org.gradcheck.space.Space;

/** ⟨a, b⟩ together with the size of its terms. */
final class PairedTerms {

    private PairedTerms() {}

    /** √Σ(aᵢbᵢ)². */
    static double size(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double term = a[i] * b[i];
            sum += term * term;
        }
        return Math.sqrt(sum);
    }

    /** ⟨wₚ, y⟩ for all p. */
    static double[] inner(double[][] cotangents, double[] y, Space<?> codomain) {
        double[] paired = new double[cotangents.length];
        for (int p = 0; p < paired.length; p++) {
            paired[p] = codomain.inner(cotangents[p], y);
        }
        return paired;
    }
}
