package org.gradcheck.space;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A manifold whose points the user's code holds in another type. */
record AdaptedManifold<S, T>(Manifold<S> base, Function<T, S> toBase, Function<S, T> fromBase) implements Manifold<T> {

    @Override
    public int dimension() {
        return base.dimension();
    }

    @Override
    public int tangentDimension() {
        return base.tangentDimension();
    }

    @Override
    public double[] coordinates(T element) {
        return base.coordinates(toBase.apply(element));
    }

    @Override
    public T element(double[] coordinates) {
        return fromBase.apply(base.element(coordinates));
    }

    @Override
    public double inner(double[] x, double[] u, double[] v) {
        return base.inner(x, u, v);
    }

    @Override
    public double termSize(double[] x, double[] u, double[] v) {
        return base.termSize(x, u, v);
    }

    @Override
    public double[] projection(double[] x, double[] u) {
        return base.projection(x, u);
    }

    @Override
    public double[] tangent(double[] x, double[] numbers) {
        return base.tangent(x, numbers);
    }

    @Override
    public double[] retraction(double[] x, double[] v) {
        return base.retraction(x, v);
    }

    @Override
    public int retractionOrder() {
        return base.retractionOrder();
    }

    @Override
    public Violation violation(double[] x) {
        return base.violation(x);
    }

    @Override
    public Violation tangentViolation(double[] x, double[] v) {
        return base.tangentViolation(x, v);
    }

    @Override
    public void requireConsistent(double[] x) {
        base.requireConsistent(x);
    }

    @Override
    public String tangentPart() {
        return base.tangentPart();
    }

    @Override
    public Optional<String> metric() {
        return base.metric();
    }

    @Override
    public List<CoordinateRange> parts(double[] x) {
        return base.parts(x);
    }

    @Override
    public List<Grid> grids(double[] x) {
        return base.grids(x);
    }

    @Override
    public List<Misreading> misreadings() {
        return base.misreadings();
    }

    @Override
    public String description() {
        return base.description();
    }
}
