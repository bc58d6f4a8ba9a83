package org.gradcheck.assertj;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;

/**
 * Assertions on what a check found.
 *
 * <pre>{@code
 * assertThat(report).isRefutedBecause(RefutationReason.DISAGREEMENT).hasDiagnosis("sign");
 * assertThat(report).result("jvp").isConfirmed().result("vjp").isRefuted();
 * }</pre>
 */
public class CheckReportAssert extends AbstractAssert<CheckReportAssert, CheckReport> {

    /** What is judged: one result of the report, or all of it. */
    private Optional<CheckReport> subject = Optional.empty();

    /** Use {@link DerivativeAssertions}. */
    public CheckReportAssert(CheckReport report) {
        super(report, CheckReportAssert.class);
    }

    /** Verifies that every result is confirmed. */
    public CheckReportAssert isConfirmed() {
        if (!subject().isConfirmed()) {
            throw assertionError(CheckMessages.of("the report to be confirmed", subject()));
        }
        return this;
    }

    /** Verifies that some result is refuted. */
    public CheckReportAssert isRefuted() {
        if (!subject().isRefuted()) {
            throw assertionError(CheckMessages.of("the report to be refuted", subject()));
        }
        return this;
    }

    /** Verifies that some result is refuted for this reason. */
    public CheckReportAssert isRefutedBecause(RefutationReason reason) {
        isRefuted();
        List<RefutationReason> reasons = subject().decisiveResults().stream()
                .map(result -> ((Verdict.Refuted) result.verdict()).reason())
                .distinct()
                .toList();
        if (!reasons.contains(reason)) {
            throw assertionError(CheckMessages.of(
                    "the report to be refuted because of " + reason, "the reason is " + joined(reasons), subject()));
        }
        return this;
    }

    /** Verifies that nothing is refuted and some result is inconclusive. */
    public CheckReportAssert isInconclusive() {
        if (!subject().isInconclusive()) {
            throw assertionError(CheckMessages.of("the report to be inconclusive", subject()));
        }
        return this;
    }

    /** Verifies that nothing is refuted and some result is inconclusive for this reason. */
    public CheckReportAssert isInconclusiveBecause(InconclusiveReason reason) {
        isInconclusive();
        List<InconclusiveReason> reasons = subject().decisiveResults().stream()
                .map(result -> ((Verdict.Inconclusive) result.verdict()).reason())
                .distinct()
                .toList();
        if (!reasons.contains(reason)) {
            throw assertionError(CheckMessages.of(
                    "the report to be inconclusive because of " + reason,
                    "the reason is " + joined(reasons),
                    subject()));
        }
        return this;
    }

    /** Verifies that some result has a diagnosis of this kind: "sign", "factor", … */
    public CheckReportAssert hasDiagnosis(String kind) {
        List<String> kinds = subject().results().stream()
                .flatMap(result -> result.diagnosis().stream())
                .map(Diagnosis::kind)
                .toList();
        if (!kinds.contains(kind)) {
            throw assertionError(CheckMessages.of(
                    "the report to have the diagnosis \"" + kind + "\"",
                    kinds.isEmpty() ? "it has none" : "it has " + joined(kinds),
                    subject()));
        }
        return this;
    }

    /**
     * Goes on with one result alone, until another is named.
     *
     * @param name the result's name: "gradient", "vjp", "adjoint"
     */
    public CheckReportAssert result(String name) {
        isNotNull();
        Optional<CheckResult> found = actual.results().stream()
                .filter(result -> result.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            List<String> names =
                    actual.results().stream().map(CheckResult::name).toList();
            throw assertionError(CheckMessages.of(
                    "the report to have a result \"" + name + "\"", "it has " + joined(names), actual));
        }
        subject = Optional.of(actual.withResults(List.of(found.orElseThrow())));
        return this;
    }

    private CheckReport subject() {
        isNotNull();
        return subject.orElse(actual);
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
