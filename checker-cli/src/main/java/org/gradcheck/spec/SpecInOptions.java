package org.gradcheck.spec;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradcheck.derivative.Form;
import org.gradcheck.spec.json.JsonTree;
import org.gradcheck.spec.json.JsonTreeException;
import org.gradcheck.spec.json.JsonValue;
import org.gradcheck.spec.json.Position;
import org.gradcheck.structure.Structure;

/**
 * A spec in the options of a command line, such as {@code --function "x'*x" --gradient x=2*x --var x:5}. It is put together as
 * a file would hold it and read by the same reader; messages name the option in place of line and column.
 *
 * @param options the options in their order
 */
public record SpecInOptions(List<Option> options) implements SpecSource {

    /** What results call it. */
    public static final String NAME = "<command line>";

    private static final Path PATH = Path.of("command-line.json");
    private static final Position NOWHERE = new Position(1, 1);
    private static final Pattern NAMED =
            Pattern.compile("\\s*([\\p{L}_][\\p{L}\\p{N}_]*)\\s*=(?!=)(.*)", Pattern.DOTALL);
    private static final Pattern SHAPED =
            Pattern.compile("\\s*([\\p{L}_][\\p{L}\\p{N}_]*)\\s*:\\s*(\\d+)(?:\\s*[x×]\\s*(\\d+))?\\s*(?::(.*))?");

    private static final List<String> FORMS =
            Arrays.stream(Form.values()).map(Form::label).toList();
    private static final List<String> LISTS = List.of("wrt");
    private static final List<String> SINGLE = List.of("function", Form.JVP.label(), Form.BILINEAR.label(), "expect");

    /**
     * An option.
     *
     * @param name the key of a spec that it stands for, which is its name without dashes; {@code var} for one of the variables
     * @param value its value as written
     */
    public record Option(String name, String value) {}

    public SpecInOptions {
        options = List.copyOf(options);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return NAME;
    }

    @Override
    public Spec read() {
        Map<String, JsonValue> document = new LinkedHashMap<>();
        Map<String, Map<String, JsonValue>> named = new LinkedHashMap<>();
        named.put("variables", new LinkedHashMap<>());
        for (Option option : options) {
            if (LISTS.contains(option.name())) {
                document.merge(option.name(), list(option), SpecInOptions::joined);
            } else if (SINGLE.contains(option.name())) {
                put(document, option, option.name(), text(option.value()));
            } else if (option.name().equals("var")) {
                variable(named.computeIfAbsent("variables", key -> new LinkedHashMap<>()), option);
            } else {
                expression(named.computeIfAbsent(option.name(), key -> new LinkedHashMap<>()), option);
            }
        }
        named.forEach((key, members) -> document.put(key, members(members)));
        options.stream()
                .filter(option ->
                        option.name().equals("function") && !option.value().isBlank())
                .findFirst()
                .ifPresent(function -> document.put("title", text(function.value())));
        return SpecReader.spec(NAME, PATH, members(document));
    }

    private static void expression(Map<String, JsonValue> members, Option option) {
        Matcher parts = NAMED.matcher(option.value());
        if (!parts.matches()) {
            String example = option.name().equals("let") ? "r=A*x-b" : "x=2*x";
            throw problem(option, "expected a name, = and an expression, such as --" + option.name() + " " + example);
        }
        put(members, option, parts.group(1), text(parts.group(2)));
    }

    private static void variable(Map<String, JsonValue> members, Option option) {
        Matcher shaped = SHAPED.matcher(option.value());
        if (shaped.matches()) {
            put(members, option, shaped.group(1), drawn(option, shaped));
            return;
        }
        Matcher valued = NAMED.matcher(option.value());
        if (!valued.matches()) {
            throw problem(
                    option,
                    "expected a name with a shape or a value, such as x:5, A:5x3, S:4x4:spd, lambda=0.1 or x=[1,2,3]");
        }
        put(members, option, valued.group(1), value(option, valued.group(2)));
    }

    private static JsonValue drawn(Option option, Matcher shaped) {
        Map<String, JsonValue> variable = new LinkedHashMap<>();
        JsonValue rows = size(option, shaped.group(2));
        String columns = shaped.group(3);
        variable.put(
                "shape",
                new JsonValue.Items(columns == null ? List.of(rows) : List.of(rows, size(option, columns)), NOWHERE));
        String structure = shaped.group(4);
        if (structure != null) {
            if (structure.isBlank()) {
                throw problem(
                        option,
                        "expected a structure behind the second colon, one of "
                                + String.join(", ", Structure.labels()));
            }
            variable.put("structure", text(structure.strip()));
        }
        return members(variable);
    }

    private static JsonValue size(Option option, String digits) {
        try {
            return new JsonValue.Numeral(Integer.parseInt(digits), NOWHERE);
        } catch (NumberFormatException e) {
            throw problem(
                    option, "the size " + digits + " is too large; expected at most " + VariableReader.LARGEST_SIZE);
        }
    }

    private static JsonValue value(Option option, String text) {
        try {
            return JsonTree.parse(text);
        } catch (JsonTreeException e) {
            throw problem(
                    option,
                    "'" + text + "' is neither a number nor an array of numbers, such as 0.1, [1,2,3] or"
                            + " [[1,2],[3,4]]");
        }
    }

    private static void put(Map<String, JsonValue> members, Option option, String name, JsonValue value) {
        if (members.putIfAbsent(name, value) != null) {
            throw problem(
                    option,
                    name.equals(option.name())
                            ? "is given twice; expected it once"
                            : "\"" + name + "\" is given twice; expected it once");
        }
    }

    private static JsonValue list(Option option) {
        return new JsonValue.Items(List.of(text(option.value())), NOWHERE);
    }

    private static JsonValue joined(JsonValue first, JsonValue second) {
        return new JsonValue.Items(
                Stream.of(first, second)
                        .flatMap(value -> ((JsonValue.Items) value).items().stream())
                        .toList(),
                NOWHERE);
    }

    private static JsonValue text(String text) {
        return new JsonValue.Text(text, NOWHERE);
    }

    private static JsonValue members(Map<String, JsonValue> values) {
        Map<String, JsonValue.Member> members = new LinkedHashMap<>();
        values.forEach((key, value) -> members.put(key, new JsonValue.Member(NOWHERE, value)));
        return new JsonValue.Members(members, NOWHERE);
    }

    private static SpecException problem(Option option, String problem) {
        return new SpecException(Place.of("--" + option.name() + " " + option.value()), problem);
    }

    /** The option, where a file would have a line and a column: {@code --gradient x: cannot multiply …}. */
    @Override
    public String message(SpecException problem) {
        Place place = problem.place();
        if (!place.file().equals(NAME)) {
            return problem.message();
        }
        List<String> keys = Arrays.asList(place.pointer().split("/", -1));
        if (keys.size() < 2) {
            return problem.problem();
        }
        String option = keys.get(1).equals("variables") ? "var" : keys.get(1);
        boolean isNamed = option.equals("var") || option.equals("let") || FORMS.contains(option);
        String name = isNamed && keys.size() > 2 ? " " + keys.get(2) : "";
        return "--" + option + name + ": " + problem.problem();
    }
}
