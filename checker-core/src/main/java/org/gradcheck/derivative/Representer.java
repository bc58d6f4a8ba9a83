package org.gradcheck.derivative;

import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * What a supplied gradient or pullback means, by its convention: the coordinates to pair with tangents, and the inner product
 * to do it in.
 *
 * @param coordinates what is paired
 * @param pairing the set whose inner product pairs
 */
record Representer(double[] coordinates, Manifold<?> pairing) {

    /**
     * The meaning of coordinates.
     *
     * @throws IllegalArgumentException if the convention is {@link GradientConvention#INDEPENDENT} and the domain is no
     *     linear space
     */
    static Representer of(double[] supplied, GradientConvention convention, Manifold<?> domain) {
        return convention == GradientConvention.INDEPENDENT
                ? new Representer(independentEntries(supplied, domain), Spaces.vector(supplied.length))
                : new Representer(supplied, domain);
    }

    double pair(double[] x, double[] v) {
        return pairing.inner(x, coordinates, v);
    }

    double termSize(double[] x, double[] v) {
        return pairing.termSize(x, coordinates, v);
    }

    private static double[] independentEntries(double[] representer, Manifold<?> domain) {
        if (!(domain instanceof Space<?> space)) {
            throw new IllegalArgumentException("the convention INDEPENDENT needs a linear space, where some coordinates"
                    + " determine the others; the domain is " + domain.description());
        }
        double[] entries = representer.clone();
        for (int i = 0; i < entries.length; i++) {
            entries[i] = space.isIndependent(i) ? entries[i] : 0;
        }
        return entries;
    }
}
