package org.gradcheck.space;

/** The two things a space refuses. */
final class Dimensions {

    private Dimensions() {}

    static void requirePositive(int dimension) {
        if (dimension < 1) {
            throw new IllegalArgumentException("a space needs at least one dimension, got " + dimension);
        }
    }

    static void requireEqual(Manifold<?> space, int actual) {
        if (actual != space.dimension()) {
            throw new NotInSpaceException(
                    "expected " + space.dimension() + " coordinates, got " + actual, space.dimension(), actual);
        }
    }
}
