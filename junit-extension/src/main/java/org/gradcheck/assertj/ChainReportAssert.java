package org.gradcheck.assertj;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.assertj.core.api.ObjectAssert;
import org.gradcheck.chain.ChainReport;
import org.gradcheck.chain.Conclusion;
import org.gradcheck.chain.Station;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Verdict;

/**
 * Assertions on what the check of a chain or graph found.
 *
 * <pre>{@code
 * assertThat(chain.check()).isConfirmed();
 * assertThat(chain.check()).hasFirstWrongStage("tanh").stage("tanh").hasDiagnosis("factor");
 * }</pre>
 *
 * <p>In the examples {@code rightChain} is the report on "double", x ↦ 2x, then "square", y ↦ |y|²; in {@code wrongChain} the
 * pullback of "square" lacks its factor 2.
 */
public class ChainReportAssert extends AbstractObjectAssert<ChainReportAssert, ChainReport> {

    /** Use {@link DerivativeAssertions}. */
    public ChainReportAssert(ChainReport report) {
        super(report, ChainReportAssert.class);
    }

    /**
     * Verifies that everything is confirmed.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(rightChain).isConfirmed();
     *
     * // assertion will fail
     * assertThat(wrongChain).isConfirmed();</code></pre>
     */
    public ChainReportAssert isConfirmed() {
        return is(verdict() instanceof Verdict.Confirmed, "confirmed");
    }

    /**
     * Verifies that something is proved wrong.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrongChain).isRefuted();
     *
     * // assertion will fail
     * assertThat(rightChain).isRefuted();</code></pre>
     */
    public ChainReportAssert isRefuted() {
        return is(verdict() instanceof Verdict.Refuted, "refuted");
    }

    /**
     * Verifies that nothing is proved wrong and something stayed undecided.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(kinkedChain).isInconclusive();
     *
     * // assertion will fail
     * assertThat(rightChain).isInconclusive();</code></pre>
     */
    public ChainReportAssert isInconclusive() {
        return is(verdict() instanceof Verdict.Inconclusive, "inconclusive");
    }

    /**
     * Verifies what sort of thing is wrong.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrongChain).hasConclusion(Conclusion.Kind.STAGE);
     *
     * // assertion will fail: a stage is to blame
     * assertThat(wrongChain).hasConclusion(Conclusion.Kind.COMPOSITION);</code></pre>
     */
    public ChainReportAssert hasConclusion(Conclusion.Kind kind) {
        isNotNull();
        return has(
                actual.conclusion().kind() == kind,
                "the conclusion " + kind,
                "it is " + actual.conclusion().kind());
    }

    /**
     * Verifies which stage is the first that is wrong.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrongChain).hasFirstWrongStage("square");
     *
     * // assertion will fail
     * assertThat(wrongChain).hasFirstWrongStage("double");</code></pre>
     */
    public ChainReportAssert hasFirstWrongStage(String name) {
        isNotNull();
        return has(
                actual.firstWrongStage().equals(Optional.of(name)),
                "\"" + name + "\" to be the first wrong stage",
                actual.firstWrongStage().map(stage -> "it is \"" + stage + "\"").orElse("none is known to be wrong"));
    }

    /**
     * Verifies that a likely cause of this kind is named.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrongChain).hasCause("factor");
     *
     * // assertion will fail
     * assertThat(wrongChain).hasCause("sign");</code></pre>
     */
    public ChainReportAssert hasCause(String kind) {
        isNotNull();
        List<String> kinds =
                actual.conclusion().causes().stream().map(Diagnosis::kind).toList();
        return has(
                kinds.contains(kind),
                "the cause \"" + kind + "\"",
                kinds.isEmpty() ? "there is none" : "there is " + joined(kinds));
    }

    /**
     * Verifies that functions of stages were evaluated no more often than this.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(rightChain).hasEvaluationsAtMost(1000);
     *
     * // assertion will fail
     * assertThat(rightChain).hasEvaluationsAtMost(10);</code></pre>
     */
    public ChainReportAssert hasEvaluationsAtMost(int evaluations) {
        isNotNull();
        return has(
                actual.evaluations() <= evaluations,
                "at most " + evaluations + " evaluations",
                "there were " + actual.evaluations());
    }

    /**
     * Goes on with the report on one stage alone.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrongChain).stage("double").isConfirmed();
     *
     * // assertion will fail
     * assertThat(wrongChain).stage("square").isConfirmed();</code></pre>
     */
    public CheckReportAssert stage(String name) {
        isNotNull();
        Optional<CheckReport> report = actual.stations().stream()
                .filter(station -> station.name().equals(name))
                .findFirst()
                .flatMap(Station::report);
        has(
                report.isPresent(),
                "a report on the stage \"" + name + "\"",
                "there are reports on "
                        + joined(actual.stations().stream()
                                .filter(station -> station.report().isPresent())
                                .map(Station::name)
                                .toList()));
        return extracting(chain -> report.orElseThrow(), DerivativeAssertions.CHECK_REPORT);
    }

    /**
     * Goes on with the conclusion.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrongChain).conclusion().extracting(Conclusion::stage).isEqualTo(Optional.of("square"));
     *
     * // assertion will fail
     * assertThat(rightChain).conclusion().extracting(Conclusion::stage).isEqualTo(Optional.of("square"));</code></pre>
     */
    public AbstractObjectAssert<?, Conclusion> conclusion() {
        return extracting(ChainReport::conclusion, new InstanceOfAssertFactory<>(Conclusion.class, ObjectAssert::new));
    }

    private Verdict verdict() {
        isNotNull();
        return actual.verdict();
    }

    private ChainReportAssert is(boolean holds, String verdict) {
        if (!holds) {
            throw assertionError(CheckMessages.of("the chain to be " + verdict, actual, List.of()));
        }
        return this;
    }

    private ChainReportAssert has(boolean holds, String expectation, String difference) {
        if (!holds) {
            throw assertionError(CheckMessages.of(expectation, difference, actual));
        }
        return this;
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
