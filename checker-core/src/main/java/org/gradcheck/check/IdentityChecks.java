package org.gradcheck.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.derivative.Form;
import org.gradcheck.derivative.Jvp;
import org.gradcheck.derivative.ValuePart;
import org.gradcheck.derivative.Vjp;
import org.gradcheck.function.Precision;
import org.gradcheck.reference.Direction;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Verdict;

/** What can be asked of the supplied derivatives without differences of f, once they have been compared with it. */
final class IdentityChecks {

    private final Subject subject;
    private final SplittableRandom random;
    private final List<Derivative> derivatives;
    private final IdentityRows rows;

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
        this.random = Seeds.identities(settings.seed());
        this.derivatives = derivatives;
        Map<Form, Verdict> verdicts = new EnumMap<>(Form.class);
        for (int i = 0; i < derivatives.size(); i++) {
            verdicts.putIfAbsent(derivatives.get(i).form(), compared.get(i).verdict());
        }
        this.rows = new IdentityRows(settings, precision, verdicts);
    }

    /** The results, in a fixed order; empty if there is nothing to ask. */
    List<CheckResult> run(List<ValuePart> values) {
        if (subject.given().filter(Direction::isZero).isPresent()) {
            return List.of();
        }
        for (Derivative derivative : derivatives) {
            if (derivative instanceof Jvp jvp) {
                linearity(LinearOperator.of(jvp, subject));
            } else if (derivative instanceof Vjp vjp) {
                linearity(LinearOperator.of(vjp, subject));
            }
        }
        first(Form.JVP)
                .ifPresent(jvp -> first(Form.VJP)
                        .ifPresent(vjp -> rows.test(
                                "adjoint",
                                "derivative",
                                List.of(Form.JVP, Form.VJP),
                                decision -> new AdjointCheck(subject, decision, random).run((Jvp) jvp, (Vjp) vjp))));
        agreement(Form.JACOBIAN, Form.JVP);
        agreement(Form.JACOBIAN, Form.VJP);
        agreement(Form.JACOBIAN, Form.GRADIENT);
        agreement(Form.GRADIENT, Form.JVP);
        agreement(Form.GRADIENT, Form.VJP);
        values.forEach(this::value);
        return rows.results();
    }

    private void linearity(LinearOperator operator) {
        rows.test(
                "linearity of " + operator.form().label(),
                operator.form().label(),
                List.of(operator.form()),
                decision -> new LinearityCheck(subject, operator, decision, random).run());
    }

    private void agreement(Form one, Form other) {
        ConsistencyCheck check = new ConsistencyCheck(one, other, subject.x().length);
        first(one)
                .ifPresent(a -> first(other)
                        .ifPresent(b -> rows.test(
                                check.name(),
                                "derivative",
                                List.of(one, other),
                                decision -> check.run(
                                        OperatorPair.of(subject, decision, random, a, b), decision, "⟨w, f′(x)[v]⟩"))));
    }

    private void value(ValuePart part) {
        first(part.form())
                .ifPresent(derivative -> rows.test(
                        ValueCheck.name(part),
                        part.form().label() + " call",
                        List.of(part.form()),
                        decision -> new ValueCheck(subject, decision, random).run(part, derivative)));
    }

    private Optional<Derivative> first(Form form) {
        return derivatives.stream().filter(d -> d.form() == form).findFirst();
    }
}
