package org.gradcheck.derivative;

import java.util.Arrays;
import org.gradcheck.space.Space;

/** ⟨a, b⟩ together with the size of its terms. */
final class PairedTerms {

    /** A mean weight this near to one is rounding. */
    private static final double EUCLIDEAN = 1e-9;

    private PairedTerms() {}

    /** √Σ(aᵢbᵢ)² in units of the space's inner product, which may weigh coordinates: as it does |a| and |b|. */
    static double size(Space<?> space, double[] a, double[] b) {
        double size = size(a, b);
        double plain = 0;
        for (int i = 0; i < a.length; i++) {
            plain += Math.abs(a[i] * b[i]);
        }
        double weight = Math.abs(space.inner(absolute(a), absolute(b))) / plain;
        boolean weighs = Math.abs(weight - 1) > EUCLIDEAN && Double.isFinite(weight);
        return weighs ? weight * size : size;
    }

    private static double[] absolute(double[] a) {
        return Arrays.stream(a).map(Math::abs).toArray();
    }

    /** √Σ(aᵢbᵢ)². */
    static double size(double[] a, double[] b) {
        double size = 0;
        double unit = unit(a, b);
        for (int i = 0; i < a.length && unit > 0; i++) {
            double term = a[i] * b[i] / unit;
            size += term * term;
        }
        return unit * Math.sqrt(size);
    }

    /** The largest term: squares of values beyond 1e154 overflow. */
    private static double unit(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] * b[i]));
        }
        return largest;
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
