package org.gradcheck.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gradcheck.assertj.AssertionContext;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Fact;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;
import org.opentest4j.TestAbortedException;

/**
 * Failures inside an invocation: they name the points, are replayed by the annotation, and abort when inconclusive unless
 * that is to fail.
 */
record DerivativeTestAssertionContext(
        long invocationSeed, int number, int of, InconclusiveOutcome inconclusive, List<DrawnPoint> points)
        implements AssertionContext {

    @Override
    public String replay(long seed) {
        return "@DerivativeTest(seed = " + invocationSeed + ", points = 1)";
    }

    @Override
    public List<Fact> facts(CheckReport report) {
        List<Fact> facts = new ArrayList<>();
        if (!points.isEmpty()) {
            facts.add(new Fact("drawn", "point " + number + " of " + of + magnitudes()));
            if (hasNoValue(report)) {
                facts.add(new Fact(
                        "hint",
                        "if f has no value at such points, say where it has: @Point(distribution = POSITIVE), or"
                                + " UNIFORM with `low` and `high`"));
            }
        }
        return facts;
    }

    private String magnitudes() {
        String magnitudes = points.stream()
                .flatMap(point -> point.magnitude().stream()
                        .map(magnitude -> (points.size() == 1 ? "" : point.name() + " ") + magnitude.label()))
                .collect(Collectors.joining(", "));
        return magnitudes.isEmpty() ? "" : " (" + magnitudes + ")";
    }

    private static boolean hasNoValue(CheckReport report) {
        return report.verdict() instanceof Verdict.Inconclusive verdict
                && verdict.reason() == InconclusiveReason.FUNCTION_FAILED;
    }

    @Override
    public void beforeInconclusiveFailure(String message) {
        if (inconclusive == InconclusiveOutcome.ABORT) {
            throw new TestAbortedException(message);
        }
    }
}
