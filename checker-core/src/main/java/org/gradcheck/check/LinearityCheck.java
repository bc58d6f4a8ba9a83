package org.gradcheck.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.derivative.Form;
import org.gradcheck.diagnosis.Nonlinearity;
import org.gradcheck.reference.Direction;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.IdentityEvidence;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;

/**
 * Whether a supplied JVP or VJP is linear in its tangent or cotangent: zero to zero, homogeneity at the factors −1, 2⁻¹⁰
 * and 2²⁰, additivity. No evaluation of f, fourteen calls of the operator, and more where rounding of the last places does
 * not explain what is left.
 *
 * <p>What right operators leave of additivity, the largest of hundreds of seeds, relative to each entry: dense products 1e-15 (20×30) to
 * 5e-15 (300×300), 2.5e-14 with sums of 10⁵ terms, a fast Fourier transform of 1024 points 3e-15, products in single precision 2e-6;
 * elementwise products, and homogeneity at −1 and powers of two, nothing. 64 units in the last place, 1.4e-14 or 7.6e-6, are granted
 * outright, and 1e-11 as everywhere. Beyond that an operator is asked for its {@linkplain OperatorNoise own scatter}, which explains the 1e-13
 * of ill-conditioned solves, the 1e-7 of cancelling terms, the rounding of difference quotients.
 *
 * <p>Conjugate gradients that stop at 1e-6 leave 1e-8, forward differences about their step: beneath the line of refutation
 * that is inconclusive.
 */
final class LinearityCheck {

    /** What a difference quotient makes of the curvature of f may reach this. The comparison with f judges its accuracy. */
    private static final double LINE_OF_APPROXIMATIONS = 1e-5;

    private static final double COARSEST_LINE = 1e-2;

    /** A smaller violation does not come from saturation, whatever happens far out. */
    private static final double GROSS = 1e-3;

    private final Subject subject;
    private final IdentityDecision decision;
    private final SplittableRandom random;
    private final LinearOperator operator;

    LinearityCheck(Subject subject, LinearOperator operator, IdentityDecision decision, SplittableRandom random) {
        this.subject = subject;
        this.operator = operator;
        this.decision = decision;
        this.random = random;
    }

    /** What came of one identity; the entry and the trial that decided, unless it holds. */
    private record Finding(Verdict verdict, double error, Optional<Violation> violation) {}

    private record Violation(IdentityEvidence evidence, LinearityTrial trial, int entry) {}

    /**
     * The result.
     *
     * @throws DerivativeFaultException if the operator fails at an argument of ordinary size
     */
    CheckResult run() {
        List<LinearityTrial> trials = List.of(trial(Direction.Kind.SCALED), trial(Direction.Kind.ISOTROPIC));
        List<Finding> findings = new ArrayList<>();
        for (Linearity identity : Linearity.values()) {
            TestedIdentity tested = new TestedIdentity(identity, trials, decision);
            if (tested.wasAsked()) {
                findings.add(find(tested, trials, decision.tolerance()));
            }
        }
        Finding worst = worst(findings);
        boolean still = worst.violation().isEmpty() && worst.error() <= decision.tolerance();
        double deviation = still ? 0 : trials.get(0).deviationWhenRepeated();
        if (deviation > decision.tolerance()) {
            return result(changesItsMind(deviation), List.of(), List.of());
        }
        if (worst.violation().isEmpty()) {
            return result(worst.verdict(), List.of(), List.of());
        }
        List<IdentityEvidence> evidence = new ArrayList<>();
        worst.violation().ifPresent(violation -> evidence.add(violation.evidence()));
        findings.stream()
                .flatMap(finding -> finding.violation().stream())
                .map(Violation::evidence)
                .filter(other -> !evidence.contains(other))
                .forEach(evidence::add);
        return result(
                worst.verdict(),
                evidence,
                worst.verdict() instanceof Verdict.Refuted
                        ? diagnosis(worst.violation().get())
                        : List.of());
    }

    /** The first of the most severe; of those that hold, the one with the largest error. */
    private static Finding worst(List<Finding> findings) {
        Finding worst = findings.get(0);
        for (Finding finding : findings) {
            int more = finding.verdict().severity() - worst.verdict().severity();
            boolean confirmed = finding.verdict() instanceof Verdict.Confirmed;
            if (more > 0 || (more == 0 && confirmed && finding.error() > worst.error())) {
                worst = finding;
            }
        }
        return worst;
    }

