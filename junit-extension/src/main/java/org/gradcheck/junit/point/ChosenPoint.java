package org.gradcheck.junit.point;

import java.util.Optional;
import org.gradcheck.point.Magnitude;
import org.gradcheck.space.Manifold;

/**
 * A point of one invocation, or another argument of it.
 *
 * @param value the point
 * @param set the set in which it lies and moves; empty if it is no point
 * @param text the point in a few characters
 * @param magnitude how large it is; empty where that is not said
 * @param <T> the type
 */
public record ChosenPoint<T>(T value, Optional<Manifold<T>> set, String text, Optional<Magnitude> magnitude) {

    static <T> ChosenPoint<T> of(PointKind<T> kind, T value, Optional<Magnitude> magnitude) {
        return new ChosenPoint<>(value, Optional.of(kind.set()), kind.text(value), magnitude);
    }

    /** An argument that is no point. */
    static <T> ChosenPoint<T> other(T value) {
        return new ChosenPoint<>(value, Optional.empty(), String.valueOf(value), Optional.empty());
    }

    /** A point of a set, whatever its type. */
    public static <T> ChosenPoint<T> in(Manifold<T> set, T value) {
        return new ChosenPoint<>(value, Optional.of(set), SpaceKind.textIn(set, value), Optional.empty());
    }

    /** A point that is drawn. */
    public static <T> ChosenPoint<T> drawn(PointKind<T> kind, Draw draw) {
        return of(kind, kind.draw(draw), kind.magnitude(draw));
    }

    /** A point of a test's own. */
    public static <T> ChosenPoint<T> like(T value) {
        return of(PointKinds.like(value, Optional.empty()), value, Optional.empty());
    }
}
