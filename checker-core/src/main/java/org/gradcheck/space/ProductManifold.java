package org.gradcheck.space;

import java.util.List;
import java.util.Optional;

/** A manifold that is the product of others, some of which may be spaces, with the sum of their metrics. */
record ProductManifold<T>(Composite<T> whole) implements Manifold<T> {

    @Override
    public int dimension() {
        return whole.blocks().dimension();
    }

    @Override
    public int tangentDimension() {
        return whole.blocks().tangentDimension();
    }

    @Override
    public double[] coordinates(T element) {
        return whole.coordinates(element);
    }

    @Override
    public T element(double[] coordinates) {
        return whole.element(coordinates);
    }

    @Override
    public double inner(double[] x, double[] u, double[] v) {
        return whole.blocks().inner(x, u, v);
    }

    @Override
    public double termSize(double[] x, double[] u, double[] v) {
        return whole.blocks().termSize(x, u, v);
    }

    @Override
    public double[] projection(double[] x, double[] u) {
        return whole.blocks().projection(x, u);
    }

    @Override
    public double[] tangent(double[] x, double[] numbers) {
        return whole.blocks().tangent(x, numbers);
    }

    @Override
    public double[] retraction(double[] x, double[] v) {
        return whole.blocks().concatenation((set, at) -> set.retraction(at.of(x), at.of(v)));
    }

    /** The least of the parts'. */
    @Override
    public int retractionOrder() {
        return whole.blocks().map((set, at) -> set.retractionOrder()).contains(1) ? 1 : 2;
    }

    @Override
    public Violation violation(double[] x) {
        return whole.blocks().violation(x, k -> whole.names(x).get(k));
    }

    @Override
    public Violation tangentViolation(double[] x, double[] v) {
        return whole.blocks().tangentViolation(x, v, k -> whole.names(x).get(k));
    }

    /** {@inheritDoc} Part by part. */
    @Override
    public void requireConsistent(double[] x) {
        whole.blocks().requireConsistent(x, k -> whole.names(x).get(k));
    }

    @Override
    public Optional<String> metric() {
        return whole.blocks().metric(k -> whole.names(new double[dimension()]).get(k));
    }

    @Override
    public List<CoordinateRange> parts(double[] x) {
        return whole.parts(x);
    }

    @Override
    public List<Grid> grids(double[] x) {
        return whole.grids(x);
    }

    @Override
    public List<Misreading> misreadings() {
        return whole.blocks().misreadings();
    }

    @Override
    public String description() {
        return whole.description();
    }
}
