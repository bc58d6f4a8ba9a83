package org.gradcheck.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gradcheck.assertj.AssertionContext;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Fact;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;

/**
 * Failures inside an invocation: they name the points, are replayed by the annotation, and abort when inconclusive unless
 * that is to fail.
 */
record DerivativeTestAssertionContext(Invocation invocation, CheckLog log) implements AssertionContext {

    @Override
    public String replay(long seed) {
        return "@DerivativeTest(seed = " + invocation.seed() + ", points = 1)";
    }

    @Override
    public void made(CheckReport report) {
        log.add(report, List.of(new Fact("replay", replay(report.seed()))));
    }

    @Override
    public List<Fact> facts(CheckReport report) {
        List<Fact> facts = new ArrayList<>();
        if (!invocation.truePoints().isEmpty()) {
            facts.add(new Fact("drawn", "point " + invocation.number() + " of " + invocation.of() + magnitudes()));
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
        List<TestPoint> points = invocation.truePoints();
        String magnitudes = points.stream()
                .flatMap(point -> point.chosen().magnitude().stream()
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
        invocation.settings().abortUnlessToFail(message);
    }
}
