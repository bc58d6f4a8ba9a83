package org.gradcheck.junit.point;

import java.util.Optional;
import org.gradcheck.point.Magnitude;
import org.gradcheck.space.Manifold;

/**
 * Points of one type, with sizes and structure settled.
 *
 * @param <T> the type
 */
public sealed interface PointKind<T> permits Leaf, RecordKind, ListKind, SpaceKind {

    /** The set in which the points lie and move. */
    Manifold<T> set();

    /** How many things are drawn for a point; they differ in magnitude. */
    int leaves();

    /** How many numbers they have together. */
    long count();

    /** A point, as a fresh object. */
    T draw(Draw draw);

    /** How large a point is; empty where that is not one thing, or the distribution decides it. */
    Optional<Magnitude> magnitude(Draw draw);

    /** A point in a few characters. */
    String text(T point);

    /** The point as a fresh object. */
    default T copy(T point) {
        return set().element(set().coordinates(point));
    }
}
