package org.gradcheck.space;

import java.util.List;

/** A manifold whose points have the type and the coordinates of a space around it, and its inner product unless overridden. */
interface EmbeddedManifold<T> extends Manifold<T> {

    /** The space around it. */
    Space<T> around();

    @Override
    default int dimension() {
        return around().dimension();
    }

    @Override
    default double[] coordinates(T element) {
        return around().coordinates(element);
    }

    @Override
    default T element(double[] coordinates) {
        return around().element(coordinates);
    }

    @Override
    default List<Grid> grids(double[] x) {
        return around().grids(x);
    }

    @Override
    default double inner(double[] x, double[] u, double[] v) {
        return around().inner(u, v);
    }

    @Override
    default double termSize(double[] x, double[] u, double[] v) {
        return around().termSize(u, v);
    }

    @Override
    default int retractionOrder() {
        return 2;
    }

    /** {@inheritDoc} Those of the library are known to be. */
    @Override
    default void requireConsistent(double[] x) {}
}
