package org.gradcheck.output.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.point.Magnitude;
import org.gradcheck.spec.CheckedPoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Points in JSON, their values as a spec would write them. Of large values there is what reports show of them. */
final class PointJson {

    private static final int MOST_ENTRIES = 1000;
    private static final int SHOWN = 12;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PointJson() {}

    static ObjectNode write(CheckedPoint point) {
        ObjectNode node = NODES.objectNode();
        node.put("number", point.number());
        node.put("of", point.of());
        ArrayNode perturbed = node.putArray("perturbed");
        point.perturbed().forEach(perturbed::add);
        ObjectNode magnitudes = node.putObject("magnitudes");
        point.magnitudes().forEach((name, magnitude) -> magnitudes.put(name, magnitude.label()));
        ObjectNode values = node.putObject("values");
        ObjectNode large = node.objectNode();
        point.values().forEach((name, value) -> {
            if (value.getNumElements() <= MOST_ENTRIES) {
                values.set(name, write(value));
            } else {
                large.set(name, abbreviated(value));
            }
        });
        if (!large.isEmpty()) {
            node.set("abbreviated", large);
        }
        return node;
    }

    private static JsonNode write(DMatrixRMaj value) {
        if (value.getNumElements() == 1) {
            return Reals.write(value.data[0]);
        }
        ArrayNode rows = NODES.arrayNode();
        for (int i = 0; i < value.numRows; i++) {
            if (value.numCols == 1) {
                rows.add(Reals.write(value.unsafe_get(i, 0)));
            } else {
                ArrayNode row = rows.addArray();
                for (int j = 0; j < value.numCols; j++) {
                    row.add(Reals.write(value.unsafe_get(i, j)));
                }
            }
        }
        return rows;
    }

    private static ObjectNode abbreviated(DMatrixRMaj value) {
        ObjectNode node = NODES.objectNode();
        node.put("rows", value.numRows);
        node.put("columns", value.numCols);
        ArrayNode first = node.putArray("first");
        for (int i = 0; i < Math.min(SHOWN, value.getNumElements()); i++) {
            first.add(Reals.write(value.unsafe_get(i % value.numRows, i / value.numRows)));
        }
        return node;
    }

    static CheckedPoint read(JsonNode node) {
        Map<String, Magnitude> magnitudes = new LinkedHashMap<>();
        node.required("magnitudes")
                .properties()
                .forEach(entry -> magnitudes.put(
                        entry.getKey(),
                        Words.constant(Magnitude.class, entry.getValue().stringValue())));
        Map<String, DMatrixRMaj> values = new LinkedHashMap<>();
        node.required("values").properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
        node.path("abbreviated").properties().forEach(entry -> values.put(entry.getKey(), expanded(entry.getValue())));
        return new CheckedPoint(
                node.required("number").intValue(),
                node.required("of").intValue(),
                Words.list(node.required("perturbed")),
                magnitudes,
                values);
    }

    private static DMatrixRMaj value(JsonNode node) {
        if (!node.isArray()) {
            return new DMatrixRMaj(1, 1, true, Reals.read(node));
        }
        boolean isMatrix = node.path(0).isArray();
        DMatrixRMaj value = new DMatrixRMaj(node.size(), isMatrix ? node.get(0).size() : 1);
        for (int i = 0; i < value.numRows; i++) {
            for (int j = 0; j < value.numCols; j++) {
                value.set(i, j, Reals.read(isMatrix ? node.get(i).required(j) : node.get(i)));
            }
        }
        return value;
    }

    private static DMatrixRMaj expanded(JsonNode node) {
        DMatrixRMaj value = new DMatrixRMaj(
                node.required("rows").intValue(), node.required("columns").intValue());
        JsonNode first = node.required("first");
        for (int i = 0; i < Math.min(first.size(), value.getNumElements()); i++) {
            value.set(i % value.numRows, i / value.numRows, Reals.read(first.get(i)));
        }
        return value;
    }
}
