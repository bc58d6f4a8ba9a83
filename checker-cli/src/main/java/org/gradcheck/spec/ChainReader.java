package org.gradcheck.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gradcheck.derivative.Form;

/** Reads the stages of a chain, which stands in place of a function. */
final class ChainReader {

    private ChainReader() {}

    /** The stages; none where there is a function. */
    static List<StageSpec> stages(JsonFields fields) {
        Optional<JsonNode> node = fields.find("chain");
        if (node.isEmpty()) {
            return List.of();
        }
        fields.find("function").ifPresent(function -> {
            throw function.problem("a \"chain\" stands in place of a \"function\", its last stage being the value;"
                    + " expected one of the two");
        });
        List<StageSpec> stages = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode item : node.get().items("an array of stages")) {
            StageSpec stage = stage(item);
            if (!names.add(stage.name())) {
                throw item.problem("there is a stage \"" + stage.name() + "\" already; expected another name");
            }
            stages.add(stage);
        }
        if (stages.isEmpty()) {
            throw node.get().expected("at least one stage");
        }
        return stages;
    }

    private static StageSpec stage(JsonNode item) {
        JsonFields fields =
                item.fields(Keys.STAGE, "a stage, such as { \"name\": \"h\", \"function\": \"tanh(W*x)\" }");
        JsonNode name = fields.require("name", "a name for the stage");
        String text = name.text("the name of a stage in a string");
        Names.requireName(text, name.place());
        fields.find("description").ifPresent(node -> node.text("text in a string"));
        Map<String, Formula> vjp = new LinkedHashMap<>();
        fields.find(Form.VJP.label())
                .ifPresent(node -> node.members("an object from what the stage takes to an expression")
                        .forEach((input, formula) -> vjp.put(input, SpecReader.formula(formula))));
        return new StageSpec(
                text,
                item.place(),
                fields.find("input").map(ChainReader::inputs),
                SpecReader.lets(fields),
                SpecReader.formula(fields.require("function", "an expression in a string")),
                fields.find(Form.JVP.label()).map(SpecReader::formula),
                vjp);
    }

    private static List<Variable.Located> inputs(JsonNode node) {
        String what = "the name of a variable or an earlier stage";
        List<Variable.Located> inputs = node.isText()
                ? List.of(VariableReader.located(node, what))
                : node.items(what + ", or an array of them").stream()
                        .map(item -> VariableReader.located(item, what))
                        .toList();
        if (inputs.isEmpty()
                || inputs.stream().map(Variable.Located::text).distinct().count() != inputs.size()) {
            throw node.problem("a stage takes at least one input, and each at most once");
        }
        return inputs;
    }

    /**
     * The intermediate values of a spec: those that are written, and the stages with their own.
     *
     * @throws SpecException if a name is used twice
     */
    static Map<String, Formula> lets(Map<String, Formula> written, List<StageSpec> stages) {
        Map<String, Formula> lets = new LinkedHashMap<>(written);
        for (StageSpec stage : stages) {
            stage.lets().forEach((name, formula) -> add(lets, name, formula, stage));
            add(lets, stage.name(), stage.function(), stage);
        }
        return lets;
    }

    private static void add(Map<String, Formula> lets, String name, Formula formula, StageSpec stage) {
        if (lets.containsKey(name)) {
            throw new SpecException(
                    stage.place(),
                    "\"" + name + "\" is an intermediate value or a stage already; expected another name");
        }
        lets.put(name, formula);
    }

    /** The whole function of a chain: the value of its last stage. */
    static Map<String, Formula> function(List<StageSpec> stages) {
        StageSpec last = stages.get(stages.size() - 1);
        return Map.of(Spec.OUTPUT, new Formula(last.name(), last.function().place()));
    }
}
