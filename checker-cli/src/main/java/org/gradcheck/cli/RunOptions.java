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
import org.gradcheck.cli.option.Flag;
import org.gradcheck.cli.option.Options;
import org.gradcheck.cli.option.Value;
import org.gradcheck.cli.option.Values;
import org.gradcheck.output.Replay;
import org.gradcheck.spec.RunSettings;

/** The options that decide what is computed. */
final class RunOptions {

    private final Value<Long> seed;
    private final Value<Integer> points;
    private final Value<Integer> directions;
    private final Value<Integer> budget;
    private final Value<Double> accuracy;
    private final Value<DeclaredPrecision> precision;
    private final Flag strict;
    private final Value<Integer> jobs;
    private final LimitOptions limits;
    private final Values<String> tags;
    private final Flag explain;
    private final Flag failFast;

    RunOptions(Options options) {
        seed = options.value(
                Long.class,
                new SeedConverter(),
                "--seed",
                "N",
                "Decides every random choice, also of specs with a seed of their own: a whole number, or"
                        + " random. Default: " + CheckSettings.DEFAULT_SEED + ", so that two runs agree.");
        points = options.whole(
                "--points",
                "N",
                "Points at which each spec is checked: ordinary, large, small, and so on. Default: what the spec"
                        + " says, else 3.");
        directions = options.whole(
                "--directions", "N", "Directions tried at each point, at least. Default: what the spec says, else 2.");
        budget = options.whole("--budget", "N", "The most evaluations of f that a check may use at one point.");
        accuracy = options.value(
                Double.class,
                "--accuracy",
                "X",
                "Relative accuracy, such as 1e-8, of functions built on approximations: a smaller"
                        + " discrepancy confirms.");
        precision = options.value(
                DeclaredPrecision.class,
                new PrecisionConverter(),
                "--precision",
                "P",
                "What functions compute in, where their values do not show it: double, single, half, or the"
                        + " relative rounding error of their values, such as 1e-6. Default: what the spec says, else as"
                        + " the values look.");
        strict = options.flag("--strict", "Refute for a discrepancy that is certain, however tiny.");
        jobs = options.whole(
                "--jobs", "N", "Specs checked at a time; the results do not depend on it. Default: one a processor.");
        limits = new LimitOptions(options);
        tags = options.values(String.class, "--only", "TAG", "Only specs with this tag; may be repeated.");
        explain = options.flag(
                "--explain",
                "Look into every refuted derivative, also where that is expected, and tell how each possible"
                        + " cause fared.");
        failFast = options.flag("--fail-fast", "End after the first spec that does not pass.");
    }

    /** The options as one request; a value out of range is the user's to correct. */
    CheckRequest request(List<Path> paths) {
        require("--points", points.get(), n -> n >= 1, "must be at least 1");
        require("--directions", directions.get(), n -> n >= 1, "must be at least 1");
        int least = CheckSettings.SMALLEST_BUDGET;
        require(
                "--budget",
                budget.get(),
                n -> n >= least,
                "must be at least " + least + ", with fewer evaluations nothing can be decided");
        require("--accuracy", accuracy.get(), x -> x > 0 && x < 1, "is relative and must lie between 0 and 1");
        require("--jobs", jobs.get(), n -> n >= 1, "must be at least 1");
        RunSettings settings = new RunSettings(
                seed.get().map(OptionalLong::of).orElse(OptionalLong.empty()),
                whole(points.get()),
                whole(directions.get()),
                whole(budget.get()),
                accuracy.get().map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                precision.get().map(DeclaredPrecision::value),
                strict.isGiven(),
                jobs.get().orElseGet(() -> Runtime.getRuntime().availableProcessors()),
                explain.isGiven(),
                limits.limits());
        return new CheckRequest(paths, Optional.empty(), Set.copyOf(tags.get()), settings, Optional.empty());
    }

    boolean explain() {
        return explain.isGiven();
    }

    boolean failFast() {
        return failFast.isGiven();
    }

    /**
     * The options, beside the seed, that a replay must repeat.
     *
     * @param inputs the words for specs that are in no file
     */
    Replay replay(Map<String, String> inputs) {
        List<String> options = new ArrayList<>();
        points.get().ifPresent(n -> options.add("--points " + n));
        directions.get().ifPresent(n -> options.add("--directions " + n));
        budget.get().ifPresent(n -> options.add("--budget " + n));
        accuracy.get().ifPresent(x -> options.add("--accuracy " + x));
        precision.get().ifPresent(p -> options.add("--precision " + p.text()));
        if (strict.isGiven()) {
            options.add("--strict");
        }
        options.addAll(limits.words());
        List<String> others = new ArrayList<>();
        new LinkedHashSet<>(tags.get()).forEach(tag -> others.add("--only " + Replay.quoted(tag)));
        if (explain.isGiven()) {
            others.add("--explain");
        }
        if (failFast.isGiven()) {
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
