package org.gradcheck.check;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gradcheck.reference.Direction;

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

    /** A tangent at the subject's point, of the sizes that directions of this kind have. */
    static double[] tangent(Subject subject, Direction.Kind kind, SplittableRandom random) {
        return tangent(subject, subject.randomDirection(kind, random).tangent(), random);
    }

    /** A tangent at the subject's point of given sizes. On a curved manifold its projection takes the few bits away. */
    static double[] tangent(Subject subject, double[] sizes, SplittableRandom random) {
        return subject.domain().tangent(subject.x(), like(sizes, random));
    }

    /** A cotangent with coordinates of random sign between ½ and 1. */
    static double[] cotangent(Subject subject, SplittableRandom random) {
        double[] sizes = new double[subject.value().length];
        Arrays.fill(sizes, 1);
        return subject.codomain().tangent(subject.value(), like(sizes, random));
    }
}
