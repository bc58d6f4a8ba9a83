package org.gradcheck.space;

import java.util.function.Function;

/** A space whose elements the user's code holds in another type. */
record AdaptedSpace<S, T>(Space<S> base, Function<T, S> toBase, Function<S, T> fromBase) implements DerivedSpace<T> {

    @Override
    public double[] coordinates(T element) {
        return base.coordinates(toBase.apply(element));
    }

    @Override
    public T element(double[] coordinates) {
        return fromBase.apply(base.element(coordinates));
    }
}
