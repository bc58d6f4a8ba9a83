package org.gradcheck.space;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;

/** The spaces that come with the library. */
public final class Spaces {

    private Spaces() {}

    /** The real numbers, as {@code Double}. */
    public static Space<Double> scalar() {
        return new ScalarSpace();
    }

    /** Vectors of a length, as {@code double[]}. */
    public static Space<double[]> vector(int length) {
        return new VectorSpace(length);
    }

    /** Vectors of a length in single precision, as {@code float[]}. */
    public static Space<float[]> floatVector(int length) {
        return new FloatVectorSpace(length);
    }

    /** Matrices, as EJML's {@code DMatrixRMaj}; Frobenius inner product, coordinates by columns. */
    public static Space<DMatrixRMaj> matrix(int rows, int columns) {
        return new MatrixSpace(rows, columns);
    }

    /** Matrices as arrays of rows: a batch, one row a sample. Frobenius inner product, coordinates by columns. */
    public static Space<double[][]> rows(int rows, int columns) {
        return new RowsSpace(new MatrixSpace(rows, columns));
    }

    /**
     * Symmetric n×n matrices; Frobenius inner product, directions are symmetric. A gradient is compared by pairing with
     * symmetric directions only: X⁻¹ is the gradient of log det X, and so is every matrix with that symmetric part.
     */
    public static Space<DMatrixRMaj> symmetric(int size) {
        return new PatternedMatrixSpace(MatrixPattern.SYMMETRIC, size);
    }

    /** Skew-symmetric n×n matrices, Xᵀ = −X, n at least 2; Frobenius inner product, directions are skew-symmetric. */
    public static Space<DMatrixRMaj> skew(int size) {
        return new PatternedMatrixSpace(MatrixPattern.SKEW, size);
    }

    /** Diagonal n×n matrices; Frobenius inner product, only the diagonal is varied. */
    public static Space<DMatrixRMaj> diagonal(int size) {
        return new PatternedMatrixSpace(MatrixPattern.DIAGONAL, size);
    }

    /** Lower triangular n×n matrices; Frobenius inner product, nothing above the diagonal is varied. */
    public static Space<DMatrixRMaj> lowerTriangular(int size) {
        return new PatternedMatrixSpace(MatrixPattern.LOWER_TRIANGULAR, size);
    }

    /** Upper triangular n×n matrices; Frobenius inner product, nothing below the diagonal is varied. */
    public static Space<DMatrixRMaj> upperTriangular(int size) {
        return new PatternedMatrixSpace(MatrixPattern.UPPER_TRIANGULAR, size);
    }

    /** m×n matrices with equal entries along each diagonal; Frobenius inner product. */
    public static Space<DMatrixRMaj> toeplitz(int rows, int columns) {
        return TiedEntries.toeplitz(rows, columns);
    }

    /** Symmetric Toeplitz n×n matrices; Frobenius inner product. */
    public static Space<DMatrixRMaj> symmetricToeplitz(int size) {
        return TiedEntries.symmetricToeplitz(size);
    }

    /** n×n matrices of which each column is the one before it, shifted down cyclically; Frobenius inner product. */
    public static Space<DMatrixRMaj> circulant(int size) {
        return TiedEntries.circulant(size);
    }

    /**
     * Complex vectors of a length, as EJML's {@code ZMatrixRMaj} with one column. They are taken for the real space ℝ²ⁿ of
     * their real and imaginary parts, with the inner product ⟨u, v⟩ = Re Σ conj(uᵢ)vᵢ; a function need not be holomorphic. The
     * gradient of a real f is then ∂f/∂Re z + i ∂f/∂Im z, the direction of steepest ascent: 2z for |z|². That is twice the
     * conjugate Wirtinger derivative ∂f/∂z̄. For a holomorphic f with derivative f′ the JVP is v ↦ f′v and the VJP
     * w ↦ conj(f′)ᵀw.
     */
    public static Space<ZMatrixRMaj> complexVector(int length) {
        return new ComplexMatrixSpace(length, 1);
    }

    /** Complex matrices, as EJML's {@code ZMatrixRMaj}; everything else as for {@link #complexVector}. */
    public static Space<ZMatrixRMaj> complexMatrix(int rows, int columns) {
        return new ComplexMatrixSpace(rows, columns);
    }

    /**
     * The same space with another inner product: ⟨u, v⟩ = uᵀWv on its coordinates, in place of its own. A gradient is the
     * Riesz representer in that inner product, W⁻¹ times the Euclidean one.
     *
     * @param weight W, symmetric and positive definite, one row and column for each coordinate
     * @throws IllegalArgumentException if it is anything else; the message has the measured violation
     */
    public static <T> Space<T> weighted(Space<T> space, DMatrixRMaj weight) {
        WeightedSpace.requireSize(space, weight.numRows);
        return new WeightedSpace<>(space, new MatrixWeight(weight));
    }

