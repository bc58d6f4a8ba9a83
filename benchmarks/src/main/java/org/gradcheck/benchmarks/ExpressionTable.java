package org.gradcheck.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Prints what the evaluation of each formula takes beside the calls of EJML, as a table; see {@link OverheadTable} on rounds. */
public final class ExpressionTable {

    private static final int ROUNDS = 2;
    private static final double UNDISTURBED = 10;

    private final int size;
    private final int rounds;

    private ExpressionTable(int size, int rounds) {
        this.size = size;
        this.rounds = rounds;
    }

    /** Prints the table; arguments set the size of the matrices, the number of rounds, and formulas where not all are wanted. */
    public static void main(String[] args) throws RunnerException {
        int size = args.length < 1 ? 500 : Integer.parseInt(args[0]);
        int rounds = args.length < 2 ? ROUNDS : Integer.parseInt(args[1]);
        List<Formula> formulas = args.length < 3
                ? List.of(Formula.values())
                : Arrays.stream(args).skip(2).map(Formula::valueOf).toList();
        new ExpressionTable(size, rounds).print(formulas);
    }

    private void print(List<Formula> formulas) throws RunnerException {
        System.out.println(SpeedComparison.HEADER);
        for (Formula formula : formulas) {
            List<SpeedComparison.Round> measured = new ArrayList<>();
            for (int i = 1; i <= rounds; i++) {
                System.err.printf("%s: round %d of %d%n", formula.text(), i, rounds);
                Collection<RunResult> results = new Runner(options(formula)).run();
                measured.add(new SpeedComparison.Round(
                        undisturbed(results, "byHand"),
                        undisturbed(results, "evaluated"),
                        undisturbed(results, "evaluatedComplex")));
            }
            System.out.println(new SpeedComparison(formula.text(), measured).row());
        }
    }

    private Options options(Formula formula) {
        return new OptionsBuilder()
                .include("\\." + ExpressionSpeed.class.getSimpleName() + "\\.")
                .param("formula", formula.name())
                .param("size", Integer.toString(size))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
    }

    private static double undisturbed(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .mapToDouble(result -> result.getPrimaryResult().getStatistics().getPercentile(UNDISTURBED))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JMH has measured no " + method));
    }
}
