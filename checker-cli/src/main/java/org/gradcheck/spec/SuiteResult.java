package org.gradcheck.spec;

import java.time.Duration;
import java.util.List;

/**
 * The results of a run over any number of specs, in the order of their files.
 *
 * @param seed the master seed
 * @param specs one entry a file
 * @param elapsed how long the run took
 */
public record SuiteResult(long seed, List<SpecResult> specs, Duration elapsed) {

    public SuiteResult {
        specs = List.copyOf(specs);
    }

    /** How many specs ended so. */
    public long count(Outcome outcome) {
        return specs.stream().filter(spec -> spec.outcome() == outcome).count();
    }
}
