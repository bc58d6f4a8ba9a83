package org.gradcheck.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradcheck.spec.Outcome;
import org.gradcheck.spec.Shard;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Results that were read from files and put together as if one run had found them.
 *
 * @param seed the master seed of all of them
 * @param specs the specs, in the order of one run over the whole
 */
public record MergedResults(long seed, List<JsonNode> specs) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * The text of a file of results.
     *
     * @param name its name
     * @param text what it holds
     */
    public record Part(String name, String text) {}

    /** Results that cannot be put together; the message says which and why. */
    public static final class MergeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MergeException(String message) {
            super(message);
        }
    }

    private record Results(String name, long seed, Optional<Shard> shard, List<JsonNode> specs) {}

    public MergedResults {
        specs = List.copyOf(specs);
    }

    /**
     * Puts results together.
     *
     * @throws MergeException if one is not readable or of another version, seeds differ, a spec is there twice, or a part is missing
     */
    public static MergedResults of(List<Part> parts) {
        List<Results> all = parts.stream().map(MergedResults::read).toList();
        Results first = all.get(0);
        for (Results results : all) {
            if (results.seed() != first.seed()) {
                throw new MergeException("the seed of " + first.name() + " is " + first.seed() + " and that of "
                        + results.name() + " is " + results.seed() + "; expected results of one run, with one seed.");
            }
        }
        List<JsonNode> specs = inOrder(all);
        requireOnce(all);
        return new MergedResults(first.seed(), specs);
    }

    private static Results read(Part part) {
        JsonNode root;
        try {
            root = MAPPER.readTree(part.text());
        } catch (JacksonException e) {
            throw unreadable(part, "it is not JSON");
        }
        if (!root.path("version").isIntegralNumber() || !root.path("specs").isArray()) {
            throw unreadable(part, "it has no \"version\" or no \"specs\"");
        }
        if (root.path("version").intValue() != JsonReport.VERSION) {
            throw new MergeException(part.name() + " holds results of version "
                    + root.path("version").intValue() + ", and this gradcheck reads version " + JsonReport.VERSION
                    + "; expected results of one version.");
        }
        JsonNode shard = root.path("shard");
        try {
            List<JsonNode> specs = root.path("specs").valueStream().toList();
            specs.forEach(spec -> {
                spec.required("file").stringValue();
                spec.required("title").stringValue();
                spec.required("checks").size();
                outcome(spec);
            });
            return new Results(
                    part.name(),
                    root.required("seed").longValue(),
                    shard.isObject()
                            ? Optional.of(new Shard(
                                    shard.required("number").intValue(),
                                    shard.required("count").intValue()))
                            : Optional.empty(),
                    specs);
        } catch (JacksonException | IllegalArgumentException e) {
            throw unreadable(part, "a key is missing or has no such value");
        }
    }

    private static MergeException unreadable(Part part, String why) {
        return new MergeException(
                part.name() + " holds no results: " + why + "; expected what 'gradcheck check --json FILE' writes.");
    }

    private static void requireOnce(List<Results> all) {
        Map<String, String> seen = new HashMap<>();
        for (Results results : all) {
            for (JsonNode spec : results.specs()) {
                String file = spec.path("file").stringValue();
                String before = seen.put(file, results.name());
                if (before != null) {
                    throw new MergeException("the spec " + file + " is in " + before + " and in " + results.name()
                            + "; expected each spec once.");
                }
            }
        }
    }

    /** Parts are dealt back in turn; other results follow one another. */
    private static List<JsonNode> inOrder(List<Results> all) {
        if (all.stream().allMatch(results -> results.shard().isEmpty())) {
            return all.stream().flatMap(results -> results.specs().stream()).toList();
        }
        List<Results> ordered = byNumber(all);
        List<JsonNode> specs = new ArrayList<>();
        int longest = ordered.stream()
                .mapToInt(results -> results.specs().size())
                .max()
                .orElse(0);
        for (int i = 0; i < longest; i++) {
            for (Results results : ordered) {
                if (i < results.specs().size()) {
                    specs.add(results.specs().get(i));
                }
            }
        }
        return specs;
    }

    private static List<Results> byNumber(List<Results> all) {
        Results first = all.get(0);
        int count = first.shard().map(Shard::count).orElse(0);
        Map<Integer, Results> byNumber = new HashMap<>();
        for (Results results : all) {
            if (results.shard().map(Shard::count).orElse(0) != count) {
                throw new MergeException(first.name() + " is " + described(first) + ", and " + results.name() + " is "
                        + described(results) + "; expected all the shards of one run.");
            }
            Results before = byNumber.put(results.shard().orElseThrow().number(), results);
            if (before != null) {
                throw new MergeException(before.name() + " and " + results.name() + " are both " + described(results)
                        + "; expected each shard once.");
            }
        }
        List<Results> ordered = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Results results = byNumber.get(number);
            if (results == null) {
                throw new MergeException("the results of shard " + number + " of " + count
                        + " are missing; expected all the shards of one run.");
            }
            ordered.add(results);
        }
        return ordered;
    }

    private static String described(Results results) {
        return results.shard().map(shard -> "shard " + shard).orElse("no shard");
    }

    /** How a spec ended. */
    static Outcome outcome(JsonNode spec) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.label().equals(spec.path("outcome").stringValue())) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("unknown outcome");
    }

    /** How many specs ended so. */
    public long count(Outcome outcome) {
        return specs.stream().filter(spec -> outcome(spec) == outcome).count();
    }

    /** The results as one run over the whole would write them. */
    public String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", JsonReport.VERSION);
        root.put("seed", seed);
        JsonReport.summary(root, this::count);
        ArrayNode all = root.putArray("specs");
        specs.forEach(all::add);
        return JsonReport.text(root);
    }
}
