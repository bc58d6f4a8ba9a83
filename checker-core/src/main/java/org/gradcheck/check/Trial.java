package org.gradcheck.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.reference.CentralDifference;
import org.gradcheck.reference.CoarseSteps;
import org.gradcheck.reference.ComplexStep;
import org.gradcheck.reference.Estimate;
import org.gradcheck.reference.Jump;
import org.gradcheck.reference.JumpProbe;
import org.gradcheck.reference.Line;
import org.gradcheck.reference.LineEstimate;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.Verdict;

/**
 * One direction tried: the line is evaluated, and any supplied form can be judged on it.
 *
 * @param number the direction's number, from 1
 * @param differences the differences on the evaluated line
 * @param imaginary the complex step's values, where there are any
 */
record Trial(int number, CentralDifference differences, Optional<ComplexStep.Imaginary> imaginary) {

    /** The evidence for one form, from the read-out that weighs most, with the verdict along this direction. */
    Evidence judge(Subject subject, Derivative derivative, SuppliedValues supplied, Decision decision) {
        List<Evidence> readOuts = new ArrayList<>();
        for (int p = 0; p < supplied.values().length; p++) {
            readOuts.add(judgeReadOut(subject, derivative, supplied.values()[p], supplied.meant()[p], p, decision));
        }
        // A combination reads all outputs, and if unresolved does not stand in another's way. An output that is read by
        // itself and cannot be resolved has not been verified.
        boolean resolved = differences.line().readOuts().areCombinations()
                && readOuts.stream().anyMatch(e -> e.verdict() instanceof Verdict.Confirmed);
        return readOuts.stream()
                .filter(e -> !(resolved && DirectionVerdicts.isMerelyUnresolved(e.verdict())))
                .max(Comparator.comparingInt((Evidence e) -> e.verdict().severity())
                        .thenComparingDouble(Trial::weight))
                .orElseThrow();
    }

    /** Whether coarse steps contradict the evidence against the supplied value. */
    boolean coarseStepsSideWithSupplied(Evidence evidence) {
        int readOut = differences.line().readOuts().names().indexOf(evidence.readOut());
        return CoarseSteps.sideWith(
                evidence.supplied(),
                new Estimate(evidence.reference(), evidence.bound()),
                differences.line().samples(readOut));
    }

    /** Jumps of f along this direction, in the read-out that the evidence is about. */
    Optional<Jump> jump(Subject subject, Derivative derivative, Evidence evidence, int affordable) {
        int readOut = differences.line().readOuts().names().indexOf(evidence.readOut());
        return new JumpProbe(
                        differences.line(),
                        readOut,
                        evidence.noise(),
                        SuppliedSlope.of(subject, derivative, differences.line(), readOut),
                        affordable)
                .search(evidence.discrepancy());
    }

    /** Among equals the read-out that says most: the largest error when refuted, the largest derivative otherwise. */
    private static double weight(Evidence evidence) {
        return evidence.verdict() instanceof Verdict.Refuted
                ? evidence.relativeError()
                : evidence.verdict() instanceof Verdict.Confirmed confirmed ? confirmed.resolution() : evidence.scale();
    }

    private static String method(boolean complexStep, boolean oneSided) {
        if (complexStep) {
            return "complex step";
        }
        return oneSided ? "one-sided differences" : "central differences";
    }

    private Evidence judgeReadOut(
            Subject subject, Derivative derivative, double supplied, double meant, int readOut, Decision decision) {
        Line line = differences.line();
        LineEstimate estimate = differences.estimate(readOut, meant);
        SuppliedSlope slope = SuppliedSlope.of(subject, derivative, line, readOut);
        Optional<Estimate> complex = imaginary.flatMap(
                values -> values.estimate(slope.cotangent(), subject.codomain(), estimate, line.precision()));
        Estimate reference = complex.orElse(estimate.estimate());
        double error = estimate.estimate().isKnown() && Math.abs(supplied - reference.value()) > reference.bound()
                ? new SuppliedError(slope).bound(supplied, line.precision())
                : 0;
        Verdict verdict = decision.on(supplied, estimate, reference, error);
        RemainderCheck remainder = RemainderCheck.of(line.samples(readOut), supplied, estimate.noise());
        return new Evidence(
                number,
                line.direction().kind().label(),
                line.direction().tangent(),
                line.readOuts().names().get(readOut),
                supplied,
                reference.value(),
                reference.bound(),
                estimate.scale(),
                estimate.noise(),
                method(complex.isPresent(), estimate.oneSided()),
                remainder.points(),
                remainder.order(),
                remainder.centralOrder(),
                verdict);
    }
}
