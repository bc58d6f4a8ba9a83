package org.gradcheck.spec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.point.Choice;
import org.gradcheck.point.Seed;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;

/**
 * Checks a claim point by point. A point that we chose, and where nothing can be said, is redrawn, nearer and nearer to
 * where functions usually have values and derivatives that can be seen. Nothing that speaks against the derivative is a
 * reason to redraw.
 *
 * @param spec the spec
 * @param claim the claim
 * @param settings what the user says about the run
 * @param limit the time that is left
 * @param points at how many points it is checked
 * @param seed the seed of the spec, which decides its points
 */
record PointChecks(
        CompiledSpec spec, CompiledClaim claim, RunSettings settings, TimeLimit limit, int points, Seed seed) {

    /**
     * What came of one point.
     *
     * @param point the point that counts
     * @param report the report on it
     * @param redraw whether and why it is not the first choice
     * @param evaluations evaluations of f, also at points given up
     */
    record Result(CheckedPoint point, CheckReport report, Optional<Redraw> redraw, int evaluations) {}

    private record Attempt(Choice choice, List<DrawnValue> values, CheckReport report) {

        /** Why the point is of no use; empty where the verdict stands. */
        Optional<InconclusiveReason> fault() {
            return report.decisiveResults().get(0).verdict() instanceof Verdict.Inconclusive inconclusive
                    ? Optional.of(inconclusive.reason()).filter(Attempt::isOfThePoint)
                    : Optional.empty();
        }

        private static boolean isOfThePoint(InconclusiveReason reason) {
            return switch (reason) {
                case FUNCTION_FAILED, UNRESOLVED, DOMAIN, NOT_CONVERGING, NONSMOOTH, SMALL_DISCREPANCY, TWO_REGIMES ->
                    true;
                case LONE_DISAGREEMENT,
                        BUDGET,
                        TIMED_OUT,
                        MUTATED_INPUT,
                        NOT_DETERMINISTIC,
                        ZERO_DIRECTION,
                        FIRST_ORDER_RETRACTION -> false;
            };
        }

        /** What to try instead; empty where the verdict stands or nothing is left. */
        Optional<Choice> instead() {
            return fault().flatMap(
                            fault -> fault == InconclusiveReason.FUNCTION_FAILED ? choice.next() : choice.nearer());
        }
    }

    /** Checks the claim at the point of a number. */
    Result check(int number) {
        Attempt first = attempt(Choice.first(number));
        Attempt last = first;
        int evaluations = first.report().evaluations();
        int redraws = 0;
        Optional<Choice> instead = spec.isRandom() ? last.instead() : Optional.empty();
        while (instead.isPresent()) {
            last = attempt(instead.get());
            evaluations += last.report().evaluations();
            redraws++;
            instead = last.instead();
        }
        boolean inVain = last.fault().isPresent();
        Attempt standing = inVain ? first : last;
        Optional<Redraw> redraw = redraws == 0
                ? Optional.empty()
                : Optional.of(new Redraw(number, redraws, first.fault().orElseThrow(), inVain));
        CheckedPoint point = CheckedPoint.of(claim, standing.choice(), points, standing.values());
        return new Result(point, standing.report(), redraw, evaluations);
    }

    private Attempt attempt(Choice choice) {
        List<DrawnValue> values = spec.point(claim, seed, choice);
        Map<String, DMatrixRMaj> point = new HashMap<>();
        values.forEach(value -> point.put(value.variable().name(), value.value()));
        Seed claimSeed = seed.split(claim.claim().form().label())
                .split(claim.claim().variable().orElse(""))
                .split(choice.number());
        Seed own = choice.isRedrawn() ? claimSeed.split(choice.redraws()) : claimSeed;
        CheckSettings all = settings.settings(own.value(), spec.spec().options(), claim.claim());
        CheckReport report =
                claim.check(point, limit.left().map(all::withTimeout).orElse(all));
        return new Attempt(
                choice,
                values,
                report.withResults(report.results().stream().map(this::worded).toList()));
    }

    /** The time that was left to a check means nothing to anybody; the limit does. */
    private CheckResult worded(CheckResult result) {
        return result.verdict() instanceof Verdict.Inconclusive inconclusive
                        && inconclusive.reason() == InconclusiveReason.TIMED_OUT
                ? new CheckResult(
                        result.name(),
                        new Verdict.Inconclusive(
                                inconclusive.reason(),
                                "the checks of the spec were given up after " + limit.text()
                                        + "; --timeout=SECONDS allows more"),
                        result.evidence(),
                        result.diagnosis())
                : result;
    }
}
