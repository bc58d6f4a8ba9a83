package org.gradcheck.benchmarks;

import java.util.List;
import java.util.function.Supplier;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The calls of the user's code that a check makes, without the check: as many of each, all at the point itself.
 *
 * @param function the calls of f
 * @param derivatives the calls of the supplied derivatives
 */
record Evaluations(Calls function, List<Calls> derivatives) {

    Evaluations {
        derivatives = List.copyOf(derivatives);
    }

    void make(Blackhole blackhole) {
        function.make(blackhole);
        for (Calls calls : derivatives) {
            calls.make(blackhole);
        }
    }

    /** How often the derivatives are called, all forms together. */
    int derivativeCalls() {
        return derivatives.stream().mapToInt(Calls::times).sum();
    }

    /** One call, to be made a number of times. */
    record Calls(int times, Supplier<Object> call) {

        private void make(Blackhole blackhole) {
            for (int i = 0; i < times; i++) {
                blackhole.consume(call.get());
            }
        }
    }
}
