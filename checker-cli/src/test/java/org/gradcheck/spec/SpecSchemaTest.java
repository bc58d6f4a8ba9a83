package org.gradcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradcheck.derivative.Form;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.spec.json.JsonTree;
import org.gradcheck.spec.json.JsonValue;
import org.gradcheck.structure.Structure;
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

    /** A new object in the schema must be one that the tests above compare with the reader. */
    @Test
    void noOtherObjectHasKeysOfItsOwn() {
        assertThat(objects(schema).map(properties -> properties.members("").keySet()))
                .containsExactlyInAnyOrder(
                        Set.copyOf(Keys.SPEC.known()),
                        Set.copyOf(Keys.CHECK.known()),
                        Set.copyOf(Keys.VARIABLE.known()),
                        Set.copyOf(Keys.DISTRIBUTION.known()),
                        Set.copyOf(Keys.STAGE.known()),
                        Set.copyOf(Keys.EXPECTED.known()),
                        Arrays.stream(Form.values()).map(Form::label).collect(Collectors.toSet()));
    }

    @Test
    void everyKeyIsExplained() {
        assertThat(objects(schema).flatMap(properties -> properties.members("").entrySet().stream()))
                .allSatisfy(property -> assertThat(resolved(property.getValue()).keySet())
                        .as(property.getKey())
                        .contains("title", "description", "examples"));
    }

    @Test
    void everyDefinitionIsExplained() {
        assertThat(at(schema, "$defs").members(""))
                .allSatisfy((name, definition) ->
                        assertThat(definition.members("").keySet()).as(name).contains("title", "description"));
    }

    /** The keys of each object that has fixed ones, anywhere below. */
    private static Stream<JsonNode> objects(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> members = node.members("");
            return Stream.concat(
                    Stream.ofNullable(members.get("properties")),
                    members.values().stream().flatMap(SpecSchemaTest::objects));
        }
        return node.value() instanceof JsonValue.Items
                ? node.items("").stream().flatMap(SpecSchemaTest::objects)
                : Stream.empty();
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
    void everyFormHasItsVerdicts() {
        assertThat(at(at(spec, "expect", "anyOf").items("").get(1), "properties")
                        .members("")
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Form.values()).map(Form::label).toList());
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
