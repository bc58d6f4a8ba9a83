package org.gradcheck.output;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradcheck.output.json.SpecJson;
import org.gradcheck.spec.Shard;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results that were read from files and put together as if one run had found them.
 *
 * @param suite the results, in the order of one run over the whole; their times are zero
 * @param replay the options of the run
 */
public record MergedResults(SuiteResult suite, Replay replay) {

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

    private record Results(
            String name, String program, long seed, Replay replay, Optional<Shard> shard, List<SpecResult> specs) {

        String described() {
            return shard.map(part -> "shard " + part).orElse("no shard");
        }

        String options() {
            String all = String.join(" ", replay.options()) + " " + String.join(" ", replay.others());
            return all.isBlank() ? "none" : all.strip();
        }
    }

    /**
     * Puts results together.
     *
     * @throws MergeException if one is not readable or of another version, seeds or options differ, a spec is there twice, or a part is
     *     missing or not complete
     */
    public static MergedResults of(List<Part> parts) {
        List<Results> all = parts.stream().map(MergedResults::read).toList();
        Results first = all.get(0);
        all.forEach(results -> requireAlike(first, results));
        List<SpecResult> specs = inOrder(all);
        requireOnce(all);
        Map<String, String> inputs = new TreeMap<>();
        all.forEach(results -> inputs.putAll(results.replay().inputs()));
        return new MergedResults(
                new SuiteResult(first.seed(), specs, Duration.ZERO),
                new Replay(first.replay().options(), first.replay().others(), inputs));
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
        try {
            JsonNode shard = root.path("shard");
            JsonNode settings = root.required("settings");
            Map<String, String> inputs = new HashMap<>();
            settings.required("inputs")
                    .properties()
                    .forEach(
                            entry -> inputs.put(entry.getKey(), entry.getValue().stringValue()));
            return new Results(
                    part.name(),
                    root.required("gradcheck").stringValue(),
                    root.required("seed").longValue(),
                    new Replay(strings(settings.required("options")), strings(settings.required("others")), inputs),
                    shard.isObject()
                            ? Optional.of(new Shard(
                                    shard.required("number").intValue(),
                                    shard.required("count").intValue()))
                            : Optional.empty(),
                    root.path("specs").valueStream().map(SpecJson::read).toList());
        } catch (JacksonException | IllegalArgumentException e) {
            throw unreadable(part, "a key is missing or has no such value");
        }
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    private static MergeException unreadable(Part part, String why) {
        return new MergeException(
                part.name() + " holds no results: " + why + "; expected what 'gradcheck check --json FILE' writes.");
    }

    private static void requireAlike(Results first, Results results) {
        if (!results.program().equals(first.program())) {
            throw new MergeException(first.name() + " is of gradcheck " + first.program() + " and " + results.name()
                    + " of gradcheck " + results.program() + "; expected results of one run, by one version.");
        }
        if (results.seed() != first.seed()) {
            throw new MergeException("the seed of " + first.name() + " is " + first.seed() + " and that of "
                    + results.name() + " is " + results.seed() + "; expected results of one run, with one seed.");
        }
        if (!results.options().equals(first.options())) {
            throw new MergeException("the options of " + first.name() + " are " + first.options() + " and those of "
                    + results.name() + " are " + results.options()
                    + "; expected results of one run, with the same options.");
        }
    }

    private static void requireOnce(List<Results> all) {
        Map<String, String> seen = new HashMap<>();
        for (Results results : all) {
            for (SpecResult spec : results.specs()) {
                String before = seen.put(spec.file(), results.name());
                if (before != null) {
                    throw new MergeException("the spec " + spec.file() + " is in " + before + " and in "
                            + results.name() + "; expected each spec once.");
                }
            }
        }
    }

    /** Parts are dealt back in turn; other results follow one another. */
    private static List<SpecResult> inOrder(List<Results> all) {
        if (all.stream().allMatch(results -> results.shard().isEmpty())) {
            return all.stream().flatMap(results -> results.specs().stream()).toList();
        }
        List<Results> ordered = byNumber(all);
        int size = ordered.stream().mapToInt(results -> results.specs().size()).sum();
        requireDealt(ordered, size);
        return IntStream.range(0, size)
                .mapToObj(i -> ordered.get(i % ordered.size()).specs().get(i / ordered.size()))
                .toList();
    }

    private static List<Results> byNumber(List<Results> all) {
        Results first = all.get(0);
        int count = first.shard().map(Shard::count).orElse(0);
        Map<Integer, Results> byNumber = new HashMap<>();
        for (Results results : all) {
            if (results.shard().map(Shard::count).orElse(0) != count) {
                throw new MergeException(first.name() + " is " + first.described() + ", and " + results.name() + " is "
                        + results.described() + "; expected all the shards of one run.");
            }
            Results before = byNumber.put(results.shard().orElseThrow().number(), results);
            if (before != null) {
                throw new MergeException(before.name() + " and " + results.name() + " are both " + results.described()
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

    /** Each part must have as many specs as a whole of that size deals to it. */
    private static void requireDealt(List<Results> ordered, int size) {
        List<Integer> whole = IntStream.range(0, size).boxed().toList();
        for (Results results : ordered) {
            if (results.shard().orElseThrow().of(whole).size()
                    != results.specs().size()) {
                throw new MergeException("the shards have "
                        + ordered.stream()
                                .map(part -> Integer.toString(part.specs().size()))
                                .collect(Collectors.joining(", "))
                        + " specs, into which no suite is dealt; expected all the shards of one run over the same specs"
                        + " that did not end early (--fail-fast).");
            }
        }
    }
}
