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
