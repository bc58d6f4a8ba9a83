package org.gradcheck.output.json;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Names and texts in JSON. */
final class Words {

    private Words() {}

    /** The short stable name of a constant: function-failed. */
    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static <E extends Enum<E>> E constant(Class<E> type, String label) {
        return Enum.valueOf(type, label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** A text that may be null or left out. */
    static Optional<String> optional(JsonNode node) {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    static List<String> list(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }
}
