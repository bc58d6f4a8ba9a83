package org.gradcheck.check;

import java.util.List;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.derivative.Form;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.IdentityEvidence;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;

/**
 * Whether f″(x)[u, v] = f″(x)[v, u], as for every twice continuously differentiable f (Schwarz's theorem; on manifolds
 * Boumal, 2023, proposition 5.15).
 *
 * @param form the form of the second derivative
 * @param quadraticFormConfirmed whether the symmetric part has been confirmed
 */
record SymmetryCheck(Form form, boolean quadraticFormConfirmed) {

    private static final OperatorPair.Words WORDS = new OperatorPair.Words("symmetry", "f″(x)[u, v]", "f″(x)[v, u]");

    /** The name of the row. */
    String name() {
        return "symmetry of " + form.label();
    }

    /**
     * The result.
     *
     * @param pair f″(x)[u, v] and f″(x)[v, u]
     * @throws DerivativeFaultException if the form fails
     */
    CheckResult run(OperatorPair pair, IdentityDecision decision) {
        List<IdentityEvidence> evidence = pair.compare(WORDS);
        Verdict verdict = PairVerdict.of(
                evidence, decision, RefutationReason.NOT_SYMMETRIC, "the " + form.label() + " is symmetric");
        return CheckResult.ofIdentity(
                name(), verdict, evidence, verdict instanceof Verdict.Refuted ? diagnosis() : List.of());
    }

    private List<Diagnosis> diagnosis() {
        return quadraticFormConfirmed
                ? List.of(new Diagnosis("antisymmetric-part", "its symmetric part would be confirmed"))
                : List.of();
    }
}
