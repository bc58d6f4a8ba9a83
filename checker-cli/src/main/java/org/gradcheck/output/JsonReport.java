package org.gradcheck.output;

import java.util.Locale;
import org.gradcheck.output.json.SpecJson;
import org.gradcheck.spec.Outcome;
import org.gradcheck.spec.SuiteResult;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Results for machines, as the schema {@code results.schema.json} describes them. Times are left out: two runs with the
 * same seed give the same text. All that other reports tell is in it, so that they can be made of it.
 *
 * @param replay the options of the run
 */
public record JsonReport(Replay replay) {

    /** The version of the format; it grows when a reader of the old one would misunderstand the new one. */
    public static final int VERSION = 1;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The JSON text, ending with a line end. */
    public String of(SuiteResult suite) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", VERSION);
        root.put("gradcheck", ProgramVersion.text());
        root.put("seed", suite.seed());
        ObjectNode settings = root.putObject("settings");
        ArrayNode options = settings.putArray("options");
        replay.options().forEach(options::add);
        ArrayNode others = settings.putArray("others");
        replay.others().forEach(others::add);
        ObjectNode inputs = settings.putObject("inputs");
        replay.inputs().forEach(inputs::put);
        suite.shard()
                .ifPresent(shard ->
                        root.putObject("shard").put("number", shard.number()).put("count", shard.count()));
        ObjectNode summary = root.putObject("summary");
        for (Outcome outcome : Outcome.values()) {
            summary.put(key(outcome), suite.count(outcome));
        }
        ArrayNode specs = root.putArray("specs");
        suite.specs().forEach(spec -> specs.add(SpecJson.write(spec)));
        return MAPPER.writeValueAsString(root) + "\n";
    }

    private static String key(Outcome outcome) {
        return outcome == Outcome.ERROR ? "errors" : outcome.name().toLowerCase(Locale.ROOT);
    }
}
