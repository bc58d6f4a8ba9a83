package org.gradcheck.spec.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads a text into a {@link JsonValue}. Stricter than JSON: a key stands once in an object, and numbers are finite. */
public final class JsonTree {

    /** The deepest nesting of arrays and objects that is read. */
    public static final int DEEPEST_NESTING = 100;

    /** Arrays of numbers longer than this are kept without the place of each number. */
    private static final int LOCATED_ITEMS = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Read here, to be refused with a better message.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10 * DEEPEST_NESTING)
                    .build())
            .build();

    private final JsonParser parser;
    private String pointer = "";
    private int depth;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a document that holds one value.
     *
     * @throws JsonTreeException if there is none, more than one, or something that is not JSON
     */
    public static JsonValue parse(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new JsonTree(parser).document();
        }
    }

    private JsonValue document() {
        JsonToken first = next();
        if (first == null) {
            throw problem(new Position(1, 1), "the file is empty; expected a JSON object { … }");
        }
        JsonValue value = value(first);
        pointer = "";
        if (next() != null) {
            throw problem(
                    position(),
                    "the document has ended, yet something follows; expected the end of the file. A file holds one object");
        }
        return value;
    }

    private JsonValue value(JsonToken token) {
        Position at = position();
        return switch (token) {
            case START_OBJECT -> nested(at, this::members);
            case START_ARRAY -> nested(at, this::items);
            case VALUE_STRING -> new JsonValue.Text(string(), at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Numeral(number(at), at);
            case VALUE_TRUE -> new JsonValue.Flag(true, at);
            case VALUE_FALSE -> new JsonValue.Flag(false, at);
            case VALUE_NULL -> new JsonValue.Null(at);
            default -> throw problem(at, "unexpected " + token);
        };
    }

    private interface Content {
        JsonValue read(Position at);
    }

    private JsonValue nested(Position at, Content content) {
        if (++depth > DEEPEST_NESTING) {
            pointer = "";
            throw problem(at, "arrays and objects are nested more than " + DEEPEST_NESTING + " levels deep");
        }
        JsonValue value = content.read(at);
        depth--;
        return value;
    }

    private JsonValue members(Position at) {
        String here = pointer;
        Map<String, JsonValue.Member> members = new LinkedHashMap<>();
        while (required() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Position keyPosition = position();
            JsonValue.Member first = members.get(key);
            if (first != null) {
                throw problem(
                        keyPosition,
                        "the key \"" + key + "\" stands twice in this object, first at line "
                                + first.keyPosition().line() + ", column "
                                + first.keyPosition().column() + "; expected each key once");
            }
            pointer = JsonPointer.member(here, key);
            members.put(key, new JsonValue.Member(keyPosition, value(required())));
            pointer = here;
        }
        return new JsonValue.Members(members, at);
    }

    private JsonValue items(Position at) {
        String here = pointer;
        List<JsonValue> items = new ArrayList<>();
        boolean numbersOnly = true;
        JsonToken token = required();
        while (token != JsonToken.END_ARRAY) {
            if (numbersOnly && items.size() == LOCATED_ITEMS) {
                return new JsonValue.Items(manyNumbers(items, token, at), at);
            }
            pointer = JsonPointer.item(here, items.size());
            JsonValue item = value(token);
            pointer = here;
            items.add(item);
            numbersOnly = numbersOnly && item instanceof JsonValue.Numeral;
            token = required();
        }
        return new JsonValue.Items(items, at);
    }

    private List<JsonValue> manyNumbers(List<JsonValue> first, JsonToken current, Position at) {
        double[] values = new double[4 * first.size()];
        int size = 0;
        for (JsonValue item : first) {
            values[size++] = ((JsonValue.Numeral) item).value();
        }
        for (JsonToken token = current; token != JsonToken.END_ARRAY; token = required()) {
            if (!token.isNumeric()) {
                throw problem(
                        position(),
                        "this array begins with " + size + " numbers and goes on with something else; expected numbers"
                                + " throughout");
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = number(position());
        }
        return new CompactNumbers(Arrays.copyOf(values, size), at);
    }

    /** A string is read when it is asked for, and only then found to be none. */
    private String string() {
        try {
            return parser.getString();
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    private double number(Position at) {
        String literal = parser.getString();
        if (parser.isNaN()) {
            throw problem(
                    at,
                    literal + " is not a number that JSON or a spec may hold; expected a finite number such as 0.5");
        }
        double value = parser.getDoubleValue();
        if (Double.isInfinite(value)) {
            throw problem(at, "the number " + literal + " is too large; expected at most 1.797e308 in size");
        }
        return value;
    }

    private JsonToken required() {
        JsonToken token = next();
        if (token == null) {
            throw problem(position(), "the file ends in the middle of an object or array");
        }
        return token;
    }

    private @Nullable JsonToken next() {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    private JsonTreeException syntax(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        Position at = location == null
                ? position()
                : new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
        String message =
                String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        return problem(at, SyntaxProblem.describe(message));
    }

    private Position position() {
        TokenStreamLocation location = parser.currentTokenLocation();
        return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private JsonTreeException problem(Position at, String message) {
        return new JsonTreeException(at, pointer, message);
    }
}
