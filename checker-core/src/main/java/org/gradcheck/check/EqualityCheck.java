package org.gradcheck.check;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gradcheck.function.Evaluation;
import org.gradcheck.function.GuardedFunction;
import org.gradcheck.function.Precision;
import org.gradcheck.reference.Direction;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Fact;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Manifold;

/**
 * Whether another function is the same as f: at the point and at a few random ones around it, of its own size and nearer. A
 * difference is relative to the values and to how much f changes from point to point.
 */
final class EqualityCheck {

    private static final double[] DISTANCES = {1, -0.5, 0.25, -0.125};

    private final Subject subject;
    private final CheckSettings settings;
    private final String name;
    private final GuardedFunction other;
    private double change;
    private double worst;

    /** @param name what the other function is called in messages */
    EqualityCheck(Subject subject, CheckSettings settings, String name, GuardedFunction other) {
        this.subject = subject;
        this.settings = settings;
        this.name = name;
        this.other = other;
    }

    CheckResult run() {
        Optional<CheckResult> failure = compare(subject.x(), subject.value());
        for (int n = 1; n <= DISTANCES.length && failure.isEmpty(); n++) {
            SplittableRandom random = Seeds.direction(settings.seed(), n);
            Direction direction =
                    subject.randomDirection(n % 2 == 1 ? Direction.Kind.SCALED : Direction.Kind.ISOTROPIC, random);
            double[] point = moved(subject.domain(), direction, DISTANCES[n - 1]);
            // Where f itself has no value the other need not have one.
            if (subject.function().evaluate(point) instanceof Evaluation.Value value) {
                failure = compare(point, value.coordinates());
            }
        }
        return failure.orElseGet(() -> result(
                new Verdict.Confirmed(
                        worst,
                        "the " + name + " has the values of f" + (worst == 0 ? "" : ", to " + Numbers.error(worst))),
                List.of()));
    }

    private double[] moved(Manifold<?> domain, Direction direction, double t) {
        double[] v = direction.tangent().clone();
        for (int i = 0; i < v.length; i++) {
            v[i] *= t;
        }
        return domain.retraction(subject.x(), v);
    }

    /** What is wrong at one point, if anything is. */
    private Optional<CheckResult> compare(double[] point, double[] expected) {
        Evaluation evaluation = other.evaluate(point);
        if (evaluation instanceof Evaluation.Failure failure) {
            return Optional.of(result(Verdicts.of(failure.fault(), name), at(point)));
        }
        double[] value = ((Evaluation.Value) evaluation).coordinates();
        if (value.length != expected.length) {
            return Optional.of(result(
                    Verdicts.refuted(
                            RefutationReason.WRONG_SHAPE,
                            "the " + name + " has " + value.length + " coordinates where f has " + expected.length),
                    at(point)));
        }
        for (int i = 0; i < value.length; i++) {
            change = Math.max(change, Math.abs(expected[i] - subject.value()[i]));
        }
        Precision precision = settings.precision().orElse(Precision.DOUBLE);
        IdentityDecision decision = new IdentityDecision(settings, precision, 0);
        Optional<CheckResult> failed = Optional.empty();
        for (int i = 0; i < value.length; i++) {
            double off = Math.abs(value[i] - expected[i]);
            double scale = Math.max(Math.abs(value[i]), Math.abs(expected[i])) + change;
            double relative = off == 0 ? 0 : off / scale;
            boolean certain = off > decision.tolerance() * scale + subject.repeatDeviation();
            String place = value.length == 1 ? "" : " at output " + i;
            Verdict verdict = decision.on(
                    relative,
                    certain,
                    Decision.LINE_OF_REFUTATION,
                    new IdentityDecision.Words(
                            RefutationReason.WRONG_VALUE,
                            "",
                            "the " + name + " is " + Numbers.value(value[i]) + place + " where f is "
                                    + Numbers.value(expected[i])));
            worst = Math.max(worst, relative);
            if (!(verdict instanceof Verdict.Confirmed)
                    && failed.filter(known -> known.verdict().severity() >= verdict.severity())
                            .isEmpty()) {
                failed = Optional.of(result(verdict, at(point)));
            }
        }
        return failed;
    }

    private static List<Fact> at(double[] point) {
        return List.of(new Fact("compared at", Numbers.vector(point)));
    }

    private CheckResult result(Verdict verdict, List<Fact> facts) {
        return new CheckResult(name, verdict, List.of(), List.of(), facts);
    }
}
