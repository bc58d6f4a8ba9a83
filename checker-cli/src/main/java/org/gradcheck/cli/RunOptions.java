package org.gradcheck.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.output.Replay;
import org.gradcheck.spec.RunSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that decide what is computed. */
final class RunOptions {

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = SeedConverter.class,
            description = "Decides every random choice, also of specs with a seed of their own: a whole number, or"
                    + " random. Default: " + CheckSettings.DEFAULT_SEED + ", so that two runs agree.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--points",
            paramLabel = "N",
            description =
                    "Points at which each spec is checked: ordinary, large, small, and so on. Default: what the spec"
                            + " says, else 3.")
    private Optional<Integer> points = Optional.empty();

    @Option(
            names = "--directions",
            paramLabel = "N",
            description = "Directions tried at each point, at least. Default: what the spec says, else 2.")
    private Optional<Integer> directions = Optional.empty();

    @Option(
            names = "--budget",
            paramLabel = "N",
            description = "The most evaluations of f that a check may use at one point.")
    private Optional<Integer> budget = Optional.empty();

    @Option(
            names = "--accuracy",
            paramLabel = "X",
            description = "Relative accuracy, such as 1e-8, of functions built on approximations: a smaller"
                    + " discrepancy confirms.")
    private Optional<Double> accuracy = Optional.empty();

    @Option(
            names = "--precision",
            paramLabel = "P",
            converter = PrecisionConverter.class,
            description = "What functions compute in, where their values do not show it: double, single, half, or the"
                    + " relative rounding error of their values, such as 1e-6. Default: what the spec says, else as"
                    + " the values look.")
    private Optional<DeclaredPrecision> precision = Optional.empty();

    @Option(names = "--strict", description = "Refute for a discrepancy that is certain, however tiny.")
    private boolean strict;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Specs checked at a time; the results do not depend on it. Default: one a processor.")
    private Optional<Integer> jobs = Optional.empty();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(names = "--only", paramLabel = "TAG", description = "Only specs with this tag; may be repeated.")
    private Set<String> tags = new LinkedHashSet<>();

    @Option(
            names = "--explain",
            description = "Look into every refuted derivative, also where that is expected, and tell how each possible"
                    + " cause fared.")
    private boolean explain;

    @Option(names = "--fail-fast", description = "End after the first spec that does not pass.")
    private boolean failFast;

    /** The options as one request; a value out of range is the user's to correct. */
    CheckRequest request(List<Path> paths) {
        require("--points", points, n -> n >= 1, "must be at least 1");
        require("--directions", directions, n -> n >= 1, "must be at least 1");
        int least = CheckSettings.SMALLEST_BUDGET;
        require(
                "--budget",
                budget,
                n -> n >= least,
                "must be at least " + least + ", with fewer evaluations nothing can be decided");
        require("--accuracy", accuracy, x -> x > 0 && x < 1, "is relative and must lie between 0 and 1");
        require("--jobs", jobs, n -> n >= 1, "must be at least 1");
        RunSettings settings = new RunSettings(
                seed.map(OptionalLong::of).orElse(OptionalLong.empty()),
                whole(points),
                whole(directions),
                whole(budget),
                accuracy.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                precision.map(DeclaredPrecision::value),
                strict,
                jobs.orElseGet(() -> Runtime.getRuntime().availableProcessors()),
                explain,
                limits.limits());
        return new CheckRequest(paths, Optional.empty(), Set.copyOf(tags), settings, Optional.empty());
    }

    boolean explain() {
        return explain;
    }

    boolean failFast() {
        return failFast;
    }

    /**
     * The options, beside the seed, that a replay must repeat.
     *
     * @param inputs the words for specs that are in no file
     */
    Replay replay(Map<String, String> inputs) {
        List<String> options = new ArrayList<>();
        points.ifPresent(n -> options.add("--points " + n));
        directions.ifPresent(n -> options.add("--directions " + n));
        budget.ifPresent(n -> options.add("--budget " + n));
        accuracy.ifPresent(x -> options.add("--accuracy " + x));
        precision.ifPresent(p -> options.add("--precision " + p.text()));
        if (strict) {
            options.add("--strict");
        }
        options.addAll(limits.words());
        List<String> others = new ArrayList<>();
        tags.forEach(tag -> others.add("--only " + Replay.quoted(tag)));
        if (explain) {
            others.add("--explain");
        }
        if (failFast) {
            others.add("--fail-fast");
        }
        return new Replay(options, others, inputs);
    }

    private static OptionalInt whole(Optional<Integer> value) {
        return value.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static <T> void require(String option, Optional<T> value, Predicate<T> valid, String rule) {
        if (value.isPresent() && !valid.test(value.get())) {
            throw new CommandException(option + " " + rule + ", got " + value.get() + ".");
        }
    }
}
