package org.gradcheck.space;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** The user's manifold, known by functions of the user's. */
record DeclaredManifold<T>(
        Space<T> around,
        int tangentDimension,
        BinaryOperator<T> projection,
        BinaryOperator<T> retraction,
        int retractionOrder,
        Optional<Manifolds.InnerProduct<T>> innerProduct)
        implements EmbeddedManifold<T> {

    DeclaredManifold {
        if (tangentDimension < 1 || tangentDimension > around.dimension()) {
            throw new IllegalArgumentException("a manifold in " + around.description() + " has between 1 and "
                    + around.dimension() + " dimensions, got " + tangentDimension);
        }
        if (retractionOrder != 1 && retractionOrder != 2) {
            throw new IllegalArgumentException("a retraction is of order 1 or 2, got " + retractionOrder);
        }
    }

    @Override
    public double inner(double[] x, double[] u, double[] v) {
        return innerProduct
                .map(product -> product.of(element(x), element(u), element(v)))
                .orElseGet(() -> around.inner(u, v));
    }

    @Override
    public double termSize(double[] x, double[] u, double[] v) {
        return innerProduct.isEmpty()
                ? around.termSize(u, v)
                : Math.sqrt(Math.abs(inner(x, u, u))) * Math.sqrt(Math.abs(inner(x, v, v)));
    }

    @Override
    public double[] projection(double[] x, double[] u) {
        return coordinates(projection.apply(element(x), element(u)));
    }

    @Override
    public double[] retraction(double[] x, double[] v) {
        try {
            return retracted(x, v);
        } catch (RuntimeException e) {
            double[] unreachable = new double[x.length];
            Arrays.fill(unreachable, Double.NaN);
            return unreachable;
        }
    }

    private double[] retracted(double[] x, double[] v) {
        return coordinates(retraction.apply(element(x), element(v)));
    }

    /** By how much the retraction moves it; what that throws is thrown. */
    @Override
    public Violation violation(double[] x) {
        double[] y = retracted(x, new double[x.length]);
        double moved = Coordinates.largestDifference(x, y) / Math.max(Coordinates.largest(x), Double.MIN_NORMAL);
        return moved == 0
                ? Violation.NONE
                : new Violation(
                        moved,
                        "Rₓ(0) is not x, the retraction moves it by " + Violation.number(moved)
                                + " of its largest coordinate");
    }

    @Override
    public void requireConsistent(double[] x) {
        ManifoldLaws.require(this, x);
    }

    @Override
    public Optional<String> metric() {
        return innerProduct.isEmpty() ? around.metric() : Optional.of("⟨u, v⟩ₓ as declared of the manifold");
    }

    @Override
    public String description() {
        return "points of a manifold in " + around.description();
    }
}
