package org.gradcheck.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** As much of JSON Schema as our schemas use for results: references, types, keys, items and enumerations. */
final class SchemaCheck {

    private final JsonNode root;
    private final List<String> problems = new ArrayList<>();

    private SchemaCheck(JsonNode root) {
        this.root = root;
    }

    static List<String> problems(JsonNode schema, JsonNode document) {
        SchemaCheck check = new SchemaCheck(schema);
        check.visit(schema, document, "");
        return check.problems;
    }

    private void visit(JsonNode schema, JsonNode node, String at) {
        JsonNode reference = schema.get("$ref");
        if (reference != null) {
            visit(root.at(reference.stringValue().substring(1)), node, at);
        }
        JsonNode allowed = schema.get("enum");
        if (allowed != null && allowed.valueStream().noneMatch(node::equals)) {
            problems.add(at + ": " + node + " is not one of the values allowed");
        }
        JsonNode type = schema.get("type");
        if (type != null && types(type).noneMatch(name -> is(name, node))) {
            problems.add(at + ": " + node + " is not of type " + type);
        }
        if (node.isObject() && schema.has("properties")) {
            visitKeys(schema, node, at);
        }
        if (node.isArray() && schema.has("items")) {
            for (int i = 0; i < node.size(); i++) {
                visit(schema.get("items"), node.get(i), at + "/" + i);
            }
        }
    }

    private void visitKeys(JsonNode schema, JsonNode node, String at) {
        String name = at.isEmpty() ? "/" : at;
        schema.path("required").forEach(key -> {
            if (!node.has(key.stringValue())) {
                problems.add(name + ": " + key.stringValue() + " is missing");
            }
        });
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode property = schema.get("properties").get(entry.getKey());
            if (property == null) {
                problems.add(name + ": " + entry.getKey() + " is not known");
            } else {
                visit(property, entry.getValue(), at + "/" + entry.getKey());
            }
        }
    }

    private static Stream<String> types(JsonNode type) {
        return type.isArray() ? type.valueStream().map(JsonNode::stringValue) : Stream.of(type.stringValue());
    }

    private static boolean is(String type, JsonNode node) {
        return switch (type) {
            case "object" -> node.isObject();
            case "array" -> node.isArray();
            case "string" -> node.isString();
            case "integer" -> node.isIntegralNumber();
            case "number" -> node.isNumber();
            case "boolean" -> node.isBoolean();
            case "null" -> node.isNull();
            default -> throw new IllegalArgumentException(type);
        };
    }
}
