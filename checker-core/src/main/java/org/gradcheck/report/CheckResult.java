package org.gradcheck.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The result of one check: one form of derivative against its reference, or one operator identity.
 *
 * @param name what was checked: "gradient", "jvp", "vjp", "jacobian", "adjoint", "linearity of jvp"
 * @param verdict the verdict
 * @param evidence one entry a direction, empty where the verdict needed none
 * @param identities for an operator identity what was compared, the decisive trial first; empty for a form
 * @param diagnosis likely causes of a refutation, the likeliest first
 * @param details what the result is relative to where that is not the usual: the inner product, the convention of a gradient
 * @param explanation where a wrong derivative is wrong, and how causes fared that were looked into
 */
public record CheckResult(
        String name,
        Verdict verdict,
        List<Evidence> evidence,
        List<IdentityEvidence> identities,
        List<Diagnosis> diagnosis,
        List<Fact> details,
        Explanation explanation) {

    public CheckResult {
        evidence = List.copyOf(evidence);
        identities = List.copyOf(identities);
        diagnosis = List.copyOf(diagnosis);
        details = List.copyOf(details);
    }

    /** The same under another name. */
    public CheckResult named(String newName) {
        return new CheckResult(newName, verdict, evidence, identities, diagnosis, details, explanation);
    }

    /** The same with one more detail, behind those it has. */
    public CheckResult withDetail(Fact detail) {
        List<Fact> all = new ArrayList<>(details);
        all.add(detail);
        return new CheckResult(name, verdict, evidence, identities, diagnosis, all, explanation);
    }

    /** The same with more causes, behind those it has. */
    public CheckResult withMore(List<Diagnosis> causes) {
        List<Diagnosis> all = new ArrayList<>(diagnosis);
        all.addAll(causes);
        return new CheckResult(name, verdict, evidence, identities, all, details, explanation);
    }

    /** The same with what was found out further; of the causes it has those stay that are not of a kind looked into. */
    public CheckResult explained(List<Diagnosis> causes, Explanation newExplanation) {
        List<Diagnosis> all = new ArrayList<>(causes);
        diagnosis.stream()
                .filter(known -> newExplanation.hypotheses().stream()
                        .noneMatch(hypothesis -> hypothesis.kinds().contains(known.kind())))
                .forEach(all::add);
        return new CheckResult(name, verdict, evidence, identities, all, details, newExplanation);
    }

    /** Whether the check is about one form alone: "hessian", "symmetry of hessian". */
    boolean isAbout(String form) {
        return name.equals(form) || name.endsWith(" of " + form);
    }

    /** The result of comparing one form with its reference, in the usual inner product and convention. */
    public CheckResult(String name, Verdict verdict, List<Evidence> evidence, List<Diagnosis> diagnosis) {
        this(name, verdict, evidence, diagnosis, List.of());
    }

    /** The result of comparing one form with its reference. */
    public CheckResult(
            String name, Verdict verdict, List<Evidence> evidence, List<Diagnosis> diagnosis, List<Fact> details) {
        this(name, verdict, evidence, List.of(), diagnosis, details, Explanation.NONE);
    }

    /** The result of testing an operator identity. */
    public static CheckResult ofIdentity(
            String name, Verdict verdict, List<IdentityEvidence> identities, List<Diagnosis> diagnosis) {
        return new CheckResult(name, verdict, List.of(), identities, diagnosis, List.of(), Explanation.NONE);
    }

    /**
     * The evidence that decided: along the worst direction when refuted or inconclusive, and of the confirming
     * directions the one that resolved most.
     */
    public Optional<Evidence> decisive() {
        Comparator<Evidence> bySeverity =
                Comparator.comparingInt(e -> e.verdict().severity() == verdict.severity() ? 1 : 0);
        Comparator<Evidence> byWeight = verdict instanceof Verdict.Confirmed
                ? Comparator.comparingDouble((Evidence e) -> -e.resolution())
                : Comparator.comparingDouble(Evidence::relativeError);
        return evidence.stream().max(bySeverity.thenComparing(byWeight));
    }
}
