package org.gradcheck.expression.shape;

import java.util.Optional;

/** A number of rows or columns, at least 1, together with the name that the user gave it, if any. */
public record Size(int value, Optional<String> name) {

    public static final Size ONE = of(1);

    public Size {
        if (value < 1) {
            throw new IllegalArgumentException("a size must be at least 1, found " + value);
        }
    }

    public static Size of(int value) {
        return new Size(value, Optional.empty());
    }

    public static Size named(String name, int value) {
        return new Size(value, Optional.of(name));
    }

    public boolean isOne() {
        return value == 1;
    }

    /** Whether the values agree; names only speak to the reader. */
    public boolean sameAs(Size other) {
        return value == other.value;
    }

    /** This size, or the other one where only that one has a name. */
    public Size preferNamed(Size other) {
        return name.isEmpty() && other.name.isPresent() ? other : this;
    }

    /** The name, or the number where there is none. */
    @Override
    public String toString() {
        return name.orElseGet(() -> Integer.toString(value));
    }
}
