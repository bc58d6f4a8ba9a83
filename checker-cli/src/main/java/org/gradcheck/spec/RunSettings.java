package org.gradcheck.spec;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.function.Precision;

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
 */
public record RunSettings(
        OptionalLong seed,
        OptionalInt points,
        OptionalInt directions,
        OptionalInt budget,
        OptionalDouble accuracy,
        Optional<Precision> precision,
        boolean strict,
        int jobs) {

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
                1);
    }

    /** The same with a master seed. */
    public RunSettings withSeed(long newSeed) {
        return new RunSettings(OptionalLong.of(newSeed), points, directions, budget, accuracy, precision, strict, jobs);
    }

    /** The same with another number of specs checked at once. */
    public RunSettings withJobs(int newJobs) {
        return new RunSettings(seed, points, directions, budget, accuracy, precision, strict, newJobs);
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

    CheckSettings settings(long checkSeed, CheckOptions options) {
        return settings(
                checkSeed,
                directions.isPresent() ? directions : options.directions(),
                budget.isPresent() ? budget : options.budget(),
                accuracy.isPresent() ? accuracy : options.accuracy(),
                precision.isPresent() ? precision : options.precision(),
                strict || options.strict());
    }

    private static CheckSettings settings(
            long seed,
            OptionalInt directions,
            OptionalInt budget,
            OptionalDouble accuracy,
            Optional<Precision> precision,
            boolean strict) {
        CheckSettings defaults = CheckSettings.defaults();
        return new CheckSettings(
                seed,
                directions.orElse(defaults.directions()),
                budget,
                accuracy,
                strict,
                defaults.timeout(),
                precision,
                defaults.parallel());
    }
}
