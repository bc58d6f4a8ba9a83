package org.gradcheck.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gradcheck.reference.Direction;
import org.gradcheck.reference.Line;
import org.gradcheck.reference.Neighbourhood;
import org.gradcheck.reference.ReadOuts;
import org.gradcheck.reference.StepLadder;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Fact;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;

/**
 * Whether f itself has a derivative at the point: along random directions u, v and (u + v)/2 the reference converges, from
 * both sides to one value, and f′(x)[u + v] = f′(x)[u] + f′(x)[v]. Two proofs are needed that there is none, and one pair of
 * directions that shows one. Used by one thread.
 */
final class DifferentiabilityCheck {

    /** The row's name in reports. */
    static final String NAME = "differentiability";

    /** Pairs of directions added when the first ones do not decide. */
    private static final int MORE = 2;

    /** Directions drawn to find one that is not nearly parallel to another. */
    private static final int DRAWS = 8;

    private final Subject subject;
    private final CheckSettings settings;
    private final Neighbourhood neighbourhood;
    private final List<SlopeFindings> pairs = new ArrayList<>();
    private Optional<Line> lastLine = Optional.empty();
    private int lines;

    DifferentiabilityCheck(Subject subject, CheckSettings settings) {
        this.subject = subject;
        this.settings = settings;
        this.neighbourhood = new Neighbourhood(
                subject.function(),
                subject.domain(),
                subject.x(),
                subject.value(),
                subject.codomain(),
                settings.precision(),
                settings.parallel());
    }

    CheckResult run() {
        boolean one = subject.given().isPresent() || settings.directions() == 1;
        int most = one ? 1 : settings.directions() + MORE;
        for (int n = 1; n <= most && (n <= settings.directions() || isOpen()); n++) {
            pairs.add(pair(n));
            List<Slope.Broken> broken = broken();
            if (broken.size() >= (one ? 1 : 2)) {
                return result(
                        Verdicts.refuted(
                                RefutationReason.NOT_DIFFERENTIABLE,
                                broken.get(0).text()),
                        broken.get(0).facts());
            }
        }
        return undecided();
    }

    /** Whether more directions could decide. */
    private boolean isOpen() {
        return pairs.stream().noneMatch(pair -> pair.obstacle().isPresent())
                && (!broken().isEmpty() || pairs.stream().noneMatch(SlopeFindings::isSmooth));
    }

    private List<Slope.Broken> broken() {
        return pairs.stream().flatMap(pair -> pair.broken().stream()).toList();
    }

    /** The result where less is proved than it takes to refute. */
    private CheckResult undecided() {
        Optional<Slope.Broken> lone = broken().stream().findFirst();
        if (lone.isPresent()) {
            return result(
                    Verdicts.inconclusive(
                            InconclusiveReason.LONE_DISAGREEMENT,
                            lone.get().text() + ", in one of " + lines + " directions"),
                    lone.get().facts());
        }
        Optional<Verdict.Inconclusive> obstacle =
                pairs.stream().flatMap(pair -> pair.obstacle().stream()).findFirst();
        Optional<SlopeFindings> smooth =
                pairs.stream().filter(SlopeFindings::isSmooth).findFirst();
        Verdict verdict = obstacle.<Verdict>map(found -> found)
                .or(() -> smooth.map(this::confirmed))
                .orElseGet(() -> pairs.stream()
                        .flatMap(pair -> pair.undecided().stream())
                        .findFirst()
                        .orElseThrow());
        return result(verdict, List.of());
    }

    /** The precision that was assumed of f; empty if nothing was compared. */
    Optional<String> precision() {
        return lastLine.map(line -> line.precision().label() + " assumed of f"
                + (settings.precision().isPresent() ? ", as declared" : ", by the look of its values"));
    }

    private static CheckResult result(Verdict verdict, List<Fact> facts) {
        return new CheckResult(NAME, verdict, List.of(), List.of(), facts);
    }

    private Verdict confirmed(SlopeFindings smooth) {
        double resolution = smooth.resolution();
        String along = subject.given().isPresent() ? "along the given direction" : "along " + lines + " directions";
        String text = resolution == 0
                ? "f does not change " + along
                : "f has a derivative " + along + (hasPairs() ? ", and additive" : "") + ", resolved to "
                        + Numbers.error(resolution);
        return new Verdict.Confirmed(resolution, text);
    }

