package org.gradcheck.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs all benchmarks and prints what checking adds to the evaluations, as a table. The two sides of a ratio are measured
 * one right after the other and in several rounds, so that a machine that gets busy shows as scatter and not as a result.
 * Of each side the lowest tenth of the samples counts: where other processes want the processor too, that is the time of
 * a check that was not interrupted, which a mean or a median is not.
 */
public final class OverheadTable {

    private static final int ROUNDS = 3;
    private static final double UNDISTURBED = 10;
    private static final int[] MICROSECONDS = {0, 10, 100};

    private final int rounds;

    private OverheadTable(int rounds) {
        this.rounds = rounds;
    }

    /** Prints the table; an argument sets the number of rounds. */
    public static void main(String[] args) throws RunnerException {
        int rounds = args.length == 0 ? ROUNDS : Integer.parseInt(args[0]);
        new OverheadTable(rounds).print();
    }

    private void print() throws RunnerException {
        System.out.println(Comparison.HEADER);
        for (Problem problem : Problem.values()) {
            Evaluations evaluations = problem.workload(new BusyWait(0)).count();
            for (int microseconds : MICROSECONDS) {
                measure(
                        problem.title() + (microseconds == 0 ? "" : padding(microseconds)),
                        evaluations,
                        benchmark(CheckOverhead.class)
                                .param("problem", problem.name())
                                .param("microseconds", Integer.toString(microseconds)));
            }
        }
        measure(
                "the first check of a virtual machine" + padding(FirstCheck.MICROSECONDS),
                FirstCheck.workload().count(),
                benchmark(FirstCheck.class));
        measure(
                "gradient, 1,000,000 sines, heap of 512 MB",
                LargeCheck.workload().count(),
                benchmark(LargeCheck.class));
    }

    private void measure(String title, Evaluations evaluations, ChainedOptionsBuilder options) throws RunnerException {
        List<Comparison.Round> measured = new ArrayList<>();
        for (int i = 1; i <= rounds; i++) {
            System.err.printf("%s: round %d of %d%n", title, i, rounds);
            Collection<RunResult> results = new Runner(options.build()).run();
            measured.add(new Comparison.Round(undisturbed(results, "check"), undisturbed(results, "evaluationsAlone")));
        }
        System.out.println(new Comparison(title, evaluations, measured).row());
    }

    private static String padding(int microseconds) {
        return ", + " + microseconds + " µs a call";
    }

    private static ChainedOptionsBuilder benchmark(Class<?> benchmark) {
        return new OptionsBuilder()
                .include("\\." + benchmark.getSimpleName() + "\\.")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
    }

    private static double undisturbed(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .mapToDouble(result -> result.getPrimaryResult().getStatistics().getPercentile(UNDISTURBED))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JMH has measured no " + method));
    }
}
