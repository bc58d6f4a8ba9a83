package org.gradcheck.junit;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ejml.data.DMatrixRMaj;

/** The types a generated point can have. */
enum PointType {
    SCALAR(double.class, Shape.NONE) {
        @Override
        Object value(double[] entries, int rows, int columns) {
            return entries[0];
        }
    },
    VECTOR(double[].class, Shape.DIMENSION) {
        @Override
        Object value(double[] entries, int rows, int columns) {
            return entries;
        }
    },
    FLOAT_VECTOR(float[].class, Shape.DIMENSION) {
        @Override
        Object value(double[] entries, int rows, int columns) {
            float[] value = new float[entries.length];
            for (int i = 0; i < value.length; i++) {
                value[i] = (float) entries[i];
            }
            return value;
        }
    },
    ROWS(double[][].class, Shape.ROWS_AND_COLUMNS) {
        @Override
        Object value(double[] entries, int rows, int columns) {
            double[][] value = new double[rows][];
            for (int i = 0; i < rows; i++) {
                value[i] = Arrays.copyOfRange(entries, i * columns, (i + 1) * columns);
            }
            return value;
        }
    },
    MATRIX(DMatrixRMaj.class, Shape.ROWS_AND_COLUMNS) {
        @Override
        Object value(double[] entries, int rows, int columns) {
            return DMatrixRMaj.wrap(rows, columns, entries);
        }
    };

    /** Which attributes of {@link Point} give the shape. */
    enum Shape {
        NONE,
        DIMENSION,
        ROWS_AND_COLUMNS
    }

    private final Class<?> type;
    private final Shape shape;

    PointType(Class<?> type, Shape shape) {
        this.type = type;
        this.shape = shape;
    }

    static Optional<PointType> of(Class<?> type) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.type == type)
                .findFirst();
    }

    static String supported() {
        return Arrays.stream(values())
                .map(candidate -> candidate.type.getSimpleName())
                .collect(Collectors.joining(", "));
    }

    Shape shape() {
        return shape;
    }

    /** The point with these entries, matrices being filled by rows. */
    abstract Object value(double[] entries, int rows, int columns);
}
