package org.gradcheck.space;

/**
 * A finite-dimensional real inner-product space whose elements are the user's values of type {@code T} and whose
 * coordinates are what the engine computes with.
 *
 * <p>Implementations are immutable. Both conversions return fresh objects: neither side ever sees the other's arrays.
 *
 * @param <T> the type of the elements, as the user's function takes or returns them
 */
public interface Space<T> {

    /** The number of coordinates, at least one. */
    int dimension();

    /**
     * The coordinates of an element, in a fresh array of length {@link #dimension()}.
     *
     * @throws NotInSpaceException if the element has another shape than the space
     */
    double[] coordinates(T element);

    /** The element with these coordinates, as a fresh object. */
    T element(double[] coordinates);

    /** The inner product ⟨u, v⟩ of two elements given by their coordinates; Euclidean unless the space says otherwise. */
    default double inner(double[] u, double[] v) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * v[i];
        }
        return sum;
    }

    /** What the space is, in words fit for a message: "vectors of length 5", "3×2 matrices". */
    String description();
}