    private LinearityTrial trial(Direction.Kind kind) {
        if (operator.form() == Form.VJP) {
            return LinearityTrial.of(operator, FewBits.cotangent(subject, random), FewBits.cotangent(subject, random));
        }
        if (subject.given().isPresent()) {
            double[] v = subject.given().get().tangent();
            return kind == Direction.Kind.SCALED
                    ? LinearityTrial.of(operator, v, LinearityTrial.times(1.75, v))
                    : LinearityTrial.of(operator, LinearityTrial.times(1.25, v), LinearityTrial.times(-0.75, v));
        }
        double[] sizes = subject.randomDirection(kind, random).tangent();
        return LinearityTrial.of(
                operator, FewBits.tangent(subject, sizes, random), FewBits.tangent(subject, sizes, random));
    }

    private Finding find(TestedIdentity tested, List<LinearityTrial> trials, double tolerance) {
        double error = tested.largestError();
        boolean small = error <= tolerance
                || (error <= Decision.ROUNDING && !decision.settings().strict());
        OptionalInt certain = small ? OptionalInt.empty() : tested.worstCertain();
        if (certain.isEmpty()) {
            return holds(tested.identity().isFar() ? 0 : tested.normwiseError());
        }
        int entry = certain.getAsInt();
        double line = line(tested, trials, entry, tolerance);
        if (tested.identity().isFar() && tested.error(entry) <= line) {
            return holds(0);
        }
        IdentityEvidence evidence = tested.evidence(operator, entry);
        Verdict verdict = decision.on(tested.error(entry), true, line, words(sentence(evidence)));
        return new Finding(
                verdict, tested.error(entry), Optional.of(new Violation(evidence, tested.milder(entry), entry)));
    }

    private Finding holds(double error) {
        Verdict verdict = error <= Decision.COARSEST
                ? decision.on(error, false, 0, words(""))
                : Verdicts.inconclusive(
                        InconclusiveReason.UNRESOLVED,
                        "the " + name() + " is but rounding: it scatters by " + Numbers.error(error) + " of its size");
        return new Finding(verdict, error, Optional.empty());
    }

    /**
     * The line of refutation. A difference quotient or an iteration is linear only near the ordinary size of its argument,
     * and not exactly there, which its scatter gives away.
     */
    private static double line(TestedIdentity tested, List<LinearityTrial> trials, int entry, double tolerance) {
        if (tested.identity().isFar()) {
            return trials.stream().allMatch(trial -> trial.isExact(entry, tolerance))
                    ? Math.min(
                            COARSEST_LINE,
                            Decision.LINE_OF_REFUTATION * tested.identity().growth())
                    : Double.POSITIVE_INFINITY;
        }
        return trials.stream().anyMatch(trial -> trial.scatters(entry, tolerance, tested.difference(entry)))
                ? LINE_OF_APPROXIMATIONS
                : Decision.LINE_OF_REFUTATION;
    }

    private CheckResult result(Verdict verdict, List<IdentityEvidence> evidence, List<Diagnosis> diagnosis) {
        return CheckResult.ofIdentity("linearity of " + name(), verdict, evidence, diagnosis);
    }

    private String name() {
        return operator.form().label();
    }

    private Verdict changesItsMind(double deviation) {
        return Verdicts.inconclusive(
                InconclusiveReason.NOT_DETERMINISTIC,
                "the " + name() + " gave values that differ by " + Numbers.error(deviation) + " of their size for one "
                        + operator.argumentName());
    }

    private IdentityDecision.Words words(String violated) {
        return new IdentityDecision.Words(RefutationReason.NOT_LINEAR, "the " + name() + " is linear", violated);
    }

    private static String sentence(IdentityEvidence evidence) {
        String right = evidence.right().equals("0")
                ? " instead of 0"
                : " but " + evidence.right() + " = " + Numbers.value(evidence.rightValue());
        return evidence.property() + " fails, " + evidence.left() + " = " + Numbers.value(evidence.leftValue()) + right
                + (evidence.place().isEmpty() ? "" : " at " + evidence.place())
                + ", where rounding explains a difference of " + Numbers.error(evidence.allowed());
    }

    private List<Diagnosis> diagnosis(Violation violation) {
        LinearityTrial trial = violation.trial();
        int entry = violation.entry();
        return new Nonlinearity(
                        operator.argumentName(),
                        trial.atZero(entry),
                        trial.at(entry),
                        trial.atOpposite(entry),
                        scaled(trial, Linearity.SMALL, entry),
                        violation.evidence().relativeError() > GROSS
                                ? scaled(trial, Linearity.LARGE, entry)
                                : OptionalDouble.empty(),
                        Linearity.SMALL.factor(),
                        Linearity.LARGE.factor())
                .diagnose();
    }

    private static OptionalDouble scaled(LinearityTrial trial, Linearity identity, int entry) {
        return trial.scaled(identity.factor())
                .map(values -> OptionalDouble.of(values[entry]))
                .orElse(OptionalDouble.empty());
    }
}
