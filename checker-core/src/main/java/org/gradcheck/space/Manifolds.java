package org.gradcheck.space;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * The manifolds that come with the library, and those made of others. A function on them is evaluated at their points only,
 * along curves, and its derivative compared along tangents. They are for domains; a function's values lie in a {@link Space}.
 */
public final class Manifolds {

    private Manifolds() {}

    /**
     * The unit vectors of ℝⁿ, as {@code double[]}, with the Euclidean metric. The Riemannian gradient is g − ⟨x, g⟩x for the
     * Euclidean gradient g.
     *
     * @param dimension n, at least 2
     */
    public static Manifold<double[]> sphere(int dimension) {
        return new Sphere(Spaces.vector(dimension));
    }

    /**
     * Matrices with orthonormal columns, XᵀX = I, with the Euclidean metric of the matrices around them; of the so-called
     * canonical metric {@link #embedded} can be told. The Riemannian gradient is G − X sym(XᵀG) for the Euclidean gradient G.
     * The retraction is the polar one, of second order.
     *
     * @param rows n, at least 2
     * @param columns p, at most n
     */
    public static Manifold<DMatrixRMaj> stiefel(int rows, int columns) {
        return new Stiefel(rows, columns, false);
    }

    /** Orthogonal n×n matrices, rotations and reflections, n at least 2; everything else as for {@link #stiefel}. */
    public static Manifold<DMatrixRMaj> orthogonal(int size) {
        return new Stiefel(size, size, false);
    }

    /** Orthogonal n×n matrices of determinant 1, n at least 2; everything else as for {@link #stiefel}. */
    public static Manifold<DMatrixRMaj> rotations(int size) {
        return new Stiefel(size, size, true);
    }

    /**
     * Symmetric positive definite n×n matrices with the affine-invariant metric ⟨U, V⟩ = tr(X⁻¹UX⁻¹V). The Riemannian gradient
     * is X sym(G) X for the Euclidean gradient G: X for log det X. The retraction X + V + ½VX⁻¹V is of second order and
     * defined everywhere.
     */
    public static Manifold<DMatrixRMaj> positiveDefinite(int size) {
        return new AffineInvariantPositiveDefinite(size);
    }

    /**
     * Symmetric positive definite n×n matrices with the Frobenius inner product: {@link Spaces#symmetric} whose straight lines
     * end where a matrix is no longer positive definite.
     */
    public static Manifold<DMatrixRMaj> positiveDefiniteFrobenius(int size) {
        return new FrobeniusPositiveDefinite(size);
    }

    /**
     * Vectors of n positive numbers that sum to 1, as {@code double[]}, with the Euclidean metric. Tangents sum to 0, curves are
     * straight lines. The Riemannian gradient is g less the mean of its entries.
     *
     * @param dimension n, at least 2
     */
    public static Manifold<double[]> simplexInterior(int dimension) {
        return new Stochastic<>(
                Spaces.vector(dimension), 1, dimension, "positive vectors of length " + dimension + " that sum to 1");
    }

    /** Positive matrices whose rows sum to 1, at least 2 columns; everything else as for {@link #simplexInterior}. */
    public static Manifold<DMatrixRMaj> stochasticMatrices(int rows, int columns) {
        return new Stochastic<>(
                Spaces.matrix(rows, columns),
                rows,
                columns,
                "positive " + rows + "×" + columns + " matrices with rows that sum to 1");
    }

    /** Symmetric n×n matrices of one trace, n at least 2, with the Frobenius inner product. Curves are straight lines. */
    public static Manifold<DMatrixRMaj> fixedTrace(int size, double trace) {
        return new FixedTrace(size, trace);
    }

    /** ⟨u, v⟩ₓ of two tangents at x. */
    @FunctionalInterface
    public interface InnerProduct<T> {
        /** ⟨u, v⟩ₓ, linear in u, which need not be a tangent. */
        double of(T x, T u, T v);
    }

    /**
     * The user's own manifold, with the inner product of the space around it. Whether the functions are what they are said to
     * be is measured at the point when a check starts; one that is not is refused with an IllegalArgumentException that has
     * the measured violation. A point is on the manifold if the retraction leaves it where it is, Rₓ(0) = x.
     *
     * @param around the space around it, of the type of its points
     * @param tangentDimension the number of independent directions at a point
     * @param projection (x, u) ↦ Pu, the tangent at x nearest to u
     * @param retraction (x, v) ↦ Rₓ(v), the point reached from x along the tangent v; may throw, or have NaN, where v is too
     *     long
     * @param retractionOrder 2 if the curves t ↦ Rₓ(tv) have no tangential acceleration at t = 0, as those have that go to
     *     the point nearest to x + tv; else 1. Second derivatives can be checked by f alone only with order 2.
     */
    public static <T> Manifold<T> embedded(
            Space<T> around,
            int tangentDimension,
            BinaryOperator<T> projection,
            BinaryOperator<T> retraction,
            int retractionOrder) {
        return new DeclaredManifold<>(
                around, tangentDimension, projection, retraction, retractionOrder, Optional.empty());
    }

    /**
     * The user's own manifold with a Riemannian metric. The projection is orthogonal in it, and the order of the retraction is
     * about its covariant acceleration.
     *
     * @param innerProduct (x, u, v) ↦ ⟨u, v⟩ₓ, symmetric and positive for tangents
     */
    public static <T> Manifold<T> embedded(
            Space<T> around,
            int tangentDimension,
            BinaryOperator<T> projection,
            BinaryOperator<T> retraction,
            int retractionOrder,
            InnerProduct<T> innerProduct) {
        return new DeclaredManifold<>(
                around, tangentDimension, projection, retraction, retractionOrder, Optional.of(innerProduct));
    }

