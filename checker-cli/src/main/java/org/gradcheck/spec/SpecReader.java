package org.gradcheck.spec;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.spec.json.JsonText;
import org.gradcheck.spec.json.JsonTextException;
import org.gradcheck.spec.json.JsonTree;
import org.gradcheck.spec.json.JsonTreeException;
import org.gradcheck.spec.json.JsonValue;
import org.gradcheck.spec.wording.Words;

/** Reads spec files, strictly: whatever is not understood is an error with its place. */
public final class SpecReader {

    /** The longest file that is read, in bytes. */
    public static final long LONGEST_FILE = JsonText.LONGEST_FILE;

    private static final String AN_EXPRESSION = "an expression in a string";

    private SpecReader() {}

    /**
     * Reads a file.
     *
     * @throws SpecException if it cannot be read or is not a spec
     */
    public static Spec read(Path path) {
        return parse(path, content(path));
    }

    /**
     * Reads the text of a spec.
     *
     * @param path the file it is from, for messages and for the data beside it
     * @throws SpecException if it is not a spec
     */
    public static Spec parse(Path path, String text) {
        return parse(path.toString(), path, text);
    }

    /**
     * Reads the text of a spec that is in no file.
     *
     * @param name what messages call it
     * @param path a file in the folder that its data are in
     * @param text the text
     * @throws SpecException if it is not a spec
     */
    static Spec parse(String name, Path path, String text) {
        JsonValue document;
        try {
            document = JsonTree.parse(text);
        } catch (JsonTreeException e) {
            throw new SpecException(new Place(name, Optional.of(e.position()), e.pointer()), e.problem());
        }
        return spec(name, path, document);
    }

    /** Reads a spec that is parsed already. */
    static Spec spec(String name, Path path, JsonValue document) {
        return spec(path, new JsonNode(name, "", document));
    }

    private static String content(Path path) {
        try {
            return JsonText.read(path);
        } catch (JsonTextException e) {
            throw new SpecException(Place.of(path.toString()), e.problem());
        }
    }

    private static Spec spec(Path path, JsonNode document) {
        JsonFields fields = document.fields(Keys.SPEC, "a JSON object { … } that holds a spec");
        fields.find("$schema").ifPresent(node -> node.text("the address of a schema in a string"));
        fields.find("description").ifPresent(node -> node.text("text in a string"));
        Map<String, Integer> sizes = sizes(fields);
        List<Variable> variables = variables(fields, sizes);
        List<StageSpec> chain = ChainReader.stages(fields);
        return new Spec(
                path,
                fields.find("title")
                        .map(node -> node.text("a title in a string"))
                        .orElseGet(() -> document.file().equals(path.toString())
                                ? String.valueOf(path.getFileName())
                                : document.file()),
                fields.find("source").map(node -> node.text("text in a string")),
                tags(fields),
                sizes,
                variables,
                definitions(fields),
                ChainReader.lets(lets(fields), chain),
                chain.isEmpty() ? function(fields) : ChainReader.function(chain),
                chain,
                new ClaimReader(fields, variables, chain).claims(),
                fields.find("check").map(SpecReader::options).orElseGet(CheckOptions::none));
    }

    private static List<String> tags(JsonFields fields) {
        return fields.find("tags")
                .map(node -> node.items("an array of tags").stream()
                        .map(tag -> tag.text("a tag in a string"))
                        .toList())
                .orElse(List.of());
    }

    private static Map<String, Integer> sizes(JsonFields fields) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        fields.find("sizes")
                .ifPresent(node -> node.members("an object from name to size, such as { \"n\": 5 }")
                        .forEach((name, size) -> {
                            Names.requireName(name, size.place());
                            sizes.put(name, size.wholeNumber(1, VariableReader.LARGEST_SIZE));
                        }));
        return sizes;
    }

    private static List<Variable> variables(JsonFields fields, Map<String, Integer> sizes) {
        JsonNode node = fields.require("variables", "an object from name to shape or value");
        VariableReader reader = new VariableReader(
                sizes, fields.find("convention").map(VariableReader::convention).orElse(GradientConvention.PAIRING));
        List<Variable> variables = node.members("an object from name to shape or value").entrySet().stream()
                .map(entry -> reader.read(entry.getKey(), entry.getValue()))
                .toList();
        if (variables.isEmpty()) {
            throw node.problem("there are no variables; expected at least one to differentiate with respect to");
        }
        Map<String, Geometry.Weight> weights = weights(fields, variables);
        return variables.stream()
                .map(variable -> Optional.ofNullable(weights.get(variable.name()))
                        .map(variable::withWeight)
                        .orElse(variable))
                .toList();
    }

    /** The inner products that "check" sets, by variable. */
    private static Map<String, Geometry.Weight> weights(JsonFields fields, List<Variable> variables) {
        Map<String, Geometry.Weight> weights = new LinkedHashMap<>();
        fields.find("check")
                .filter(JsonNode::isObject)
                .map(node -> node.members("").get("innerProduct"))
                .ifPresent(node -> node.members("an object from variable to weight, such as { \"x\": [2, 5] }")
                        .forEach((name, weight) -> {
                            Variable variable = variables.stream()
                                    .filter(v -> v.name().equals(name))
                                    .findFirst()
                                    .orElseThrow(() -> weight.problem("there is no variable \"" + name + "\""
                                            + Words.suggestion(
                                                    name,
                                                    variables.stream()
                                                            .map(Variable::name)
                                                            .toList())));
                            if (variable.geometry().weight().isPresent()) {
                                throw weight.problem("the variable \"" + name
                                        + "\" has an \"innerProduct\" already; expected one of the two");
                            }
                            weights.put(name, VariableReader.weight(weight));
                        }));
        return weights;
    }

    /** The heads are read with the bodies, when there is a scope. */
    private static Map<String, Formula> definitions(JsonFields fields) {
        Map<String, Formula> definitions = new LinkedHashMap<>();
        fields.find("define")
                .ifPresent(node -> node.members("an object from a function and its parameters to an expression, such as"
                                + " { \"sigma(z)\": \"1 ./ (1 + exp(-z))\" }")
                        .forEach((head, body) -> definitions.put(head, formula(body))));
        return definitions;
    }

    static Map<String, Formula> lets(JsonFields fields) {
        Map<String, Formula> lets = new LinkedHashMap<>();
        fields.find("let")
                .ifPresent(node -> node.members("an object from name to expression")
                        .forEach((name, value) -> {
                            Names.requireName(name, value.place());
                            lets.put(name, formula(value));
                        }));
        return lets;
    }

    private static Map<String, Formula> function(JsonFields fields) {
        return outputs(fields.require("function", AN_EXPRESSION + ", or a \"chain\" of stages in its place"));
    }

    /** An expression, or an object of them by the name of the output. */
    static Map<String, Formula> outputs(JsonNode node) {
        if (!node.isObject()) {
            return Map.of(Spec.OUTPUT, formula(node));
        }
        Map<String, Formula> outputs = new LinkedHashMap<>();
        node.members(AN_EXPRESSION).forEach((name, expression) -> {
            Names.requireName(name, expression.place());
            outputs.put(name, formula(expression));
        });
        if (outputs.isEmpty()) {
            throw node.expected("an expression for at least one output");
        }
        return outputs;
    }

    static Formula formula(JsonNode node) {
        return new Formula(node.text(AN_EXPRESSION), node.place());
    }

    private static CheckOptions options(JsonNode node) {
        return CheckOptionsReader.read(node.fields(Keys.CHECK, "an object of settings, such as { \"points\": 5 }"));
    }
}
