package org.gradcheck.spec.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value and where it begins. Numbers are finite. */
public sealed interface JsonValue {

    Position position();

    /** The value in the words of a message: "an object", "the string \"x\"", "the number 3". */
    String describe();

    /** A string. */
    record Text(String value, Position position) implements JsonValue {

        private static final int SHOWN = 40;

        @Override
        public String describe() {
            return "the string \""
                    + (value.codePointCount(0, value.length()) <= SHOWN
                            ? value
                            : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…")
                    + "\"";
        }
    }

    /** A number. */
    record Numeral(double value, Position position) implements JsonValue {

        /** Whether the number is whole and small enough to be an {@code int}. */
        public boolean isWhole() {
            return value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE;
        }

        @Override
        public String describe() {
            return "the number " + (isWhole() ? Integer.toString((int) value) : Double.toString(value));
        }
    }

    /** {@code true} or {@code false}. */
    record Flag(boolean value, Position position) implements JsonValue {
        @Override
        public String describe() {
            return Boolean.toString(value);
        }
    }

    /** {@code null}. */
    record Null(Position position) implements JsonValue {
        @Override
        public String describe() {
            return "null";
        }
    }

    /** An array. */
    record Items(List<JsonValue> items, Position position) implements JsonValue {

        public Items {
            items = Collections.unmodifiableList(items);
        }

        @Override
        public String describe() {
            return items.isEmpty() ? "an empty array" : "an array";
        }
    }

    /** An object, its keys in the order of the text. */
    record Members(Map<String, Member> members, Position position) implements JsonValue {

        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public String describe() {
            return members.isEmpty() ? "an empty object" : "an object";
        }
    }

    /**
     * What stands behind a key.
     *
     * @param keyPosition where the key begins
     * @param value the value
     */
    record Member(Position keyPosition, JsonValue value) {}
}