    /**
     * The same space with the inner product ⟨u, v⟩ = Σ wᵢuᵢvᵢ on its coordinates, in place of its own.
     *
     * @param weights w, positive and finite, one for each coordinate
     * @throws IllegalArgumentException if they are anything else
     */
    public static <T> Space<T> weighted(Space<T> space, double[] weights) {
        WeightedSpace.requireSize(space, weights.length);
        return new WeightedSpace<>(space, new DiagonalWeight(weights));
    }

    /**
     * The same space with names for its coordinates, by which messages call them: "wrong in strike alone".
     *
     * @param names one for each coordinate, in their order
     * @throws IllegalArgumentException if there are more or fewer names than coordinates, or two are equal
     */
    public static <T> Space<T> named(Space<T> space, String... names) {
        return new NamedSpace<>(space, new CoordinateNames(List.of(names)));
    }

    /** One part of a record for {@link #product}, to be named in messages as its record component is. */
    public static <R, T> Part<R, T, Space<T>> part(Function<R, T> accessor, Space<T> space) {
        return part("", accessor, space);
    }

    /** One part of a whole for {@link #product}, with a name for messages. */
    public static <R, T> Part<R, T, Space<T>> part(String name, Function<R, T> accessor, Space<T> space) {
        return new Part<>(name, accessor, space);
    }

    /**
     * The user's records of two parts, as the weights and the bias of a layer: one point, whose inner product is the sum of
     * those of its parts. Coordinates are those of the first part, then those of the second.
     */
    public static <R, A, B> Space<R> product(
            Part<R, A, Space<A>> first, Part<R, B, Space<B>> second, BiFunction<A, B, R> constructor) {
        return new ProductSpace<>(new RecordComposite<>(
                List.of(first, second), c -> constructor.apply(first.element(c.get(0)), second.element(c.get(1)))));
    }

    /** Records of three parts, as for two. */
    public static <R, A, B, C> Space<R> product(
            Part<R, A, Space<A>> first,
            Part<R, B, Space<B>> second,
            Part<R, C, Space<C>> third,
            Constructor3<A, B, C, R> constructor) {
        return new ProductSpace<>(new RecordComposite<>(
                List.of(first, second, third),
                c -> constructor.apply(first.element(c.get(0)), second.element(c.get(1)), third.element(c.get(2)))));
    }

    /** Records of four parts, as for two. */
    public static <R, A, B, C, D> Space<R> product(
            Part<R, A, Space<A>> first,
            Part<R, B, Space<B>> second,
            Part<R, C, Space<C>> third,
            Part<R, D, Space<D>> fourth,
            Constructor4<A, B, C, D, R> constructor) {
        return new ProductSpace<>(new RecordComposite<>(
                List.of(first, second, third, fourth),
                c -> constructor.apply(
                        first.element(c.get(0)),
                        second.element(c.get(1)),
                        third.element(c.get(2)),
                        fourth.element(c.get(3)))));
    }

    /** Makes a whole of three parts. */
    @FunctionalInterface
    public interface Constructor3<A, B, C, R> {
        /** The whole. */
        R apply(A first, B second, C third);
    }

    /** Makes a whole of four parts. */
    @FunctionalInterface
    public interface Constructor4<A, B, C, D, R> {
        /** The whole. */
        R apply(A first, B second, C third, D fourth);
    }

    /** Lists of a length, at least one, with elements of one space. The lists that the user's code is given can be changed. */
    public static <T> Space<List<T>> list(Space<T> element, int length) {
        return new ProductSpace<>(ListComposite.of(element, length));
    }

    /**
     * A space whose elements the user's code holds in another type, with everything else the same: symmetric matrices as
     * {@code SimpleMatrix}.
     *
     * @param toBase gives the space's element for one of the user's, of which it must keep nothing
     * @param fromBase makes an element of the user's; the two must be inverse to each other
     */
    public static <S, T> Space<T> adapted(Space<S> space, Function<T, S> toBase, Function<S, T> fromBase) {
        return new AdaptedSpace<>(space, toBase, fromBase);
    }

    /**
     * The user's own type with the Euclidean inner product of its coordinates.
     *
     * @param dimension the number of coordinates
     * @param toCoordinates gives an element's coordinates; must not keep the element
     * @param fromCoordinates makes an element from coordinates; the two must be inverse to each other
     */
    public static <T> Space<T> of(
            int dimension, Function<T, double[]> toCoordinates, Function<double[], T> fromCoordinates) {
        return new ConvertedSpace<>(dimension, toCoordinates, fromCoordinates);
    }
}
