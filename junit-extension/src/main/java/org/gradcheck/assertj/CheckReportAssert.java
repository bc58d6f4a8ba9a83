package org.gradcheck.assertj;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.data.Offset;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.report.Where;
import org.gradcheck.report.WrongEntry;

/**
 * Assertions on what a check found.
 *
 * <pre>{@code
 * assertThat(report).isRefutedBecause(RefutationReason.DISAGREEMENT).hasDiagnosis("sign");
 * assertThat(report).result("jvp").isConfirmed().result("vjp").isRefuted();
 * assertThat(report).decisive().hasObservedOrderCloseTo(2, within(0.1));
 * }</pre>
 *
 * <p>In the examples {@code right} is the report on the gradient (x₁, x₀) of x₀x₁ at (1, −2), {@code wrong} that on (x₁, 2x₀),
 * and {@code kink} one on the gradient of |x₀| + x₁ at (0, 1).
 */
public class CheckReportAssert extends AbstractObjectAssert<CheckReportAssert, CheckReport> {

    /** What is judged: one result of the report, or all of it. */
    private Optional<CheckReport> subject = Optional.empty();

    /** Use {@link DerivativeAssertions}. */
    public CheckReportAssert(CheckReport report) {
        super(report, CheckReportAssert.class);
    }

    /**
     * Verifies that every result is confirmed.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(right).isConfirmed();
     *
     * // assertion will fail: it is inconclusive
     * assertThat(kink).isConfirmed();</code></pre>
     */
    public CheckReportAssert isConfirmed() {
        if (!subject().isConfirmed()) {
            throw assertionError(CheckMessages.of("the report to be confirmed", subject()));
        }
        return this;
    }

    /**
     * Verifies that some result is refuted.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrong).isRefuted();
     *
     * // assertion will fail: it is inconclusive
     * assertThat(kink).isRefuted();</code></pre>
     */
    public CheckReportAssert isRefuted() {
        if (!subject().isRefuted()) {
            throw assertionError(CheckMessages.of("the report to be refuted", subject()));
        }
        return this;
    }

    /**
     * Verifies that some result is refuted for this reason.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrong).isRefutedBecause(RefutationReason.DISAGREEMENT);
     *
     * // assertion will fail: the shape is right
     * assertThat(wrong).isRefutedBecause(RefutationReason.WRONG_SHAPE);</code></pre>
     */
    public CheckReportAssert isRefutedBecause(RefutationReason reason) {
        isRefuted();
        List<RefutationReason> reasons = subject().decisiveResults().stream()
                .map(result -> ((Verdict.Refuted) result.verdict()).reason())
                .distinct()
                .toList();
        return has(
                reasons.contains(reason),
                "the report to be refuted because of " + reason,
                "the reason is " + joined(reasons));
    }

    /**
     * Verifies that nothing is refuted and some result is inconclusive.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(kink).isInconclusive();
     *
     * // assertion will fail
     * assertThat(right).isInconclusive();</code></pre>
     */
    public CheckReportAssert isInconclusive() {
        if (!subject().isInconclusive()) {
            throw assertionError(CheckMessages.of("the report to be inconclusive", subject()));
        }
        return this;
    }

    /**
     * Verifies that nothing is refuted and some result is inconclusive for this reason.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(kink).isInconclusiveBecause(InconclusiveReason.NONSMOOTH);
     *
     * // assertion will fail: evaluations were not limited
     * assertThat(kink).isInconclusiveBecause(InconclusiveReason.BUDGET);</code></pre>
     */
    public CheckReportAssert isInconclusiveBecause(InconclusiveReason reason) {
        isInconclusive();
        List<InconclusiveReason> reasons = subject().decisiveResults().stream()
                .map(result -> ((Verdict.Inconclusive) result.verdict()).reason())
                .distinct()
                .toList();
        return has(
                reasons.contains(reason),
                "the report to be inconclusive because of " + reason,
                "the reason is " + joined(reasons));
    }

    /**
     * Verifies that some result has a diagnosis of this kind: "sign", "factor", …
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrong).hasDiagnosis("factor");
     *
     * // assertion will fail: no sign is wrong
     * assertThat(wrong).hasDiagnosis("sign");</code></pre>
     */
    public CheckReportAssert hasDiagnosis(String kind) {
        List<String> kinds = diagnoses(subject()).stream().map(Diagnosis::kind).toList();
        return has(
                kinds.contains(kind),
                "the report to have the diagnosis \"" + kind + "\"",
                kinds.isEmpty() ? "it has none" : "it has " + joined(kinds));
    }

    /**
     * Verifies that an entry is among those that are wrong, by the name that reports give it.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrong).hasWrongEntry("[1]");
     *
     * // assertion will fail: the first entry is right
     * assertThat(wrong).hasWrongEntry("[0]");</code></pre>
     */
    public CheckReportAssert hasWrongEntry(String name) {
        List<String> names = places(subject()).stream()
                .flatMap(where -> where.entries().stream())
                .map(WrongEntry::name)
                .toList();
        return has(
                names.contains(name),
                "the entry \"" + name + "\" to be wrong",
                names.isEmpty() ? "no wrong entry is known" : "the wrong entries known are " + joined(names));
    }

    /**
     * Verifies that the check evaluated f no more often than this, what it took to find out where and why included.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(right).hasEvaluationsAtMost(100);
     *
     * // assertion will fail
     * assertThat(right).hasEvaluationsAtMost(10);</code></pre>
     */
    public CheckReportAssert hasEvaluationsAtMost(int evaluations) {
        return has(
                subject().evaluations() <= evaluations,
                "at most " + evaluations + " evaluations",
                "there were " + subject().evaluations());
    }

