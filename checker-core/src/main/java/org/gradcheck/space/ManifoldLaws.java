package org.gradcheck.space;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * What holds for the methods of every manifold, measured at one point of it with arbitrary vectors, which are the same every
 * time. Nothing here evaluates the user's f.
 */
final class ManifoldLaws {

    /** Equations hold to rounding, which grows with the condition of what the methods solve. */
    private static final double EXACT = 1e-8;

    /** The trace of the projection is a whole number. */
    private static final double TRACE = 1e-4;

    /** Up to this many coordinates every unit vector is projected, of more a sample of vectors. */
    private static final int FEW = 32;

    private static final int SAMPLE = 4;

    private final Manifold<?> manifold;
    private final double[] x;
    private final SplittableRandom random = new SplittableRandom(1);

    private ManifoldLaws(Manifold<?> manifold, double[] x) {
        this.manifold = manifold;
        this.x = x;
    }

    /** @throws IllegalArgumentException if a law is broken, with by how much */
    static void require(Manifold<?> manifold, double[] x) {
        ManifoldLaws laws = new ManifoldLaws(manifold, x);
        double[][] vectors = new double[x.length <= FEW ? x.length : SAMPLE][];
        double[][] tangents = new double[vectors.length][];
        for (int k = 0; k < vectors.length; k++) {
            vectors[k] = x.length <= FEW ? laws.unit(k) : laws.arbitrary();
            tangents[k] = manifold.projection(x, vectors[k]);
        }
        laws.requireIdempotent(vectors, tangents);
        laws.requireDimension(tangents);
        laws.requireMetric(tangents);
        laws.requireOrthogonal(vectors, tangents);
        double[][] arbitrary = {laws.tangent(), laws.tangent(), laws.tangent()};
        RetractionLaws retraction = new RetractionLaws(manifold, x);
        retraction.requireStart();
        for (double[] v : arbitrary) {
            retraction.requireVelocity(v);
        }
        if (manifold.retractionOrder() == 2) {
            retraction.requireNoAcceleration(arbitrary);
        }
    }

    private double[] unit(int k) {
        double[] unit = new double[x.length];
        unit[k] = 1;
        return unit;
    }

    /** Of the size of x, so that a step of 1 moves the point far. */
    private double[] arbitrary() {
        double size = Math.sqrt(Coordinates.inner(x, x) / x.length);
        double scale = size > 0 && Double.isFinite(size) ? size : 1;
        return random.doubles(x.length, -scale, scale).toArray();
    }

    private double[] tangent() {
        return manifold.projection(x, arbitrary());
    }

    private void requireIdempotent(double[][] vectors, double[][] tangents) {
        double worst = 0;
        for (int k = 0; k < vectors.length; k++) {
            double[] again = manifold.projection(x, tangents[k]);
            worst = Math.max(
                    worst, Coordinates.largestDifference(again, tangents[k]) / Coordinates.largest(vectors[k]));
        }
        if (!(worst <= EXACT)) {
            throw refused("the projection is not idempotent: PPu differs from Pu by " + Violation.number(worst)
                    + " of the largest coordinate of u");
        }
    }

    private void requireDimension(double[][] tangents) {
        if (tangents.length < x.length) {
            return;
        }
        double trace = 0;
        for (int k = 0; k < tangents.length; k++) {
            trace += tangents[k][k];
        }
        if (!(Math.abs(trace - manifold.tangentDimension()) <= TRACE)) {
            throw refused("the number of independent directions is said to be " + manifold.tangentDimension()
                    + ", and the projection has trace " + Violation.number(trace));
        }
    }

    /** By the matrix of the inner products of tangents. */
    private void requireMetric(double[][] tangents) {
        int count = tangents.length;
        DMatrixRMaj gram = new DMatrixRMaj(count, count);
        double largest = 0;
        for (int k = 0; k < count; k++) {
            for (int l = 0; l < count; l++) {
                double product = manifold.inner(x, tangents[k], tangents[l]);
                gram.set(k, l, product);
                largest = Math.max(largest, Math.abs(product));
            }
        }
        if (!Double.isFinite(largest)) {
            throw refused("the inner product of two tangents is " + largest);
        }
        for (int k = 0; k < count; k++) {
            for (int l = 0; l < k; l++) {
                double difference = Math.abs(gram.get(k, l) - gram.get(l, k));
                if (!(difference <= EXACT * largest)) {
                    throw refused("the inner product is not symmetric: ⟨u, v⟩ is " + Violation.number(gram.get(k, l))
                            + " and ⟨v, u⟩ is " + Violation.number(gram.get(l, k)));
                }
            }
        }
        double smallest = Matrices.smallestEigenvalue(Matrices.symmetricPart(gram));
        if (largest == 0 || !(smallest >= -EXACT * largest)) {
            throw refused("the inner product is not positive: ⟨v, v⟩ of a tangent is " + Violation.number(smallest)
                    + " where that of others is " + Violation.number(largest));
        }
    }

    /** With idempotence that is self-adjointness: ⟨u − Pu, Pw⟩ = 0 for all u and w. */
    private void requireOrthogonal(double[][] vectors, double[][] tangents) {
        double unit = 0;
        for (double[] tangent : tangents) {
            double squared = Coordinates.inner(tangent, tangent);
            unit = Math.max(unit, squared == 0 ? 0 : manifold.inner(x, tangent, tangent) / squared);
        }
        double worst = 0;
        for (int k = 0; k < vectors.length; k++) {
            double[] normal = difference(vectors[k], tangents[k]);
            for (int l = 0; l < vectors.length; l++) {
                // Not beside Pw, which may be rounding alone.
                double size = unit
                        * Math.sqrt(Coordinates.inner(vectors[k], vectors[k]))
                        * Math.sqrt(Coordinates.inner(vectors[l], vectors[l]));
                worst = Math.max(worst, Math.abs(manifold.inner(x, normal, tangents[l])) / size);
            }
        }
        if (!(worst <= EXACT)) {
            throw refused("the projection is not self-adjoint in the inner product: ⟨u − Pu, Pw⟩ is "
                    + Violation.number(worst) + " of |u||w|");
        }
    }

    private static double[] difference(double[] u, double[] v) {
        double[] difference = u.clone();
        Arrays.setAll(difference, i -> u[i] - v[i]);
        return difference;
    }

    private IllegalArgumentException refused(String violation) {
        return refusal(manifold, violation);
    }

    static IllegalArgumentException refusal(Manifold<?> manifold, String violation) {
        return new IllegalArgumentException("no manifold, " + manifold.description() + ": " + violation);
    }
}
