package org.gradcheck.derivative;

import org.gradcheck.space.Space;

/** Several cotangents paired with one value. */
final class PairedTerms {

    private PairedTerms() {}

    /** ⟨wₚ, y⟩ for all p. */
    static double[] inner(double[][] cotangents, double[] y, Space<?> codomain) {
        double[] paired = new double[cotangents.length];
        for (int p = 0; p < paired.length; p++) {
            paired[p] = codomain.inner(cotangents[p], y);
        }
        return paired;
    }
}