    /** Along one dimension, or one direction, there is nothing to add. */
    private boolean hasPairs() {
        return subject.given().isEmpty() && subject.domain().tangentDimension() > 1;
    }

    private SlopeFindings pair(int number) {
        SlopeFindings findings = new SlopeFindings();
        SplittableRandom random = Seeds.direction(settings.seed(), number);
        Direction.Kind kind = number % 2 == 1 ? Direction.Kind.SCALED : Direction.Kind.ISOTROPIC;
        Direction first = subject.given().orElseGet(() -> subject.randomDirection(kind, random));
        Optional<SlopesAlongLine> u = along(first, hasPairs() ? "u" : "v", random, Optional.empty(), findings);
        if (u.isEmpty()) {
            return findings;
        }
        if (!hasPairs()) {
            u.get()
                    .resolved()
                    .forEach(slope -> findings.addBound(slope.estimate().bound(), slope.scale()));
            return findings;
        }
        Optional<ReadOuts> readOuts = u.map(slopes -> slopes.line().readOuts());
        Optional<SlopesAlongLine> v = along(across(tangent(u.get()), kind, random), "v", random, readOuts, findings);
        if (v.isEmpty()) {
            return findings;
        }
        // Between the two, so as not to leave f's domain where they do not. Not rounded anew: steps of multiples of
        // both
        // quanta are exact down to 2⁻²⁹ or so.
        Direction between = new Direction(kind, mean(tangent(u.get()), tangent(v.get())));
        along(between, "(u + v)/2", random, readOuts, findings).ifPresent(mean -> {
            if (Arrays.equals(tangent(mean), between.tangent())) {
                new Additivity(u.get(), v.get(), mean).judge(findings);
            } else {
                findings.add(Verdicts.inconclusive(
                        InconclusiveReason.DOMAIN, "f's domain around the point is too narrow to compare directions"));
            }
        });
        return findings;
    }

    /** A random direction that shares about half of its signs with u: along one nearly parallel, all is nearly additive. */
    private Direction across(double[] u, Direction.Kind kind, SplittableRandom random) {
        Direction best = subject.randomDirection(kind, random);
        for (int k = 1; k < DRAWS && alike(u, best.tangent()) > 0; k++) {
            Direction next = subject.randomDirection(kind, random);
            best = alike(u, next.tangent()) < alike(u, best.tangent()) ? next : best;
        }
        return best;
    }

    /** How many more signs agree than differ, or the other way round. */
    private static double alike(double[] u, double[] v) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += Math.signum(u[i]) * Math.signum(v[i]);
        }
        return Math.abs(sum);
    }

    private static double[] tangent(SlopesAlongLine slopes) {
        return slopes.line().direction().tangent();
    }

    private static double[] mean(double[] u, double[] v) {
        double[] mean = new double[u.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (u[i] + v[i]) / 2;
        }
        return mean;
    }

    /** The slopes along a direction, with what they show noted; empty if there are none to be had. */
    private Optional<SlopesAlongLine> along(
            Direction direction,
            String name,
            SplittableRandom random,
            Optional<ReadOuts> readOuts,
            SlopeFindings findings) {
        if (direction.isZero()) {
            findings.add(Verdicts.inconclusive(InconclusiveReason.ZERO_DIRECTION, "the direction moves no coordinate"));
            return Optional.empty();
        }
        if (affordablePairs() < StepLadder.first().length) {
            findings.add(Verdicts.inconclusive(
                    InconclusiveReason.BUDGET,
                    subject.function().evaluations() + " of "
                            + settings.budget().orElse(0) + " evaluations of f were used"));
            return Optional.empty();
        }
        Line line = readOuts.map(shared -> Line.within(neighbourhood, direction, shared, affordablePairs()))
                .orElseGet(() -> Line.within(neighbourhood, direction, random, affordablePairs()));
        lastLine = Optional.of(line);
        lines++;
        SlopesAlongLine slopes = SlopesAlongLine.on(line, name, subject.repeatDeviation(), this::affordablePairs);
        findings.add(slopes);
        return Optional.of(slopes);
    }

    private int affordablePairs() {
        return settings.budget().isPresent()
                ? Math.max(0, settings.budget().getAsInt() - subject.function().evaluations()) / 2
                : Integer.MAX_VALUE / 2;
    }
}
