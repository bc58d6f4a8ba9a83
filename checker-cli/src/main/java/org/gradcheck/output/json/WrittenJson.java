package org.gradcheck.output.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gradcheck.derivative.Form;
import org.gradcheck.spec.Formula;
import org.gradcheck.spec.Place;
import org.gradcheck.spec.WrittenSpec;
import org.gradcheck.spec.json.Position;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The formulas of a spec in JSON, each with its line and column where it has one. */
final class WrittenJson {

    private WrittenJson() {}

    static ObjectNode write(WrittenSpec written) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        written.source().ifPresent(source -> node.put("source", source));
        ArrayNode names = node.putArray("names");
        written.names().forEach(names::add);
        formulas(node.putObject("definitions"), written.definitions());
        formulas(node.putObject("lets"), written.lets());
        formulas(node.putObject("function"), written.function());
        ArrayNode derivatives = node.putArray("derivatives");
        for (WrittenSpec.Derivative derivative : written.derivatives()) {
            ObjectNode own = derivatives.addObject();
            own.put("form", derivative.form().label());
            derivative.variable().ifPresent(variable -> own.put("variable", variable));
            derivative.stage().ifPresent(stage -> own.put("stage", stage));
            formulas(own.putObject("formulas"), derivative.formulas());
        }
        return node;
    }

    private static void formulas(ObjectNode node, Map<String, Formula> formulas) {
        formulas.forEach((name, formula) -> {
            ObjectNode own = node.putObject(name).put("text", formula.text());
            place(own, formula.place());
        });
    }

    static void place(ObjectNode node, Place place) {
        place.position().ifPresent(at -> node.put("line", at.line()).put("column", at.column()));
    }

    static WrittenSpec read(JsonNode node, String file) {
        return new WrittenSpec(
                Words.optional(node.path("source")),
                Words.list(node.required("names")),
                formulas(node.required("definitions"), file),
                formulas(node.required("lets"), file),
                formulas(node.required("function"), file),
                node.required("derivatives")
                        .valueStream()
                        .map(own -> new WrittenSpec.Derivative(
                                Words.constant(Form.class, own.required("form").stringValue()),
                                Words.optional(own.path("variable")),
                                Words.optional(own.path("stage")),
                                formulas(own.required("formulas"), file)))
                        .toList());
    }

    private static Map<String, Formula> formulas(JsonNode node, String file) {
        Map<String, Formula> formulas = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> formulas.put(
                        entry.getKey(),
                        new Formula(entry.getValue().required("text").stringValue(), place(entry.getValue(), file))));
        return formulas;
    }

    static Place place(JsonNode node, String file) {
        Optional<Position> position = node.has("line")
                ? Optional.of(new Position(
                        node.get("line").intValue(), node.required("column").intValue()))
                : Optional.empty();
        return new Place(file, position, "");
    }
}