    /**
     * Verifies the order of the decisive remainder, as {@link EvidenceAssert#hasObservedOrderCloseTo} does.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrong).hasObservedOrderCloseTo(1, within(0.1));
     *
     * // assertion will fail: that would be the order for a right gradient
     * assertThat(wrong).hasObservedOrderCloseTo(2, within(0.1));</code></pre>
     */
    public CheckReportAssert hasObservedOrderCloseTo(double order, Offset<Double> offset) {
        decisive().hasObservedOrderCloseTo(order, offset);
        return this;
    }

    /**
     * Verifies the decisive relative error, as {@link EvidenceAssert#hasRelativeErrorBelow} does.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(right).hasRelativeErrorBelow(1e-8);
     *
     * // assertion will fail
     * assertThat(wrong).hasRelativeErrorBelow(1e-8);</code></pre>
     */
    public CheckReportAssert hasRelativeErrorBelow(double error) {
        decisive().hasRelativeErrorBelow(error);
        return this;
    }

    /**
     * Goes on with one result alone, until another is named.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrong).result("gradient").isRefuted();
     *
     * // assertion will fail: no Hessian was checked
     * assertThat(wrong).result("hessian").isRefuted();</code></pre>
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

    /**
     * Goes on with the verdict.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(right).verdict().isInstanceOf(Verdict.Confirmed.class);
     *
     * // assertion will fail
     * assertThat(wrong).verdict().isInstanceOf(Verdict.Confirmed.class);</code></pre>
     */
    public AbstractObjectAssert<?, Verdict> verdict() {
        return extracting(
                report -> subject().verdict(), new InstanceOfAssertFactory<>(Verdict.class, ObjectAssert::new));
    }

    /**
     * Goes on with the evidence that decided: of the first result with the verdict of the report, along its decisive
     * direction.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrong).decisive().relativeError().isGreaterThan(0.1);
     *
     * // assertion will fail
     * assertThat(right).decisive().relativeError().isGreaterThan(0.1);</code></pre>
     */
    public EvidenceAssert decisive() {
        Optional<Evidence> evidence = subject().decisiveResults().stream()
                .flatMap(result -> result.decisive().stream())
                .findFirst();
        has(evidence.isPresent(), "evidence from differences", "the verdict needed none");
        return extracting(report -> evidence.orElseThrow(), DerivativeAssertions.EVIDENCE);
    }

    /**
     * Goes on with the evidence along one direction, of the first result that has it.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrong).direction(2).isRefuted();
     *
     * // assertion will fail: so many are not tried
     * assertThat(wrong).direction(99).isRefuted();</code></pre>
     *
     * @param number the direction's number, from 1
     */
    public EvidenceAssert direction(int number) {
        List<Evidence> all = evidence(subject());
        Optional<Evidence> evidence =
                all.stream().filter(one -> one.number() == number).findFirst();
        has(
                evidence.isPresent(),
                "evidence along direction " + number,
                "there are "
                        + joined(all.stream().map(Evidence::number).distinct().toList()));
        return extracting(report -> evidence.orElseThrow(), DerivativeAssertions.EVIDENCE);
    }

    /**
     * Goes on with all evidence.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrong).evidence().hasSize(2);
     *
     * // assertion will fail
     * assertThat(wrong).evidence().isEmpty();</code></pre>
     */
    public AbstractListAssert<?, List<? extends Evidence>, Evidence, ObjectAssert<Evidence>> evidence() {
        return extracting(report -> evidence(subject()), InstanceOfAssertFactories.list(Evidence.class));
    }

    /**
     * Goes on with the likely causes.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrong).diagnosis().extracting(Diagnosis::kind).contains("factor");
     *
     * // assertion will fail
     * assertThat(wrong).diagnosis().isEmpty();</code></pre>
     */
    public AbstractListAssert<?, List<? extends Diagnosis>, Diagnosis, ObjectAssert<Diagnosis>> diagnosis() {
        return extracting(report -> diagnoses(subject()), InstanceOfAssertFactories.list(Diagnosis.class));
    }

    /**
     * Goes on with the places that are wrong.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrong).where().extracting(Where::places).containsExactly("[1]");
     *
     * // assertion will fail: nothing is wrong
     * assertThat(right).where().isNotEmpty();</code></pre>
     */
    public AbstractListAssert<?, List<? extends Where>, Where, ObjectAssert<Where>> where() {
        return extracting(report -> places(subject()), InstanceOfAssertFactories.list(Where.class));
    }

    private static List<Evidence> evidence(CheckReport report) {
        return report.results().stream()
                .flatMap(result -> result.evidence().stream())
                .toList();
    }

    private static List<Diagnosis> diagnoses(CheckReport report) {
        return report.results().stream()
                .flatMap(result -> result.diagnosis().stream())
                .toList();
    }

    private static List<Where> places(CheckReport report) {
        return report.results().stream()
                .flatMap(result -> result.explanation().where().stream())
                .toList();
    }

    private CheckReport subject() {
        isNotNull();
        return subject.orElse(actual);
    }

    private CheckReportAssert has(boolean holds, String expectation, String difference) {
        if (!holds) {
            throw assertionError(CheckMessages.of(expectation, difference, subject()));
        }
        return this;
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
