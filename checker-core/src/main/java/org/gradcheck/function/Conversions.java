package org.gradcheck.function;

import org.gradcheck.space.Manifold;
import org.jspecify.annotations.Nullable;

/** What user code returns may be null whatever its type says; the guard, not a conversion, is to tell. */
public final class Conversions {

    private Conversions() {}

    /** The coordinates of a value, or null where the user's code returned null. */
    @SuppressWarnings("NullAway") // a null is passed on to the guard, which names it
    public static <T> double[] coordinatesOrNull(Manifold<T> space, @Nullable T value) {
        return value == null ? null : space.coordinates(value);
    }
}
