package org.gradcheck.diagnosis.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.diagnosis.probe.Probe;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Hypothesis;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.Where;

/**
 * Tries causes, one after the other: the derivative without the mistake must agree with every probe, of which some were not
 * there when its numbers were fitted. The simplest that fits comes first.
 */
public final class Causes {

    private static final double WITHIN = 6;

    /** Corrected numbers are rounded too. */
    private static final double LAST_PLACES = 1e-12;

    /** So many probes more than fitted numbers must tell the right from the wrong. */
    private static final int MORE = 2;

    private static final List<Cause> OF_THE_WHOLE = List.of(new Zero(), new Multiple());

    private static final List<Cause> ALL = List.of(
            new Zero(),
            new Multiple(),
            new Transposed(),
            new Rearranged(Where.Side.INPUTS),
            new Rearranged(Where.Side.OUTPUTS),
            new TakenElsewhere(),
            new MultipleInPlaces(Where.Side.INPUTS),
            new MultipleInPlaces(Where.Side.OUTPUTS),
            new Permuted(),
            new MissingTerm(),
            new SinglePrecision());

    /**
     * What came of all causes.
     *
     * @param fitting those that fit, the likeliest first
     * @param tried all of them, in order
     */
    public record Result(List<Diagnosis> fitting, List<Hypothesis> tried) {}

    private Causes() {}

    /** Tries those that concern the whole derivative alike, without asking where it is wrong. */
    public static Result ofTheWhole(Clues clues) {
        return of(OF_THE_WHOLE, clues);
    }

    /** Tries all causes. */
    public static Result of(Clues clues) {
        return of(ALL, clues);
    }

    private static Result of(List<Cause> causes, Clues clues) {
        List<Diagnosis> fitting = new ArrayList<>();
        List<Hypothesis> tried = new ArrayList<>();
        for (Cause cause : causes) {
            if (fitting.isEmpty() || !cause.isLastResort()) {
                tried.add(tested(cause, clues, fitting));
            }
        }
        return new Result(List.copyOf(fitting), List.copyOf(tried));
    }

    private static Hypothesis tested(Cause cause, Clues clues, List<Diagnosis> fitting) {
        List<Correction> corrections;
        try {
            corrections = cause.corrections(clues);
        } catch (DerivativeFaultException e) {
            corrections = List.of();
        }
        if (corrections.isEmpty()) {
            return new Hypothesis(
                    cause.kinds(), cause.question(), Hypothesis.Outcome.NOT_APPLICABLE, "the question does not arise");
        }
        Optional<Diagnosis> first = Optional.empty();
        double nearest = Double.POSITIVE_INFINITY;
        boolean untold = false;
        for (Correction correction : corrections) {
            OptionalDouble residual = residual(correction, clues);
            if (residual.isEmpty()) {
                continue;
            }
            nearest = Math.min(nearest, residual.getAsDouble());
            if (residual.getAsDouble() > 1) {
                continue;
            }
            if (isTelling(correction, clues)) {
                Diagnosis diagnosis = new Diagnosis(correction.kind(), correction.text(), evidence(clues));
                first = first.or(() -> Optional.of(diagnosis));
                fitting.add(diagnosis);
            } else {
                untold = true;
            }
        }
        if (first.isPresent()) {
            return new Hypothesis(
                    cause.kinds(),
                    cause.question(),
                    Hypothesis.Outcome.FITS,
                    first.get().text());
        }
        return untold
                ? new Hypothesis(
                        cause.kinds(),
                        cause.question(),
                        Hypothesis.Outcome.NOT_TOLD_APART,
                        "it would explain what was measured, and so would much else")
                : new Hypothesis(
                        cause.kinds(),
                        cause.question(),
                        Hypothesis.Outcome.REJECTED,
                        "without it the derivative would still be off, at best by " + Numbers.error(nearest)
                                + " times what is resolved");
    }

    private static String evidence(Clues clues) {
        long directions =
                clues.fresh().stream().map(Probe::direction).distinct().count();
        return "without it the derivative agrees with the reference, along " + directions + " fresh directions too";
    }

    /** How far the corrected derivative is off at most, in units of what is allowed; empty if it cannot be computed. */
    private static OptionalDouble residual(Correction correction, Clues clues) {
        double largest = 0;
        try {
            for (Probe probe : clues.probes()) {
                double corrected = correction.corrected().of(probe.direction(), probe.cotangent());
                double open = Math.abs(correction.uncertainty().of(probe.direction(), probe.cotangent()));
                double allowed = WITHIN * (probe.bound() + open)
                        + LAST_PLACES * Math.max(Math.abs(corrected), Math.abs(probe.supplied()));
                double residual = Math.abs(corrected - probe.reference().value());
                if (!Double.isFinite(residual)) {
                    return OptionalDouble.empty();
                }
                largest = Math.max(largest, residual / allowed);
            }
        } catch (DerivativeFaultException e) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(largest);
    }

    /** Whether enough probes see the mistake clearly for the agreement without it to be no accident. */
    private static boolean isTelling(Correction correction, Clues clues) {
        long clear = clues.probes().stream()
                .filter(probe -> {
                    double open = Math.abs(correction.uncertainty().of(probe.direction(), probe.cotangent()));
                    return Math.abs(probe.error()) > 4 * WITHIN * (probe.bound() + open);
                })
                .count();
        return clear >= correction.parameters() + MORE;
    }
}
