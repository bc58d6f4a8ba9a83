package org.gradcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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

    @Test
    void keysAreThoseOfTheReader() {
        assertThat(spec.members("").keySet()).containsExactlyInAnyOrderElementsOf(Keys.SPEC.known());
        assertThat(check.members("").keySet()).containsExactlyInAnyOrderElementsOf(Keys.CHECK.known());
        assertThat(variable.members("").keySet()).containsExactlyInAnyOrderElementsOf(Keys.VARIABLE.known());
        assertThat(distribution.members("").keySet()).containsExactlyInAnyOrderElementsOf(Keys.DISTRIBUTION.known());
    }

    @Test
    void everyKeyIsExplained() {
        Stream.of(spec, check, variable, distribution)
                .flatMap(properties -> properties.members("").entrySet().stream())
                .forEach(property -> assertThat(property.getValue().members("").keySet())
                        .as(property.getKey())
                        .contains("title", "description", "examples"));
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
