package org.gradcheck.space;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A smooth set of points with a tangent space at each, embedded in a space of coordinates: the sphere in ℝⁿ, the symmetric
 * positive definite matrices, matrices with orthonormal columns. Points and tangents are both of the user's type {@code T}
 * and both given by {@link #dimension()} coordinates; a tangent is one with numbers that satisfy the tangent space's equations.
 * The words are those of Absil, Mahony and Sepulchre, "Optimization Algorithms on Matrix Manifolds", 2008, and Boumal, "An
 * introduction to optimization on smooth manifolds", 2023. Every {@link Space} is a manifold that is its own tangent space.
 *
 * <p>Implementations are immutable. No method changes its arguments or keeps them, and every array returned is fresh.
 *
 * @param <T> the type of the points and tangents, as the user's function takes or returns them
 */
public interface Manifold<T> {

    /** The number of coordinates of a point, at least one: 9 for 3×3 matrices, however few of them are free. */
    int dimension();

    /** The number of independent directions at a point, between 1 and {@link #dimension()}. */
    int tangentDimension();

    /**
     * The coordinates of a point or tangent, in a fresh array of length {@link #dimension()}. Only the shape is looked at;
     * whether a point lies on the manifold is for {@link #violation}.
     *
     * @throws NotInSpaceException if the element has another shape than the points of the manifold
     */
    double[] coordinates(T element);

    /** The point or tangent with these coordinates, as a fresh object. */
    T element(double[] coordinates);

    /** Whether {@link #coordinates} of an element, are these. To be overridden where that needs no copy. */
    default boolean hasCoordinates(T element, double[] coordinates) {
        return Arrays.equals(coordinates(element), coordinates);
    }

    /**
     * The inner product ⟨u, v⟩ₓ of two tangents at x: the Riemannian metric. It must also be defined for coordinates u that
     * are not a tangent, such as those of a Euclidean gradient, and be linear in them.
     */
    double inner(double[] x, double[] u, double[] v);

    /** The tangent at x that is nearest to u in the metric at x: ⟨u − Pu, v⟩ₓ = 0 for every tangent v. Leaves tangents as they are. */
    double[] projection(double[] x, double[] u);

    /**
     * The point Rₓ(v) reached from x along the tangent v: Rₓ(0) = x, and t ↦ Rₓ(tv) is smooth with velocity v at t = 0. NaN
     * coordinates where v is too long for it.
     */
    double[] retraction(double[] x, double[] v);

    /**
     * 2 if the curves t ↦ Rₓ(tv) also have no acceleration in the tangent space at t = 0, as geodesics have none; else 1.
     * First derivatives do not depend on it. The second derivative along a curve is the Riemannian Hessian's only for order 2,
     * or where the gradient vanishes.
     */
    int retractionOrder();

    /** By how much coordinates of the right number fail to be those of a point of the manifold. */
    Violation violation(double[] x);

    /** By how much v fails to be a tangent at x, relative to its largest coordinate. */
    default Violation tangentViolation(double[] x, double[] v) {
        double largest = Coordinates.largest(v);
        double size = largest == 0 ? 0 : Coordinates.largestDifference(v, projection(x, v)) / largest;
        return size == 0
                ? Violation.NONE
                : new Violation(size, "the part normal to the tangent space is " + Violation.number(size) + " of it");
    }

    /**
     * A tangent at x made of arbitrary numbers, of about their sizes; leaves tangents as they are. The projection, unless
     * numbers would cancel in it: symmetric matrices take their upper triangle instead of a mean.
     */
    default double[] tangent(double[] x, double[] numbers) {
        return projection(x, numbers);
    }

    /**
     * The size of the terms that ⟨u, v⟩ₓ is a sum of: rounding errors are relative to it, as it does not shrink when the terms
     * cancel. √(⟨u, u⟩ₓ⟨v, v⟩ₓ), unless the manifold knows better.
     */
    default double termSize(double[] x, double[] u, double[] v) {
        return Math.sqrt(Math.abs(inner(x, u, u))) * Math.sqrt(Math.abs(inner(x, v, v)));
    }

    /**
     * Refuses a manifold whose methods contradict each other at one of its points; called when a check starts. By default it
     * measures that the projection is idempotent and orthogonal in the inner product, that this is symmetric and positive, that
     * the retraction starts at x with velocity v and stays on the manifold, and that its order is not less than it says.
     *
     * @throws IllegalArgumentException with the violation that was measured
     */
    default void requireConsistent(double[] x) {
        ManifoldLaws.require(this, x);
    }

    /** What the projection of something is, in words that begin "its": "its symmetric part". */
    default String tangentPart() {
        return "its projection";
    }

    /**
     * The metric in words if it is not the Euclidean inner product of the coordinates: "uᵀWv, W given". A manifold with
     * another one must say so, as its Hessian is then not the projected derivative of the gradient.
     */
    default Optional<String> metric() {
        return Optional.empty();
    }

    /** The parts that a point consists of, as those of a record or list, in order; empty if it is one thing. */
    default List<CoordinateRange> parts(double[] x) {
        return List.of();
    }

    /** The matrices and vectors that the coordinates are the entries of, in order; together all of them. */
    default List<Grid> grids(double[] x) {
        return List.of(new Grid("", 0, dimension(), 1));
    }

    /** Conventions under which gradients are often given that differ from ⟨∇f, v⟩ₓ = f′(x)[v]. */
    default List<Misreading> misreadings() {
        return List.of();
    }

    /** What the manifold is, in words fit for a message: "unit vectors of length 5", "3×2 matrices". */
    String description();
}
