package org.gradcheck.output.json;

import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Numbers in JSON, which has no infinities and no NaN: their names stand for them, in strings. */
final class Reals {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Reals() {}

    static JsonNode write(double x) {
        return Double.isFinite(x) ? NODES.numberNode(x) : NODES.stringNode(Double.toString(x));
    }

    static double read(JsonNode node) {
        return node.isString() ? Double.parseDouble(node.stringValue()) : node.doubleValue();
    }

    static JsonNode write(OptionalDouble x) {
        return x.isPresent() ? write(x.getAsDouble()) : NODES.nullNode();
    }

    static OptionalDouble readOptional(JsonNode node) {
        return node.isNull() ? OptionalDouble.empty() : OptionalDouble.of(read(node));
    }

    /** The first entries of an array. */
    static ArrayNode first(double[] x, int most) {
        ArrayNode entries = NODES.arrayNode();
        for (int i = 0; i < Math.min(x.length, most); i++) {
            entries.add(write(x[i]));
        }
        return entries;
    }

    /** As much of an array as was written, and zeros. */
    static double[] readFirst(JsonNode entries, int size) {
        double[] x = new double[size];
        for (int i = 0; i < Math.min(size, entries.size()); i++) {
            x[i] = read(entries.get(i));
        }
        return x;
    }

    /** For readers who take a number that is not finite for none: null stands for it. */
    static void putFinite(ObjectNode node, String key, OptionalDouble number) {
        if (number.isPresent() && Double.isFinite(number.getAsDouble())) {
            node.put(key, number.getAsDouble());
        } else {
            node.putNull(key);
        }
    }
}
