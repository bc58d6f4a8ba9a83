package org.gradcheck.space;

import java.util.List;
import java.util.Optional;

/** A space with the coordinates of another one, like it in all that is not overridden. */
interface DerivedSpace<T> extends Space<T> {

    /** The space it is like. */
    Space<?> base();

    @Override
    default int dimension() {
        return base().dimension();
    }

    @Override
    default int tangentDimension() {
        return base().tangentDimension();
    }

    @Override
    default double inner(double[] u, double[] v) {
        return base().inner(u, v);
    }

    @Override
    default double[] representer(double[] functional) {
        return base().representer(functional);
    }

    @Override
    default double termSize(double[] u, double[] v) {
        return base().termSize(u, v);
    }

    @Override
    default double[] projection(double[] x, double[] u) {
        return base().projection(x, u);
    }

    @Override
    default double[] tangent(double[] x, double[] numbers) {
        return base().tangent(x, numbers);
    }

    @Override
    default Violation violation(double[] x) {
        return base().violation(x);
    }

    @Override
    default Violation tangentViolation(double[] x, double[] v) {
        return base().tangentViolation(x, v);
    }

    @Override
    default boolean isIndependent(int coordinate) {
        return base().isIndependent(coordinate);
    }

    @Override
    default List<Grid> grids(double[] x) {
        return base().grids(x);
    }

    @Override
    default List<CoordinateRange> parts(double[] x) {
        return base().parts(x);
    }

    @Override
    default Optional<String> metric() {
        return base().metric();
    }

    @Override
    default List<Misreading> misreadings() {
        return base().misreadings();
    }

    @Override
    default String tangentPart() {
        return base().tangentPart();
    }

    @Override
    default String description() {
        return base().description();
    }
}
