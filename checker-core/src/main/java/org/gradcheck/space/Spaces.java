package org.gradcheck.space;

import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;

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
