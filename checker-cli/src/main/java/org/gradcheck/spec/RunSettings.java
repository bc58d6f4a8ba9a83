package org.gradcheck.spec;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.function.Precision;
import org.gradcheck.space.Indexing;

/**
 * What a user says about a run. Whatever is left open is decided by the spec, and else by default.
 *
 * @param seed the master seed
 * @param points at how many points each derivative is checked; a spec in which nothing is random has only one
 * @param directions along how many directions at least
 * @param budget the most evaluations of f for a check at one point
 * @param accuracy the relative accuracy to which f and its derivatives agree at best
 * @param precision the precision f computes in, where its values do not show it
 * @param strict whether a certain but tiny discrepancy refutes, in all specs
 * @param jobs how many specs are checked at once
 * @param explain whether refuted derivatives are looked into even where nothing but a refutation is expected
 * @param limits what each spec may take
 */
public record RunSettings(
        OptionalLong seed,
        OptionalInt points,
        OptionalInt directions,
        OptionalInt budget,
        OptionalDouble accuracy,
        Optional<Precision> precision,
        boolean strict,
        int jobs,
        boolean explain,
        Limits limits) {

    private static final int DEFAULT_POINTS = 3;

    public RunSettings {
        if (points.isPresent() && points.getAsInt() < 1) {
            throw new IllegalArgumentException("points must be at least 1, got " + points.getAsInt());
        }
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs must be at least 1, got " + jobs);
        }
        // Whatever a check would refuse is refused here, before anything runs.
        settings(CheckSettings.DEFAULT_SEED, directions, budget, accuracy, precision, strict);
    }

    /** Nothing said; one job. */
    public static RunSettings defaults() {
        return new RunSettings(
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                false,
                1,
                false,
                Limits.defaults());
    }

    /** The same with a master seed. */
    public RunSettings withSeed(long newSeed) {
        return new RunSettings(
                OptionalLong.of(newSeed),
                points,
                directions,
                budget,
                accuracy,
                precision,
                strict,
                jobs,
                explain,
                limits);
    }

    /** The same, refuted derivatives being looked into always or only where it matters. */
    public RunSettings withExplain(boolean newExplain) {
        return new RunSettings(seed, points, directions, budget, accuracy, precision, strict, jobs, newExplain, limits);
    }

    /** The same with another number of specs checked at once. */
    public RunSettings withJobs(int newJobs) {
        return new RunSettings(seed, points, directions, budget, accuracy, precision, strict, newJobs, explain, limits);
    }

    /** The same with other limits. */
    public RunSettings withLimits(Limits newLimits) {
        return new RunSettings(seed, points, directions, budget, accuracy, precision, strict, jobs, explain, newLimits);
    }

    /** The seed of specs that have none of their own. */
    public long masterSeed() {
        return seed.orElse(CheckSettings.DEFAULT_SEED);
    }

    long seed(CheckOptions options) {
        return seed.orElse(options.seed().orElse(CheckSettings.DEFAULT_SEED));
    }

    /** At how many points the derivatives of a spec are checked. */
    public int points(CompiledSpec compiled) {
        return compiled.isRandom()
                ? points.orElse(compiled.spec().options().points().orElse(DEFAULT_POINTS))
                : 1;
    }

    CheckSettings settings(long checkSeed, CheckOptions options, Claim claim) {
        boolean surprising = claim.expected() != Expectation.REFUTED;
        CheckSettings settings = settings(
                checkSeed,
                directions.isPresent() ? directions : options.directions(),
                budget.isPresent() ? budget : options.budget(),
                accuracy.isPresent() ? accuracy : options.accuracy(),
                precision.isPresent() ? precision : options.precision(),
                strict || options.strict());
        return settings.withExplained(explain || surprising || claim.finding().isAny())
                .withIndexing(Indexing.FROM_ONE)
                .withWandering(true);
    }

    private static CheckSettings settings(
            long seed,
            OptionalInt directions,
            OptionalInt budget,
            OptionalDouble accuracy,
            Optional<Precision> precision,
            boolean strict) {
        CheckSettings settings = CheckSettings.defaults()
                .withSeed(seed)
                .withDirections(directions.orElse(CheckSettings.defaults().directions()))
                .withStrict(strict);
        settings = budget.isPresent() ? settings.withBudget(budget.getAsInt()) : settings;
        settings = accuracy.isPresent() ? settings.withAccuracy(accuracy.getAsDouble()) : settings;
        return precision.isPresent() ? settings.withPrecision(precision.get()) : settings;
    }
}
