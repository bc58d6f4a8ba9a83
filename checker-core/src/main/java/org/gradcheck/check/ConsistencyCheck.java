package org.gradcheck.check;

import java.util.List;
import java.util.SplittableRandom;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.diagnosis.ConstantFactor;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.IdentityEvidence;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;

/**
 * Whether two supplied forms are the same derivative, to rounding and without differencing. Which of them is wrong when
 * they are not, their comparisons with f say.
 */
final class ConsistencyCheck {

    private final Subject subject;
    private final IdentityDecision decision;
    private final SplittableRandom random;

    ConsistencyCheck(Subject subject, IdentityDecision decision, SplittableRandom random) {
        this.subject = subject;
        this.decision = decision;
        this.random = random;
    }

    /**
     * The result.
     *
     * @throws DerivativeFaultException if one of the two fails
     */
    CheckResult run(Derivative first, Derivative second) {
        String one = first.form().label();
        String other = second.form().label();
        // Read as a sentence: "⟨w, f′(x)[v]⟩ by the jacobian = 3 but by the jvp = 4".
        List<IdentityEvidence> evidence = new OperatorPair(subject, decision, random, first, second)
                .compare(new OperatorPair.Words("agreement", "⟨w, f′(x)[v]⟩ by the " + one, "by the " + other));
        Verdict verdict = PairVerdict.of(
                evidence, decision, RefutationReason.CONTRADICTS, "the " + one + " and the " + other + " agree");
        List<Diagnosis> diagnosis = verdict instanceof Verdict.Refuted
                ? ConstantFactor.between(evidence, subject.x().length, "the " + other, "the " + one)
                : List.of();
        return CheckResult.ofIdentity(one + " against " + other, verdict, evidence, diagnosis);
    }
}
