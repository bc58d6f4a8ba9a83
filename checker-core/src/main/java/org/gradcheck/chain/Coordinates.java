package org.gradcheck.chain;

import java.util.SplittableRandom;
import org.gradcheck.space.Manifold;

/** Sums over coordinates, and random ones. */
final class Coordinates {

    private Coordinates() {}

    static double largest(double[] u) {
        double largest = 0;
        for (double entry : u) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    static double[] times(double t, double[] v) {
        double[] scaled = v.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= t;
        }
        return scaled;
    }

    /** target + t·v, into the target. */
    static void add(double[] target, double t, double[] v) {
        for (int i = 0; i < target.length; i++) {
            target[i] += t * v[i];
        }
    }

    /** A random tangent of unit length. */
    static double[] unitTangent(Manifold<?> set, double[] x, SplittableRandom random) {
        double[] numbers = new double[x.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextGaussian();
        }
        double[] tangent = set.tangent(x, numbers);
        return times(1 / Math.max(norm(set, x, tangent), Double.MIN_NORMAL), tangent);
    }

    /** The length of a tangent in the metric at x. */
    static double norm(Manifold<?> set, double[] x, double[] v) {
        return Math.sqrt(Math.max(0, set.inner(x, v, v)));
    }
}
