package org.gradcheck.junit.point;

/**
 * The sizes that are said of a point; 0 where nothing is said.
 *
 * @param dimension the length of an array
 * @param rows the number of rows
 * @param columns the number of columns
 * @param count the number of elements of a list
 */
public record PointSizes(int dimension, int rows, int columns, int count) {

    /** Nothing is said. */
    public static final PointSizes NONE = new PointSizes(0, 0, 0, 0);

    /** Refuses sizes that the shape does not have, and missing ones that it has. */
    void require(Shape shape) {
        String instead = instead(shape);
        requireAbsent(shape != Shape.DIMENSION, "dimension", dimension, instead);
        requireAbsent(shape != Shape.ROWS_AND_COLUMNS, "rows", rows, instead);
        requireAbsent(shape != Shape.ROWS_AND_COLUMNS, "columns", columns, instead);
        if (shape == Shape.DIMENSION) {
            requirePositive("dimension", dimension);
        } else if (shape == Shape.ROWS_AND_COLUMNS) {
            requirePositive("rows", rows);
            requirePositive("columns", columns);
        }
    }

    /** Refuses a number of elements where there are none. */
    void requireNoCount() {
        requireAbsent(true, "count", count, ", which is for lists");
    }

    void requireCount() {
        requirePositive("count", count);
    }

    PointSizes withoutCount() {
        return new PointSizes(dimension, rows, columns, 0);
    }

    private static String instead(Shape shape) {
        return switch (shape) {
            case NONE -> "";
            case DIMENSION -> ": give `dimension`";
            case ROWS_AND_COLUMNS -> ": give `rows` and `columns`";
        };
    }

    private static void requireAbsent(boolean absent, String attribute, int size, String instead) {
        if (absent && size != 0) {
            throw new PointProblemException("takes no `" + attribute + "`" + instead);
        }
    }

    private static void requirePositive(String attribute, int size) {
        if (size == 0) {
            throw new PointProblemException("requires `" + attribute + "`");
        }
        if (size < 0) {
            throw new PointProblemException("requires `" + attribute + "` to be at least 1, got " + size);
        }
    }
}
