package org.gradcheck.check;

import java.util.List;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.derivative.Form;
import org.gradcheck.diagnosis.ConstantFactor;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.IdentityEvidence;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;

/**
 * Whether two supplied forms are the same derivative, to rounding and without differencing. Which of them is wrong when
 * they are not, their comparisons with f say.
 *
 * @param one the form that the other is measured by
 * @param other the other form
 * @param dimension the number of coordinates of the point
 */
record ConsistencyCheck(Form one, Form other, int dimension) {

    /** The name of the row. */
    String name() {
        return one.label() + " against " + other.label();
    }

    /**
     * The result.
     *
     * @param formula what is compared: "⟨w, f′(x)[v]⟩"
     * @throws DerivativeFaultException if one of the two fails
     */
    CheckResult run(OperatorPair pair, IdentityDecision decision, String formula) {
        // Read as a sentence: "⟨w, f′(x)[v]⟩ by the jacobian = 3 but by the jvp = 4".
        List<IdentityEvidence> evidence = pair.compare(
                new OperatorPair.Words("agreement", formula + " by the " + one.label(), "by the " + other.label()));
        Verdict verdict = PairVerdict.of(
                evidence,
                decision,
                RefutationReason.CONTRADICTS,
                "the " + one.label() + " and the " + other.label() + " agree");
        List<Diagnosis> diagnosis = verdict instanceof Verdict.Refuted
                ? ConstantFactor.between(evidence, dimension, "the " + other.label(), "the " + one.label())
                : List.of();
        return CheckResult.ofIdentity(name(), verdict, evidence, diagnosis);
    }
}
