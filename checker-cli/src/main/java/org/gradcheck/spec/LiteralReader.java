package org.gradcheck.spec;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.spec.json.JsonPointer;
import org.gradcheck.spec.json.JsonValue;

/** Reads values written in a spec: a number, an array as a column, nested arrays as rows. */
final class LiteralReader {

    private LiteralReader() {}

    static DMatrixRMaj read(JsonNode node, String what) {
        if (node.value() instanceof JsonValue.Numeral number) {
            DMatrixRMaj scalar = new DMatrixRMaj(1, 1);
            scalar.data[0] = number.value();
            return scalar;
        }
        List<JsonValue> items = items(node, what);
        boolean nested = items.get(0) instanceof JsonValue.Items;
        return nested ? matrix(node, items) : column(node, items);
    }

    private static DMatrixRMaj column(JsonNode node, List<JsonValue> items) {
        DMatrixRMaj column = new DMatrixRMaj(items.size(), 1);
        for (int i = 0; i < items.size(); i++) {
            column.data[i] = number(node, i, items.get(i));
        }
        return column;
    }

    private static DMatrixRMaj matrix(JsonNode node, List<JsonValue> rows) {
        int columns = items(child(node, 0, rows.get(0)), "a row of numbers").size();
        DMatrixRMaj matrix = new DMatrixRMaj(rows.size(), columns);
        int at = 0;
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = child(node, i, rows.get(i));
            List<JsonValue> entries = items(row, "a row of numbers, as the first item is");
            if (entries.size() != columns) {
                throw row.problem("row " + (i + 1) + " has " + Words.count(entries.size(), "number", "numbers")
                        + ", the rows above have " + columns + "; expected rows of equal length");
            }
            for (int j = 0; j < columns; j++) {
                matrix.data[at++] = number(row, j, entries.get(j));
            }
        }
        return matrix;
    }

    private static List<JsonValue> items(JsonNode node, String what) {
        if (node.value() instanceof JsonValue.Items array && !array.items().isEmpty()) {
            return array.items();
        }
        throw node.expected(what);
    }

    private static double number(JsonNode parent, int index, JsonValue item) {
        return item instanceof JsonValue.Numeral number
                ? number.value()
                : child(parent, index, item).number("a number, as the first item is");
    }

    private static JsonNode child(JsonNode parent, int index, JsonValue item) {
        return new JsonNode(parent.file(), JsonPointer.item(parent.pointer(), index), item);
    }
}
