package org.gradcheck.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradcheck.spec.json.JsonPointer;
import org.gradcheck.spec.json.JsonValue;
import org.gradcheck.spec.wording.Words;

/**
 * A value of a spec that knows its place, and gives itself out as the type that is expected there or says what it is
 * instead.
 */
record JsonNode(String file, String pointer, JsonValue value) {

    Place place() {
        return new Place(file, Optional.of(value.position()), pointer);
    }

    SpecException problem(String text) {
        return new SpecException(place(), text);
    }

    /** "expected …, found …". */
    SpecException expected(String what) {
        return problem("expected " + what + ", found " + value.describe());
    }

    boolean isText() {
        return value instanceof JsonValue.Text;
    }

    boolean isObject() {
        return value instanceof JsonValue.Members;
    }

    String text(String what) {
        if (value instanceof JsonValue.Text text) {
            if (text.value().isBlank()) {
                throw expected(what);
            }
            return text.value();
        }
        throw expected(what);
    }

    double number(String what) {
        if (value instanceof JsonValue.Numeral number) {
            return number.value();
        }
        throw expected(what);
    }

    int wholeNumber(int smallest, int largest) {
        if (value instanceof JsonValue.Numeral number
                && number.isWhole()
                && number.value() >= smallest
                && number.value() <= largest) {
            return (int) number.value();
        }
        throw expected("a whole number from " + smallest + " to " + largest);
    }

    boolean flag() {
        if (value instanceof JsonValue.Flag flag) {
            return flag.value();
        }
        throw expected("true or false");
    }

    /** The items of an array. */
    List<JsonNode> items(String what) {
        if (!(value instanceof JsonValue.Items items)) {
            throw expected(what);
        }
        List<JsonNode> nodes = new ArrayList<>();
        for (int i = 0; i < items.items().size(); i++) {
            nodes.add(new JsonNode(
                    file, JsonPointer.item(pointer, i), items.items().get(i)));
        }
        return nodes;
    }

    /** The members of an object whose keys the user chooses, in their order. */
    Map<String, JsonNode> members(String what) {
        if (!(value instanceof JsonValue.Members object)) {
            throw expected(what);
        }
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        object.members().forEach((key, member) -> nodes.put(key, child(key, member)));
        return nodes;
    }

    /** The members of an object whose keys are fixed. */
    JsonFields fields(Keys keys, String what) {
        if (!(value instanceof JsonValue.Members object)) {
            throw expected(what);
        }
        object.members().forEach((key, member) -> {
            if (!keys.known().contains(key)) {
                throw new SpecException(
                        new Place(file, Optional.of(member.keyPosition()), JsonPointer.member(pointer, key)),
                        unknown(key, keys));
            }
        });
        return new JsonFields(this, members(what));
    }

    private static String unknown(String key, Keys keys) {
        return "unknown key \"" + key + "\" in " + keys.owner() + "; expected one of "
                + Words.listed(keys.known())
                + Words.suggestion(key, keys.known());
    }

    private JsonNode child(String key, JsonValue.Member member) {
        return new JsonNode(file, JsonPointer.member(pointer, key), member.value());
    }
}
