package org.gradcheck.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gradcheck.derivative.BilinearForm;
import org.gradcheck.derivative.Form;
import org.gradcheck.derivative.HessianVectorProduct;
import org.gradcheck.derivative.SecondDerivative;
import org.gradcheck.derivative.SuppliedBilinearMap;
import org.gradcheck.function.Precision;
import org.gradcheck.reference.Direction;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Verdict;

/** What can be asked of supplied second derivatives without differences: linearity, symmetry, and whether they agree. */
final class SecondOrderIdentities {

    private final Subject subject;
    private final List<SecondDerivative> forms;
    private final Map<Form, Verdict> quadratic;
    private final SplittableRandom random;
    private final IdentityRows rows;

    /**
     * Makes the checks ready.
     *
     * @param precision the precision assumed of f
     * @param quadratic for each form the verdict on f″(x)[v, v]
     */
    SecondOrderIdentities(
            Subject subject,
            CheckSettings settings,
            Precision precision,
            List<SecondDerivative> forms,
            List<CheckResult> quadratic) {
        this.subject = subject;
        this.forms = forms;
        this.random = Seeds.secondOrderIdentities(settings.seed());
        this.quadratic = new EnumMap<>(Form.class);
        for (int i = 0; i < forms.size(); i++) {
            this.quadratic.putIfAbsent(forms.get(i).form(), quadratic.get(i).verdict());
        }
        this.rows = new IdentityRows(settings, precision, this.quadratic);
    }

    /** The results, in a fixed order; empty if there is nothing to ask. */
    List<CheckResult> run() {
        if (subject.given().filter(Direction::isZero).isPresent()) {
            return List.of();
        }
        for (SecondDerivative form : forms) {
            if (form instanceof HessianVectorProduct product) {
                linearity(LinearOperator.of(product, subject));
            } else if (form instanceof BilinearForm bilinear) {
                double[] u = FewBits.tangent(subject, Direction.Kind.SCALED, random);
                linearity(LinearOperator.of(bilinear, u, subject));
            }
        }
        forms.forEach(this::symmetry);
        agreement(Form.HESSIAN, Form.HVP);
        agreement(Form.HESSIAN, Form.BILINEAR);
        agreement(Form.HVP, Form.BILINEAR);
        return rows.results();
    }

    private void linearity(LinearOperator operator) {
        rows.test(
                "linearity of " + operator.form().label(),
                operator.form().label(),
                List.of(operator.form()),
                decision -> new LinearityCheck(subject, operator, decision, random).run());
    }

    private void symmetry(SecondDerivative second) {
        Form form = second.form();
        SymmetryCheck check = new SymmetryCheck(form, quadratic.get(form) instanceof Verdict.Confirmed);
        rows.test(check.name(), form.label(), List.of(form), decision -> {
            Pairing pairing = pairing(second, FewBits.cotangent(subject, random));
            return check.run(pair(decision, pairing, pairing.swapped()), decision);
        });
    }

    private void agreement(Form one, Form other) {
        ConsistencyCheck check = new ConsistencyCheck(one, other, subject.x().length);
        first(one)
                .ifPresent(a -> first(other)
                        .ifPresent(b -> rows.test(check.name(), "second derivative", List.of(one, other), decision -> {
                            double[] w = FewBits.cotangent(subject, random);
                            OperatorPair pair = pair(decision, pairing(a, w), pairing(b, w));
                            return check.run(pair, decision, "⟨w, f″(x)[u, v]⟩");
                        })));
    }

    private OperatorPair pair(IdentityDecision decision, Pairing left, Pairing right) {
        return new OperatorPair(subject, decision, random, left, right, kind -> FewBits.tangent(subject, kind, random));
    }

    private Pairing pairing(SecondDerivative second, double[] w) {
        SuppliedBilinearMap map = second.at(subject.x(), subject.domain(), subject.codomain());
        return Pairing.of(map, w);
    }

    private Optional<SecondDerivative> first(Form form) {
        return forms.stream().filter(second -> second.form() == form).findFirst();
    }
}
