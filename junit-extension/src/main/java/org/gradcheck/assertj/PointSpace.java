package org.gradcheck.assertj;

import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * The space that random points of a function are drawn in, which may need sizes to be known.
 *
 * @param <X> the type of the points
 */
@FunctionalInterface
interface PointSpace<X> {

    /**
     * The space for these sizes.
     *
     * @throws IllegalArgumentException if it needs others
     */
    Space<X> of(int... sizes);

    /** A space that needs no sizes. */
    static <X> PointSpace<X> known(Manifold<X> domain) {
        return sizes -> {
            if (!(domain instanceof Space<X> space)) {
                throw new IllegalArgumentException("random points are drawn in a space, and f is given on "
                        + domain.description() + ": give points of these by atPoints(list)");
            }
            require(sizes, 0, "knows its space", "atRandomPoints(count)");
            return space;
        };
    }

    /** Vectors of a length. */
    static PointSpace<double[]> vectors() {
        return sizes -> {
            require(sizes, 1, "takes vectors of any length", "atRandomPoints(count, dimension)");
            return Spaces.vector(sizes[0]);
        };
    }

    /** Matrices, or something made of them. */
    static <X> PointSpace<X> matrices(MatrixSpace<X> space) {
        return sizes -> {
            require(sizes, 2, "takes matrices of any size", "atRandomPoints(count, rows, columns)");
            return space.of(sizes[0], sizes[1]);
        };
    }

    /** A space of matrices by rows and columns. */
    @FunctionalInterface
    interface MatrixSpace<X> {
        /** The space. */
        Space<X> of(int rows, int columns);
    }

    private static void require(int[] sizes, int expected, String what, String call) {
        if (sizes.length != expected) {
            throw new IllegalArgumentException(
                    "atRandomPoints got the count and " + sizes.length + " sizes, but f " + what + ": call " + call);
        }
    }
}
