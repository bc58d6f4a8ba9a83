package org.gradcheck.check;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Random vectors whose coordinates have eight bits each. Sums of small multiples of two that share their exponents reach
 * the user's code exactly, in single and half precision too: what an identity leaves is then the operator's own doing.
 */
final class FewBits {

    private static final int BITS = 8;

    private FewBits() {}

    /** Coordinates of random sign and digits, each between a quarter and the whole of the size given for it. */
    static double[] like(double[] sizes, SplittableRandom random) {
        double[] v = new double[sizes.length];
        int least = 1 << (BITS - 1);
        for (int i = 0; i < v.length; i++) {
            int digits = least + random.nextInt(least);
            v[i] = Math.scalb(random.nextBoolean() ? (double) digits : -digits, Math.getExponent(sizes[i]) - BITS);
        }
        return v;
    }

    /** Coordinates of random sign between ½ and 1. */
    static double[] nearOne(int dimension, SplittableRandom random) {
        double[] sizes = new double[dimension];
        Arrays.fill(sizes, 1);
        return like(sizes, random);
    }
}
