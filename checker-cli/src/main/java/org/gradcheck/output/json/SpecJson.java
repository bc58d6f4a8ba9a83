package org.gradcheck.output.json;

import java.time.Duration;
import java.util.Optional;
import org.gradcheck.spec.SpecResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The result of one spec in JSON. Times are left out: two runs with the same seed give the same text. */
public final class SpecJson {

    private SpecJson() {}

    /** All that reports tell of it. */
    public static ObjectNode write(SpecResult spec) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", spec.file());
        node.put("title", spec.title());
        ArrayNode tags = node.putArray("tags");
        spec.tags().forEach(tags::add);
        node.put("seed", spec.seed());
        node.put("outcome", spec.outcome().label());
        spec.error().ifPresent(error -> node.put("error", error));
        spec.place().ifPresent(place -> WrittenJson.place(node.putObject("place"), place));
        ArrayNode checks = node.putArray("checks");
        spec.checks().forEach(check -> checks.add(CheckJson.write(check)));
        spec.chain().ifPresent(chain -> node.set("chain", ChainJson.write(chain)));
        spec.written().ifPresent(written -> node.set("written", WrittenJson.write(written)));
        return node;
    }

    /**
     * The result as far as reports tell of it; its time is zero.
     *
     * @throws tools.jackson.core.JacksonException if a key is missing or of another type
     * @throws IllegalArgumentException if a name is not one of those there are
     */
    public static SpecResult read(JsonNode node) {
        String file = node.required("file").stringValue();
        long seed = node.required("seed").longValue();
        SpecResult spec = new SpecResult(
                file,
                node.required("title").stringValue(),
                Words.list(node.required("tags")),
                seed,
                Optional.ofNullable(node.get("error")).map(JsonNode::stringValue),
                node.required("checks")
                        .valueStream()
                        .map(check -> CheckJson.read(check, seed))
                        .toList(),
                Duration.ZERO,
                Optional.ofNullable(node.get("chain")).map(chain -> ChainJson.read(chain, seed)),
                Optional.ofNullable(node.get("written")).map(written -> WrittenJson.read(written, file)),
                Optional.ofNullable(node.get("place")).map(place -> WrittenJson.place(place, file)));
        if (!spec.outcome().label().equals(node.required("outcome").stringValue())) {
            throw new IllegalArgumentException("the outcome is not that of the checks");
        }
        return spec;
    }
}
