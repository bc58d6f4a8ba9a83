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
 * @param diagnosis likely causes of a refutation, the likeliest first
 * @param details what the result is relative to where that is not the usual: the inner product, the convention of a gradient
 */
public record CheckResult(
        String name, Verdict verdict, List<Evidence> evidence, List<Diagnosis> diagnosis, List<Fact> details) {

    /** A result in the usual inner product and convention. */
    public CheckResult(String name, Verdict verdict, List<Evidence> evidence, List<Diagnosis> diagnosis) {
        this(name, verdict, evidence, diagnosis, List.of());
    }

    public CheckResult {
        evidence = List.copyOf(evidence);
        diagnosis = List.copyOf(diagnosis);
        details = List.copyOf(details);
    }

    /** The same with more causes, behind those it has. */
    public CheckResult withMore(List<Diagnosis> causes) {
        List<Diagnosis> all = new ArrayList<>(diagnosis);
        all.addAll(causes);
        return new CheckResult(name, verdict, evidence, all, details);
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
