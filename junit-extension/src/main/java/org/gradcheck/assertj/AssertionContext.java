package org.gradcheck.assertj;

import java.util.List;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Fact;

/** What surrounds an assertion: how its check is replayed, and what becomes of an inconclusive one. */
public interface AssertionContext {

    /** No surroundings: the seed is set on the assertion, and an inconclusive check is a failure. */
    static AssertionContext none() {
        return new AssertionContext() {
            @Override
            public String replay(long seed) {
                return ".withSeed(" + seed + ")";
            }

            @Override
            public void beforeInconclusiveFailure(String message) {
                // the assertion fails
            }
        };
    }

    /**
     * The line that repeats a check.
     *
     * @param seed the seed that decided the check's random choices
     */
    String replay(long seed);

    /**
     * What else is to be known about a failing check, such as which of several points it was made at.
     *
     * @param report the report of the check
     */
    default List<Fact> facts(CheckReport report) {
        return List.of();
    }

    /**
     * Called with the report of every check that is made, whatever it says.
     *
     * @param report the report of the check
     */
    default void made(CheckReport report) {}

    /**
     * Called when a check is inconclusive, before the assertion fails. May throw to end the test in another way.
     *
     * @param message the message of the coming failure
     */
    void beforeInconclusiveFailure(String message);
}
