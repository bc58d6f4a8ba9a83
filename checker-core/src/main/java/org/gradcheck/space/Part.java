package org.gradcheck.space;

import java.util.function.Function;

/**
 * One part of a user's record: how to get it, and the set it varies in. Made by {@link Spaces#part} or {@link Manifolds#part}.
 *
 * @param name the name in messages; empty for that of the record's component at the same place, or else the part's number
 * @param accessor gets the part from a whole
 * @param set the space or manifold of the part
 * @param <R> the type of the whole
 * @param <T> the type of the part
 * @param <M> what the part varies in
 */
public record Part<R, T, M extends Manifold<T>>(String name, Function<R, T> accessor, M set) {

    double[] coordinates(R whole) {
        return set.coordinates(accessor.apply(whole));
    }

    T element(double[] coordinates) {
        return set.element(coordinates);
    }
}