    /**
     * The points of a space that satisfy equality constraints, g(x) = 0, with the inner product of the space: for the
     * derivative of f restricted to them. The Riemannian gradient is ∇f + Jᵍᵀλ for the multipliers λ that make it shortest. The
     * retraction solves for the constraints along their gradients at x by Newton's method; it is of second order. When a check
     * starts, constraints whose gradients are not independent at x, or not their gradients, are refused with an
     * IllegalArgumentException.
     *
     * @param around the space around them; also a structured one, as symmetric matrices
     */
    public static <X, G> Manifold<X> levelSet(Space<X> around, Constraints<X, G> constraints) {
        return new LevelSet<>(around, constraints);
    }

    /** One part of a record for {@link #product}, on a manifold or in a space, named in messages as its record component is. */
    public static <R, T> Part<R, T, Manifold<T>> part(Function<R, T> accessor, Manifold<T> set) {
        return part("", accessor, set);
    }

    /** One part of a whole for {@link #product}, with a name for messages. */
    public static <R, T> Part<R, T, Manifold<T>> part(String name, Function<R, T> accessor, Manifold<T> set) {
        return new Part<>(name, accessor, set);
    }

    /**
     * The user's records of two parts of which at least one lies on a manifold: as {@link Spaces#product}, with tangents and
     * curves part by part. The record's constructor is called for tangents too, and must not refuse them.
     */
    public static <R, A, B> Manifold<R> product(
            Part<R, A, ? extends Manifold<A>> first,
            Part<R, B, ? extends Manifold<B>> second,
            BiFunction<A, B, R> constructor) {
        return new ProductManifold<>(new RecordComposite<>(
                List.of(first, second), c -> constructor.apply(first.element(c.get(0)), second.element(c.get(1)))));
    }

    /** Records of three parts, as for two. */
    public static <R, A, B, C> Manifold<R> product(
            Part<R, A, ? extends Manifold<A>> first,
            Part<R, B, ? extends Manifold<B>> second,
            Part<R, C, ? extends Manifold<C>> third,
            Spaces.Constructor3<A, B, C, R> constructor) {
        return new ProductManifold<>(new RecordComposite<>(
                List.of(first, second, third),
                c -> constructor.apply(first.element(c.get(0)), second.element(c.get(1)), third.element(c.get(2)))));
    }

    /** Records of four parts, as for two. */
    public static <R, A, B, C, D> Manifold<R> product(
            Part<R, A, ? extends Manifold<A>> first,
            Part<R, B, ? extends Manifold<B>> second,
            Part<R, C, ? extends Manifold<C>> third,
            Part<R, D, ? extends Manifold<D>> fourth,
            Spaces.Constructor4<A, B, C, D, R> constructor) {
        return new ProductManifold<>(new RecordComposite<>(
                List.of(first, second, third, fourth),
                c -> constructor.apply(
                        first.element(c.get(0)),
                        second.element(c.get(1)),
                        third.element(c.get(2)),
                        fourth.element(c.get(3)))));
    }

    /**
     * The user's records of any number of parts, as for two.
     *
     * @param parts in the order in which {@code constructor} takes them, at least one
     * @param constructor makes a record from its parts
     * @return a {@link Space} if all sets are
     */
    public static <R> Manifold<R> product(
            List<? extends Part<R, ?, ? extends Manifold<?>>> parts, Function<List<?>, R> constructor) {
        RecordComposite<R> whole = new RecordComposite<>(
                List.copyOf(parts),
                coordinates -> constructor.apply(IntStream.range(0, parts.size())
                        .mapToObj(k -> parts.get(k).element(coordinates.get(k)))
                        .toList()));
        return parts.stream().map(Part::set).allMatch(Space.class::isInstance)
                ? new ProductSpace<>(whole)
                : new ProductManifold<>(whole);
    }

    /**
     * A manifold whose points and tangents the user's code holds in another type, with everything else the same: orthogonal
     * matrices as {@code SimpleMatrix}. A {@link Space} if the manifold is one.
     *
     * @param toBase gives the manifold's point for one of the user's, of which it must keep nothing
     * @param fromBase makes a point of the user's; the two must be inverse to each other
     */
    public static <S, T> Manifold<T> adapted(Manifold<S> manifold, Function<T, S> toBase, Function<S, T> fromBase) {
        return manifold instanceof Space<S> space
                ? Spaces.adapted(space, toBase, fromBase)
                : new AdaptedManifold<>(manifold, toBase, fromBase);
    }

    /**
     * Maps from a name to a point of the set with that name, always with the same names: the variables of a formula. A
     * {@link Space} if all sets are.
     */
    public static <T> Manifold<Map<String, T>> named(Map<String, ? extends Manifold<T>> sets) {
        MapComposite<T> whole = MapComposite.of(sets);
        return sets.values().stream().allMatch(Space.class::isInstance)
                ? new ProductSpace<>(whole)
                : new ProductManifold<>(whole);
    }

    /** Lists of a length, at least one, of points of one manifold. The lists that the user's code is given can be changed. */
    public static <T> Manifold<List<T>> list(Manifold<T> element, int length) {
        return new ProductManifold<>(ListComposite.of(element, length));
    }
}
