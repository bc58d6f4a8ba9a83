package org.gradcheck.junit.point;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.StringJoiner;
import org.ejml.data.DMatrixRMaj;

/** Points in a few characters, for the names of tests. */
final class PointText {

    /** So many entries, and then an ellipsis. */
    static final int SHOWN_ENTRIES = 4;

    private static final MathContext SHOWN_DIGITS = new MathContext(3);

    private PointText() {}

    static String of(Shape shape, DMatrixRMaj matrix) {
        return switch (shape) {
            case NONE -> number(matrix.get(0));
            case DIMENSION -> entries(matrix);
            case ROWS_AND_COLUMNS -> matrix.getNumRows() + "×" + matrix.getNumCols() + " " + entries(matrix);
        };
    }

    private static String entries(DMatrixRMaj matrix) {
        StringJoiner text = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < Math.min(matrix.getNumElements(), SHOWN_ENTRIES); i++) {
            text.add(number(matrix.get(i)));
        }
        if (matrix.getNumElements() > SHOWN_ENTRIES) {
            text.add("…");
        }
        return text.toString();
    }

    private static String number(double x) {
        return Double.isFinite(x)
                ? Double.toString(new BigDecimal(x).round(SHOWN_DIGITS).doubleValue())
                : Double.toString(x);
    }
}
