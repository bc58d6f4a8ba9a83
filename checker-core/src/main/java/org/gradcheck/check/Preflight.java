package org.gradcheck.check;

import java.util.Optional;
import org.gradcheck.function.Evaluation;
import org.gradcheck.function.Fault;
import org.gradcheck.function.GuardedFunction;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;

/**
 * What must hold before a derivative can be judged: f has a finite value at the point, leaves its argument alone, and
 * gives the same value when asked again.
 */
final class Preflight {

    /** Parallel sums differ in the last digits from run to run; that is noise, not a fault. */
    private static final double ROUNDING_ULPS = 64;

    private Preflight() {}

    /** A value found twice, or the reason why there is none. */
    sealed interface Outcome {}

    record Ready(double[] value, double repeatDeviation) implements Outcome {}

    record Unfit(Verdict.Inconclusive verdict) implements Outcome {}

    static Outcome evaluate(GuardedFunction function, double[] x) {
        Evaluation first = function.evaluate(x);
        if (first instanceof Evaluation.Failure failure) {
            return new Unfit(verdict(failure.fault()));
        }
        Evaluation second = function.evaluate(x);
        if (second instanceof Evaluation.Failure failure) {
            return new Unfit(verdict(failure.fault()));
        }
        double[] value = ((Evaluation.Value) first).coordinates();
        double[] again = ((Evaluation.Value) second).coordinates();
        return difference(value, again)
                .<Outcome>map(fault -> new Unfit(verdict(fault)))
                .orElseGet(() -> new Ready(value, largestDifference(value, again) / Math.sqrt(2)));
    }

    private static Optional<Fault> difference(double[] first, double[] second) {
        double size = 0;
        for (double y : first) {
            size = Math.max(size, Math.abs(y));
        }
        for (int i = 0; i < first.length; i++) {
            if (Math.abs(first[i] - second[i]) > ROUNDING_ULPS * Math.ulp(size)) {
                return Optional.of(new Fault(
                        Fault.Kind.NOT_DETERMINISTIC,
                        "returned " + first[i] + " and then " + second[i] + " for one argument"
                                + (first.length == 1 ? "" : " at index " + i)));
            }
        }
        return Optional.empty();
    }

    private static double largestDifference(double[] first, double[] second) {
        double largest = 0;
        for (int i = 0; i < first.length; i++) {
            largest = Math.max(largest, Math.abs(first[i] - second[i]));
        }
        return largest;
    }

    private static Verdict.Inconclusive verdict(Fault fault) {
        InconclusiveReason reason = switch (fault.kind()) {
            case MUTATED_INPUT -> InconclusiveReason.MUTATED_INPUT;
            case NOT_DETERMINISTIC -> InconclusiveReason.NOT_DETERMINISTIC;
            case THREW, RETURNED_NULL, WRONG_LENGTH, NOT_FINITE, MISUSED_BUFFER -> InconclusiveReason.FUNCTION_FAILED;
        };
        return Verdicts.inconclusive(reason, "f " + fault.detail());
    }
}
