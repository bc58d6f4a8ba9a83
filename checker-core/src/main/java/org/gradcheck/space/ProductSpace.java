package org.gradcheck.space;

import java.util.List;
import java.util.Optional;

/** A space that is the product of others: its inner product is the sum of theirs. */
record ProductSpace<T>(Composite<T> whole) implements Space<T> {

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
    public double inner(double[] u, double[] v) {
        return whole.blocks().inner(u, u, v);
    }

    @Override
    public double[] representer(double[] functional) {
        return whole.blocks().concatenation((set, at) -> ((Space<?>) set).representer(at.of(functional)));
    }

    @Override
    public double termSize(double[] u, double[] v) {
        return whole.blocks().termSize(u, u, v);
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
    public Violation violation(double[] x) {
        return whole.blocks().violation(x, k -> whole.names(x).get(k));
    }

    @Override
    public Violation tangentViolation(double[] x, double[] v) {
        return whole.blocks().tangentViolation(x, v, k -> whole.names(x).get(k));
    }

    @Override
    public boolean isIndependent(int coordinate) {
        return whole.blocks()
                .map((set, at) -> coordinate >= at.from()
                        && coordinate < at.to()
                        && ((Space<?>) set).isIndependent(coordinate - at.from()))
                .contains(true);
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
