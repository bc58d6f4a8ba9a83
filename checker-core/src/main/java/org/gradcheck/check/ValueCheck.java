package org.gradcheck.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.derivative.Form;
import org.gradcheck.derivative.SuppliedOperator;
import org.gradcheck.derivative.ValuePart;
import org.gradcheck.reference.Direction;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.IdentityEvidence;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;

/**
 * Whether a call that returns value and derivative returns the value that f has: a derivative of another function than f
 * may be right, and its user still wrong. Ceres' gradient checker compares them too.
 *
 * <p>The difference is relative to f(x) and to how much f changes when x changes by its own size, taken from the
 * supplied derivative: near a zero of f only that is what rounding is relative to.
 */
final class ValueCheck {

    private final Subject subject;
    private final IdentityDecision decision;
    private final SplittableRandom random;

    ValueCheck(Subject subject, IdentityDecision decision, SplittableRandom random) {
        this.subject = subject;
        this.decision = decision;
        this.random = random;
    }

    /** The name of the row, and what faults are ascribed to. */
    static String name(ValuePart part) {
        return "value of " + part.form().label() + " call";
    }

    /**
     * The result.
     *
     * @throws DerivativeFaultException if the call fails
     */
    CheckResult run(ValuePart part, Derivative derivative) {
        double[] v = FewBits.tangent(subject, Direction.Kind.SCALED, random);
        double[] w = FewBits.cotangent(subject, random);
        double[] argument = part.form() == Form.VJP ? w : v;
        double[] value = part.at(subject.x(), argument, subject.codomain());
        SuppliedOperator operator = derivative.at(subject.x(), subject.domain(), subject.codomain());
        double change = operator.termSize(v, w);
        List<IdentityEvidence> evidence = new ArrayList<>();
        for (int i = 0; i < value.length; i++) {
            evidence.add(compare(value, i, change));
        }
        IdentityEvidence worst = evidence.stream()
                .max(Comparator.comparingDouble(IdentityEvidence::relativeError))
                .orElseThrow();
        Verdict verdict = decision.on(
                worst.relativeError(),
                worst.isCertain(),
                Decision.LINE_OF_REFUTATION,
                new IdentityDecision.Words(
                        RefutationReason.WRONG_VALUE,
                        "the value is f(x)",
                        "the " + part.form().label() + " call returned " + Numbers.value(worst.leftValue())
                                + (worst.place().isEmpty() ? "" : " at " + worst.place()) + " where f has "
                                + Numbers.value(worst.rightValue())));
        return CheckResult.ofIdentity(name(part), verdict, List.of(worst), List.of());
    }

    private IdentityEvidence compare(double[] value, int i, double change) {
        double expected = subject.value()[i];
        double scale = Math.max(Math.abs(expected), Math.abs(value[i])) + change;
        double allowed = decision.tolerance() * scale + subject.repeatDeviation();
        return new IdentityEvidence(
                "value",
                "value",
                value[i],
                "f(x)",
                expected,
                value.length == 1 ? "" : "output " + i,
                allowed,
                scale,
                "x = " + Numbers.vector(subject.x()));
    }
}
