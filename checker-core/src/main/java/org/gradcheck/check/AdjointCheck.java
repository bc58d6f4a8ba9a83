package org.gradcheck.check;

import java.util.List;
import java.util.SplittableRandom;
import org.gradcheck.derivative.DerivativeFaultException;
import org.gradcheck.derivative.Jvp;
import org.gradcheck.derivative.Vjp;
import org.gradcheck.diagnosis.ConstantFactor;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.IdentityEvidence;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;

/**
 * The dot-product test: ⟨w, f′(x)[v]⟩ = ⟨f′(x)*[w], v⟩ for random v and w, to rounding, without differencing (Claerbout,
 * "Earth Soundings Analysis", 1992, calls it so). It says that JVP and VJP belong together, not that either is right.
 */
final class AdjointCheck {

    private static final OperatorPair.Words WORDS =
            new OperatorPair.Words("adjointness", "⟨w, f′(x)[v]⟩", "⟨f′(x)*[w], v⟩");

    private final Subject subject;
    private final IdentityDecision decision;
    private final SplittableRandom random;

    AdjointCheck(Subject subject, IdentityDecision decision, SplittableRandom random) {
        this.subject = subject;
        this.decision = decision;
        this.random = random;
    }

    /**
     * The result.
     *
     * @throws DerivativeFaultException if one of the two fails
     */
    CheckResult run(Jvp jvp, Vjp vjp) {
        List<IdentityEvidence> evidence =
                OperatorPair.of(subject, decision, random, jvp, vjp).compare(WORDS);
        Verdict verdict = PairVerdict.of(evidence, decision, RefutationReason.NOT_ADJOINT, "JVP and VJP are adjoint");
        List<Diagnosis> diagnosis = verdict instanceof Verdict.Refuted
                ? ConstantFactor.between(evidence, subject.x().length, "the VJP", "the adjoint of the JVP")
                : List.of();
        return CheckResult.ofIdentity("adjoint", verdict, evidence, diagnosis);
    }
}
