package org.gradcheck.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Keeps the benchmarks from rotting; what they measure here means nothing. */
class BenchmarksTest {

    private static final int METHODS_OF_CHECKS = 2;
    private static final int METHODS_OF_EXPRESSIONS = 3;

    @Test
    void everyBenchmarkRuns() throws RunnerException {
        Options once = new OptionsBuilder()
                .include("org.gradcheck.benchmarks")
                .param("compilingMilliseconds", "1")
                .param("microseconds", "1")
                .param("size", "5")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();

        Collection<RunResult> results = new Runner(once).run();

        assertThat(results)
                .hasSize(METHODS_OF_CHECKS * (Problem.values().length + 2)
                        + METHODS_OF_EXPRESSIONS * Formula.values().length);
    }
}
