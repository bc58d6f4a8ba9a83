package org.gradcheck.junit.point;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.Spaces;
import org.gradcheck.structure.Structure;

/**
 * A type that holds the entries of one matrix.
 *
 * @param type the class
 * @param shape which sizes it needs
 * @param plain the set of all of one size
 * @param fromMatrix makes one of a matrix, which it may keep
 * @param toMatrix the entries of one, in a matrix of its own
 * @param <T> the type
 */
record LeafType<T>(
        Class<?> type,
        Shape shape,
        PlainSet<T> plain,
        Function<DMatrixRMaj, T> fromMatrix,
        Function<T, DMatrixRMaj> toMatrix) {

    private static final String SIMPLE_MATRIX = "org.ejml.simple.SimpleMatrix";

    private static final LeafType<Double> SCALAR = new LeafType<>(
            double.class,
            Shape.NONE,
            (rows, columns) -> Spaces.scalar(),
            matrix -> matrix.get(0),
            value -> new DMatrixRMaj(new double[][] {{value}}));

    private static final LeafType<double[]> VECTOR = new LeafType<>(
            double[].class,
            Shape.DIMENSION,
            (rows, columns) -> Spaces.vector(rows),
            LeafType::entries,
            value -> new DMatrixRMaj(value.length, 1, true, value));

    private static final LeafType<float[]> FLOATS = new LeafType<>(
            float[].class,
            Shape.DIMENSION,
            (rows, columns) -> Spaces.floatVector(rows),
            LeafType::floats,
            LeafType::ofFloats);

    private static final LeafType<double[][]> ROWS = ofMatrices(double[][].class, LeafType::rows, DMatrixRMaj::new);

    private static final LeafType<DMatrixRMaj> MATRIX = new LeafType<>(
            DMatrixRMaj.class, Shape.ROWS_AND_COLUMNS, Spaces::matrix, matrix -> matrix, DMatrixRMaj::new);

    private static final List<LeafType<?>> TYPES = List.of(SCALAR, VECTOR, FLOATS, ROWS, MATRIX);

    /** All of one size. */
    @FunctionalInterface
    interface PlainSet<T> {
        Manifold<T> of(int rows, int columns);
    }

    /** A type that holds matrices in another way. */
    static <T> LeafType<T> ofMatrices(
            Class<T> type, Function<DMatrixRMaj, T> fromMatrix, Function<T, DMatrixRMaj> toMatrix) {
        return new LeafType<>(
                type,
                Shape.ROWS_AND_COLUMNS,
                (rows, columns) -> Manifolds.adapted(Spaces.matrix(rows, columns), toMatrix, fromMatrix),
                fromMatrix,
                toMatrix);
    }

    /** The type of a class, if it is one. */
    static Optional<LeafType<?>> of(Class<?> type) {
        if (type == Double.class) {
            return Optional.of(SCALAR);
        }
        if (type.getName().equals(SIMPLE_MATRIX)) {
            return Optional.of(SimpleMatrices.TYPE);
        }
        return TYPES.stream().filter(candidate -> candidate.type == type).findFirst();
    }

    Manifold<T> set(int rows, int columns, Optional<Structure> structure) {
        return structure
                .map(known -> Manifolds.adapted(known.set().of(rows, columns), toMatrix, fromMatrix))
                .orElseGet(() -> plain.of(rows, columns));
    }

    private static double[] entries(DMatrixRMaj matrix) {
        return Arrays.copyOf(matrix.data, matrix.getNumElements());
    }

    private static float[] floats(DMatrixRMaj matrix) {
        float[] value = new float[matrix.getNumElements()];
        for (int i = 0; i < value.length; i++) {
            value[i] = (float) matrix.get(i);
        }
        return value;
    }

    private static DMatrixRMaj ofFloats(float[] value) {
        DMatrixRMaj matrix = new DMatrixRMaj(value.length, 1);
        for (int i = 0; i < value.length; i++) {
            matrix.set(i, 0, value[i]);
        }
        return matrix;
    }

    private static double[][] rows(DMatrixRMaj matrix) {
        double[][] value = new double[matrix.getNumRows()][];
        for (int i = 0; i < value.length; i++) {
            value[i] = Arrays.copyOfRange(matrix.data, i * matrix.getNumCols(), (i + 1) * matrix.getNumCols());
        }
        return value;
    }
}
