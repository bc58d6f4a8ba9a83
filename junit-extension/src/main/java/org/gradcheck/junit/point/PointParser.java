package org.gradcheck.junit.point;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** Points written as text: {@code 1, -1, 2}, and matrices by rows: {@code 1, 2; 3, 4}. Brackets around all of it may be. */
final class PointParser {

    private PointParser() {}

    /**
     * The point of a type.
     *
     * @throws PointProblemException saying what of the text cannot be read
     */
    static <T> T parse(LeafType<T> type, String text) {
        double[][] rows = rows(text);
        int columns = rows[0].length;
        if (Arrays.stream(rows).anyMatch(row -> row.length != columns)) {
            throw problem(text, "rows of one length");
        }
        return type.fromMatrix()
                .apply(
                        switch (type.shape()) {
                            case NONE -> {
                                if (rows.length != 1 || columns != 1) {
                                    throw problem(text, "one number");
                                }
                                yield new DMatrixRMaj(rows);
                            }
                            case DIMENSION -> {
                                if (rows.length != 1) {
                                    throw problem(text, "one row of numbers");
                                }
                                yield new DMatrixRMaj(columns, 1, true, rows[0]);
                            }
                            case ROWS_AND_COLUMNS -> new DMatrixRMaj(rows);
                        });
    }

    /** Numbers by rows, in a matrix of a size: the text of a table's row. */
    static <T> T ofEntries(LeafType<T> type, double[] entries, int rows, int columns) {
        return type.fromMatrix().apply(new DMatrixRMaj(rows, columns, true, entries));
    }

    private static double[][] rows(String text) {
        String inner = text.strip();
        if (inner.startsWith("[") && inner.endsWith("]")) {
            inner = inner.substring(1, inner.length() - 1);
        }
        List<double[]> rows = new ArrayList<>();
        for (String row : inner.split(";", -1)) {
            rows.add(numbers(row, text));
        }
        return rows.toArray(double[][]::new);
    }

    private static double[] numbers(String row, String text) {
        return Arrays.stream(row.strip().split("\\s*,\\s*|\\s+", -1))
                .mapToDouble(number -> number(number, text))
                .toArray();
    }

    private static double number(String number, String text) {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            throw problem(text, "numbers, as \"1, -1, 2\" or \"1, 2; 3, 4\" for two rows");
        }
    }

    private static PointProblemException problem(String text, String expected) {
        return new PointProblemException("has the point \"" + text + "\", where " + expected + " should be");
    }
}
