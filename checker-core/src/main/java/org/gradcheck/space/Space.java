package org.gradcheck.space;

/**
 * A finite-dimensional real inner-product space whose elements are the user's values of type {@code T} and whose
 * coordinates are what the engine computes with. It is a manifold that is flat: its own tangent space at each of its points,
 * with straight lines for curves.
 *
 * <p>The coordinates may be more than the space has dimensions, as those of symmetric matrices are; {@link #projection} and
 * {@link #violation} then say which belong to it.
 *
 * <p>Implementations are immutable. Both conversions return fresh objects: neither side ever sees the other's arrays.
 *
 * @param <T> the type of the elements, as the user's function takes or returns them
 */
public interface Space<T> extends Manifold<T> {

    /** The number of coordinates, at least one. */
    @Override
    int dimension();

    @Override
    default int tangentDimension() {
        return dimension();
    }

    /**
     * The coordinates of an element, in a fresh array of length {@link #dimension()}.
     *
     * @throws NotInSpaceException if the element has another shape than the space
     */
    @Override
    double[] coordinates(T element);

    /** The element with these coordinates, as a fresh object. */
    @Override
    T element(double[] coordinates);

    /** The inner product ⟨u, v⟩ of two elements given by their coordinates; Euclidean unless the space says otherwise. */
    default double inner(double[] u, double[] v) {
        return Coordinates.inner(u, v);
    }

    /** {@inheritDoc} The same at every point. */
    @Override
    default double inner(double[] x, double[] u, double[] v) {
        return inner(u, v);
    }

    /**
     * The w with ⟨w, y⟩ = Σφᵢyᵢ for all coordinates y: φ itself in the Euclidean inner product. With it single outputs are read;
     * a space that overrides {@link #inner(double[], double[])} and not this has them read in combinations.
     */
    default double[] representer(double[] functional) {
        return functional.clone();
    }

    /**
     * The size of the terms that ⟨u, v⟩ is a sum of, √Σ(uᵢvᵢ)² for the Euclidean inner product. Of another inner product the
     * units are found out: what it makes of |u| and |v|.
     */
    default double termSize(double[] u, double[] v) {
        double[] sizeOfU = Coordinates.absolute(u);
        double[] sizeOfV = Coordinates.absolute(v);
        double euclidean = Coordinates.inner(sizeOfU, sizeOfV);
        double size = Coordinates.termSize(u, v);
        double weight = Math.abs(inner(sizeOfU, sizeOfV)) / euclidean;
        return weight == 1 || !Double.isFinite(weight) ? size : weight * size;
    }

    @Override
    default double termSize(double[] x, double[] u, double[] v) {
        return termSize(u, v);
    }

    /** {@inheritDoc} The same at every point, and every u unless the space has fewer dimensions than coordinates. */
    @Override
    default double[] projection(double[] x, double[] u) {
        return u.clone();
    }

    /** x + v. Not to be overridden: the engine goes along straight lines without asking. */
    @Override
    default double[] retraction(double[] x, double[] v) {
        return Coordinates.sum(x, v);
    }

    @Override
    default int retractionOrder() {
        return 2;
    }

    /** {@inheritDoc} None, unless the space has fewer dimensions than coordinates. */
    @Override
    default Violation violation(double[] x) {
        return Violation.NONE;
    }

    /** {@inheritDoc} A space has nothing to measure. */
    @Override
    default void requireConsistent(double[] x) {}

    @Override
    default Violation tangentViolation(double[] x, double[] v) {
        return violation(v);
    }

    /**
     * Whether a coordinate is one of those that determine an element, as the upper triangle determines a symmetric matrix; the
     * others follow from them or are always zero. True for all, unless the space has fewer dimensions than coordinates.
     */
    default boolean isIndependent(int coordinate) {
        return true;
    }

    /** What the space is, in words fit for a message: "vectors of length 5", "3×2 matrices". */
    @Override
    String description();
}
