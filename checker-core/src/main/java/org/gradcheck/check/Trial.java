package org.gradcheck.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.reference.CoarseSteps;
import org.gradcheck.reference.ComplexStep;
import org.gradcheck.reference.Differences;
import org.gradcheck.reference.Estimate;
import org.gradcheck.reference.FinerSteps;
import org.gradcheck.reference.JumpProbe;
import org.gradcheck.reference.Line;
import org.gradcheck.reference.LineEstimate;
import org.gradcheck.reference.Samples;
import org.gradcheck.reference.Stairs;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.Verdict;

/**
 * One direction tried: the line is evaluated, and any supplied form can be judged on it.
 *
 * @param number the direction's number, from 1
 * @param scheme what they are differences of
 * @param differences the differences on the evaluated line
 * @param imaginary the complex step's values, where there are any
 */
record Trial(int number, Scheme scheme, Differences differences, Optional<ComplexStep.Imaginary> imaginary) {

    /** The method in evidence that rests on a complex step. */
    static final String COMPLEX_STEP = "complex step";

    /** The evidence for one form, from the read-out that weighs most, with the verdict along this direction. */
    Evidence judge(Subject subject, Derivative derivative, SuppliedValues supplied, Decision decision) {
        List<Judgement> readOuts = new ArrayList<>();
        for (int p = 0; p < supplied.values().length; p++) {
            readOuts.add(judgeReadOut(subject, derivative, supplied.values()[p], supplied.meant()[p], p, decision));
        }
        // A combination reads all outputs, and if unresolved does not stand in another's way. An output that is read by
        // itself and cannot be resolved has not been verified.
        boolean resolved = differences.line().readOuts().areCombinations()
                && readOuts.stream().anyMatch(j -> j.verdict() instanceof Verdict.Confirmed);
        return readOuts.stream()
                .filter(j -> !(resolved && DirectionVerdicts.isMerelyUnresolved(j.verdict())))
                .max(Comparator.comparingInt((Judgement j) -> j.verdict().severity())
                        .thenComparingDouble(Judgement::weight))
                .map(this::evidence)
                .orElseThrow();
    }

    /** Whether coarse steps contradict the evidence against the supplied value. */
    boolean coarseStepsSideWithSupplied(Evidence evidence) {
        int readOut = readOut(evidence);
        return CoarseSteps.sideWith(
                evidence.supplied(),
                new Estimate(evidence.reference(), evidence.bound()),
                differences.line().samples(readOut));
    }

    /** The same, if finer steps than the reference's side with the supplied value: then there is no reference. */
    Evidence lookingAtFinerSteps(Evidence evidence) {
        int readOut = readOut(evidence);
        return FinerSteps.sideWith(evidence.supplied(), differences, readOut)
                ? evidence.withVerdict(Verdicts.inconclusive(
                        InconclusiveReason.NOT_CONVERGING,
                        "f varies faster than the steps that the reference is from, "
                                + Numbers.value(evidence.reference()) + "; much finer ones side with the supplied "
                                + Numbers.value(evidence.supplied())))
                : evidence;
    }

    /** Whether coarse steps side with the supplied value so clearly that there must be a reason. */
    boolean mayStandOnAStair(Evidence evidence) {
        return scheme != Scheme.SECOND
                && Stairs.areAskedAbout(
                        evidence.supplied(),
                        new Estimate(evidence.reference(), evidence.bound()),
                        evidence.noise(),
                        differences.line().samples(readOut(evidence)));
    }

    /** The same, if the finest steps stay on one stair of a staircase: then there is no reference. */
    Evidence lookingForStairs(Evidence evidence) {
        Line line = differences.line();
        return Stairs.show(
                        evidence.supplied(),
                        new Estimate(evidence.reference(), evidence.bound()),
                        evidence.noise(),
                        line,
                        readOut(evidence))
                ? evidence.withVerdict(Verdicts.inconclusive(
                        InconclusiveReason.TWO_REGIMES,
                        "f moves in stairs, for it is rounded inside; steps that stay on one lead to "
                                + Numbers.value(evidence.reference())
                                + ", the supplied "
                                + Numbers.value(evidence.supplied())
                                + " is among the slopes of steps over several"))
                : evidence;
    }

    private int readOut(Evidence evidence) {
        return differences.line().readOuts().names().indexOf(evidence.readOut());
    }

    /** A search for jumps of f along this direction, in the read-out that the evidence is about. */
    JumpProbe jumpProbe(Subject subject, Derivative derivative, Evidence evidence, int affordable) {
        int readOut = readOut(evidence);
        return new JumpProbe(
                differences.line(),
                readOut,
                evidence.noise(),
                SuppliedSlope.of(subject, derivative, differences.line(), readOut),
                affordable);
    }

    private String method(boolean complexStep, boolean oneSided) {
        if (complexStep) {
            return COMPLEX_STEP;
        }
        return oneSided ? "one-sided differences" : scheme.label();
    }

    private RemainderCheck remainder(int readOut, double supplied, double noise) {
        Samples samples = differences.line().samples(readOut);
        return differences.slope(readOut).isPresent()
                ? RemainderCheck.ofQuadraticModel(
                        samples, differences.slope(readOut).getAsDouble(), supplied, noise)
                : RemainderCheck.of(samples, supplied, noise);
    }

    private Judgement judgeReadOut(
            Subject subject, Derivative derivative, double supplied, double meant, int readOut, Decision decision) {
        Line line = differences.line();
        LineEstimate estimate = differences.estimate(readOut, meant);
        SuppliedSlope slope = SuppliedSlope.of(subject, derivative, line, readOut);
        Optional<Estimate> complex = imaginary.flatMap(values -> values.estimate(
                supplied, slope.cotangent(), subject.codomain(), estimate, line.precision(), line.sizeInside(readOut)));
        Estimate reference = complex.orElse(estimate.estimate());
        double error = estimate.estimate().isKnown() && Math.abs(supplied - reference.value()) > reference.bound()
                ? new SuppliedError(slope).bound(supplied, line.precision())
                : 0;
        return new Judgement(
                readOut,
                supplied,
                estimate,
                reference,
                complex.isPresent(),
                decision.on(supplied, estimate, reference, error));
    }

    private Evidence evidence(Judgement judgement) {
        Line line = differences.line();
        LineEstimate estimate = judgement.estimate();
        RemainderCheck remainder = remainder(judgement.readOut(), judgement.supplied(), estimate.noise());
        return new Evidence(
                number,
                line.direction().kind().label(),
                line.direction().tangent(),
                line.readOuts().names().get(judgement.readOut()),
                judgement.supplied(),
                judgement.reference().value(),
                judgement.reference().bound(),
                estimate.scale(),
                estimate.noise(),
                method(judgement.complexStep(), estimate.oneSided()),
                scheme.order(),
                remainder.points(),
                remainder.order(),
                remainder.centralOrder(),
                judgement.verdict());
    }

    /** One read-out judged. */
    private record Judgement(
            int readOut,
            double supplied,
            LineEstimate estimate,
            Estimate reference,
            boolean complexStep,
            Verdict verdict) {

        /** Among equals the read-out that says most: the largest error when refuted, the largest derivative otherwise. */
        double weight() {
            if (verdict instanceof Verdict.Refuted) {
                double error = Math.abs(supplied - reference.value());
                return error == 0 ? 0 : error / estimate.scale();
            }
            return verdict instanceof Verdict.Confirmed confirmed ? confirmed.resolution() : estimate.scale();
        }
    }
}
