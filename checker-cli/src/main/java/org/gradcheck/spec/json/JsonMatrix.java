package org.gradcheck.spec.json;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.spec.wording.Words;

/** Matrices in JSON: a number is a scalar, an array a column, nested arrays are rows. */
public final class JsonMatrix {

    private JsonMatrix() {}

    /**
     * The matrix that a value is.
     *
     * @param pointer where the value stands in its document
     * @param what is expected there, for messages
     * @throws JsonTreeException if it is none, or has rows of different lengths
     */
    public static DMatrixRMaj read(JsonValue value, String pointer, String what) {
        if (value instanceof JsonValue.Numeral number) {
            DMatrixRMaj scalar = new DMatrixRMaj(1, 1);
            scalar.data[0] = number.value();
            return scalar;
        }
        List<JsonValue> items = items(value, pointer, what);
        boolean nested = items.get(0) instanceof JsonValue.Items;
        return nested ? matrix(items, pointer) : column(items, pointer);
    }

    private static DMatrixRMaj column(List<JsonValue> items, String pointer) {
        DMatrixRMaj column = new DMatrixRMaj(items.size(), 1);
        for (int i = 0; i < items.size(); i++) {
            column.data[i] = number(items.get(i), pointer, i);
        }
        return column;
    }

    private static DMatrixRMaj matrix(List<JsonValue> rows, String pointer) {
        int columns = items(rows.get(0), JsonPointer.item(pointer, 0), "a row of numbers")
                .size();
        DMatrixRMaj matrix = new DMatrixRMaj(rows.size(), columns);
        int at = 0;
        for (int i = 0; i < rows.size(); i++) {
            String row = JsonPointer.item(pointer, i);
            List<JsonValue> entries = items(rows.get(i), row, "a row of numbers, as the first item is");
            if (entries.size() != columns) {
                throw new JsonTreeException(
                        rows.get(i).position(),
                        row,
                        "row " + (i + 1) + " has " + Words.count(entries.size(), "number", "numbers")
                                + ", the rows above have " + columns + "; expected rows of equal length");
            }
            for (int j = 0; j < columns; j++) {
                matrix.data[at++] = number(entries.get(j), row, j);
            }
        }
        return matrix;
    }

    private static List<JsonValue> items(JsonValue value, String pointer, String what) {
        if (value instanceof JsonValue.Items array && !array.items().isEmpty()) {
            return array.items();
        }
        throw expected(what, value, pointer);
    }

    private static double number(JsonValue item, String parent, int index) {
        if (item instanceof JsonValue.Numeral number) {
            return number.value();
        }
        throw expected("a number, as the first item is", item, JsonPointer.item(parent, index));
    }

    private static JsonTreeException expected(String what, JsonValue found, String pointer) {
        return new JsonTreeException(found.position(), pointer, "expected " + what + ", found " + found.describe());
    }
}
