package org.gradcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.spec.json.JsonTree;
import org.gradcheck.spec.structure.Structure;
import org.junit.jupiter.api.Test;

/** The schema and the reader know the same words. */
class SpecSchemaTest {

    private final JsonNode schema = new JsonNode("schema", "", JsonTree.parse(SpecSchema.text()));
    private final JsonNode spec = at(schema, "properties");
    private final JsonNode check = at(spec, "check", "properties");
    private final JsonNode variable =
            at(at(schema, "$defs", "variable", "anyOf").items("").get(1), "properties");
    private final JsonNode distribution = at(variable, "distribution", "properties");

    private final JsonNode stage = at(schema, "$defs", "stage", "properties");

    @Test
    void keysAreThoseOfTheReader() {
        assertThat(stage.members("").keySet()).containsExactlyInAnyOrderElementsOf(Keys.STAGE.known());
        assertThat(spec.members("").keySet()).containsExactlyInAnyOrderElementsOf(Keys.SPEC.known());
        assertThat(check.members("").keySet()).containsExactlyInAnyOrderElementsOf(Keys.CHECK.known());
        assertThat(variable.members("").keySet()).containsExactlyInAnyOrderElementsOf(Keys.VARIABLE.known());
        assertThat(distribution.members("").keySet()).containsExactlyInAnyOrderElementsOf(Keys.DISTRIBUTION.known());
    }

    @Test
    void everyKeyIsExplained() {
        Stream.of(spec, check, variable, distribution, stage)
                .flatMap(properties -> properties.members("").entrySet().stream())
                .forEach(property -> assertThat(resolved(property.getValue()).keySet())
                        .as(property.getKey())
                        .contains("title", "description", "examples"));
    }

    /** A key without words of its own has those of what it refers to. */
    private Map<String, JsonNode> resolved(JsonNode property) {
        Map<String, JsonNode> members = property.members("");
        JsonNode reference = members.get("$ref");
        return reference != null && members.size() == 1
                ? at(schema, "$defs", reference.text("").replace("#/$defs/", ""))
                        .members("")
                : members;
    }

    @Test
    void conventionsAreThoseOfTheReader() {
        assertThat(texts(at(schema, "$defs", "convention", "enum")))
                .isEqualTo(Arrays.stream(GradientConvention.values())
                        .map(GradientConvention::label)
                        .toList());
    }

    @Test
    void structuresAndVerdictsAreThoseOfTheReader() {
        assertThat(texts(at(variable, "structure", "enum"))).isEqualTo(Structure.labels());
        assertThat(texts(at(schema, "$defs", "verdict", "enum")))
                .isEqualTo(Arrays.stream(Expectation.values())
                        .map(Expectation::label)
                        .toList());
    }

    private static JsonNode at(JsonNode start, String... path) {
        JsonNode node = start;
        for (String key : path) {
            node = new JsonFields(node, node.members("an object")).require(key, "a schema");
        }
        return node;
    }

    private static List<String> texts(JsonNode array) {
        return array.items("").stream().map(item -> item.text("")).toList();
    }
}
