package org.gradcheck.spec;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The results of a run over any number of specs, in the order of their files.
 *
 * @param seed the master seed
 * @param specs one entry a file
 * @param elapsed how long the run took
 * @param shard which part of a suite it is, where it is one
 */
public record SuiteResult(long seed, List<SpecResult> specs, Duration elapsed, Optional<Shard> shard) {

    public SuiteResult {
        specs = List.copyOf(specs);
    }

    /** The results of a whole suite. */
    public SuiteResult(long seed, List<SpecResult> specs, Duration elapsed) {
        this(seed, specs, elapsed, Optional.empty());
    }

    /** The same as results of a part. */
    public SuiteResult ofShard(Shard part) {
        return new SuiteResult(seed, specs, elapsed, Optional.of(part));
    }

    /** How many specs ended so. */
    public long count(Outcome outcome) {
        return specs.stream().filter(spec -> spec.outcome() == outcome).count();
    }
}
