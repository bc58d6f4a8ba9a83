package org.gradcheck.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.derivative.Form;
import org.gradcheck.derivative.Jvp;
import org.gradcheck.derivative.ValuePart;
import org.gradcheck.derivative.Vjp;
import org.gradcheck.function.Precision;
import org.gradcheck.reference.Direction;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;

/**
 * What can be asked of the supplied derivatives without differences of f, once they have been compared with it. A
 * form that throws, returns nonsense, changes its arguments or changes its mind is left out: its own row says so.
 */
final class IdentityChecks {

    private final Subject subject;
    private final CheckSettings settings;
    private final Precision precision;
    private final SplittableRandom random;
    private final List<Derivative> derivatives;
    private final List<CheckResult> compared;
    private final Set<Form> broken = EnumSet.noneOf(Form.class);
    private final List<CheckResult> results = new ArrayList<>();

    /**
     * Makes the checks ready.
     *
     * @param precision the precision assumed of f
     * @param compared the results of comparing the derivatives with f, in their order
     */
    IdentityChecks(
            Subject subject,
            CheckSettings settings,
            Precision precision,
            List<Derivative> derivatives,
            List<CheckResult> compared) {
        this.subject = subject;
        this.settings = settings;
        this.precision = precision;
        this.random = Seeds.identities(settings.seed());
        this.derivatives = derivatives;
        this.compared = compared;
        for (int i = 0; i < derivatives.size(); i++) {
            if (isFault(compared.get(i).verdict())) {
                broken.add(derivatives.get(i).form());
            }
        }
    }

    /** The results, in a fixed order; empty if there is nothing to ask. */
    List<CheckResult> run(List<ValuePart> values) {
        if (subject.given().filter(Direction::isZero).isPresent()) {
            return List.of();
        }
        for (Derivative derivative : derivatives) {
            if (derivative instanceof Jvp jvp) {
                linearity(jvp, LinearOperator.of(jvp, subject));
            } else if (derivative instanceof Vjp vjp) {
                linearity(vjp, LinearOperator.of(vjp, subject));
            }
        }
        first(Form.JVP)
                .ifPresent(jvp -> first(Form.VJP)
                        .ifPresent(vjp -> test(
                                "adjoint",
                                "derivative",
                                List.of(jvp, vjp),
                                decision -> new AdjointCheck(subject, decision, random).run((Jvp) jvp, (Vjp) vjp))));
        agreement(Form.JACOBIAN, Form.JVP);
        agreement(Form.JACOBIAN, Form.VJP);
        agreement(Form.JACOBIAN, Form.GRADIENT);
        agreement(Form.GRADIENT, Form.JVP);
        agreement(Form.GRADIENT, Form.VJP);
        values.forEach(this::value);
        return List.copyOf(results);
    }

    private void linearity(Derivative derivative, LinearOperator operator) {
        test(
                "linearity of " + derivative.form().label(),
                derivative.form().label(),
                List.of(derivative),
                decision -> new LinearityCheck(subject, operator, decision, random).run());
    }

    private void agreement(Form one, Form other) {
        first(one)
                .ifPresent(a -> first(other)
                        .ifPresent(b -> test(
                                one.label() + " against " + other.label(),
                                "derivative",
                                List.of(a, b),
                                decision -> new ConsistencyCheck(subject, decision, random).run(a, b))));
    }

    private void value(ValuePart part) {
        first(part.form())
                .ifPresent(derivative -> test(
                        ValueCheck.name(part),
                        part.form().label() + " call",
                        List.of(derivative),
                        decision -> new ValueCheck(subject, decision, random).run(part, derivative)));
    }

    /** Adds the row unless a form it is about is broken; a fault in it is the last that is heard of the forms. */
    private void test(
            String name, String called, List<Derivative> about, Function<IdentityDecision, CheckResult> check) {
        if (about.stream().anyMatch(derivative -> broken.contains(derivative.form()))) {
            return;
        }
        try {
            results.add(check.apply(new IdentityDecision(settings, precision, resolved(about))));
        } catch (DerivativeFaultException e) {
            Verdict verdict = Verdicts.of(e.fault(), called);
            results.add(CheckResult.ofIdentity(name, verdict, List.of(), List.of()));
            about.forEach(derivative -> broken.add(derivative.form()));
        }
    }

    /** What the comparisons with f resolved of these forms. */
    private double resolved(List<Derivative> about) {
        return about.stream()
                .map(derivative -> compared.get(derivatives.indexOf(derivative)).verdict())
                .mapToDouble(verdict -> verdict instanceof Verdict.Confirmed confirmed ? confirmed.resolution() : 0)
                .max()
                .orElse(0);
    }

    private Optional<Derivative> first(Form form) {
        return derivatives.stream().filter(d -> d.form() == form).findFirst();
    }

    private static boolean isFault(Verdict verdict) {
        if (verdict instanceof Verdict.Refuted refuted) {
            return switch (refuted.reason()) {
                case THREW, NOT_FINITE, WRONG_SHAPE -> true;
                case DISAGREEMENT,
                        OUTSIDE_ONE_SIDED_DERIVATIVES,
                        NOT_ADJOINT,
                        NOT_LINEAR,
                        CONTRADICTS,
                        WRONG_VALUE,
                        OUTSIDE_ITS_SPACE -> false;
            };
        }
        return verdict instanceof Verdict.Inconclusive inconclusive
                && (inconclusive.reason() == InconclusiveReason.MUTATED_INPUT
                        || inconclusive.reason() == InconclusiveReason.NOT_DETERMINISTIC);
    }
}
