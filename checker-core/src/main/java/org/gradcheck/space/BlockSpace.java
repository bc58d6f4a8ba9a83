package org.gradcheck.space;

import java.util.List;
import java.util.Optional;

/** A space that is the product of others. */
interface BlockSpace<T> extends Space<T> {

    Blocks blocks();

    @Override
    default int dimension() {
        return blocks().dimension();
    }

    @Override
    default int tangentDimension() {
        return blocks().tangentDimension();
    }

    @Override
    default double inner(double[] u, double[] v) {
        return blocks().sum((set, at) -> set.inner(at.of(u), at.of(u), at.of(v)));
    }

    @Override
    default double[] representer(double[] functional) {
        return blocks().concatenation((set, at) -> ((Space<?>) set).representer(at.of(functional)));
    }

    @Override
    default double termSize(double[] u, double[] v) {
        return blocks().termSize(u, u, v);
    }

    @Override
    default double[] projection(double[] x, double[] u) {
        return blocks().concatenation((set, at) -> set.projection(at.of(x), at.of(u)));
    }

    @Override
    default double[] tangent(double[] x, double[] numbers) {
        return blocks().concatenation((set, at) -> set.tangent(at.of(x), at.of(numbers)));
    }

    @Override
    default Violation violation(double[] x) {
        List<CoordinateRange> parts = parts(x);
        return blocks().violation(x, k -> parts.get(k).name());
    }

    @Override
    default boolean isIndependent(int coordinate) {
        return blocks().map((set, at) -> coordinate >= at.from()
                        && coordinate < at.to()
                        && ((Space<?>) set).isIndependent(coordinate - at.from()))
                .contains(true);
    }

    @Override
    default Optional<String> metric() {
        List<CoordinateRange> parts = parts(new double[dimension()]);
        return blocks().metric(k -> parts.get(k).name());
    }

    @Override
    default List<Misreading> misreadings() {
        return blocks().misreadings();
    }
}
