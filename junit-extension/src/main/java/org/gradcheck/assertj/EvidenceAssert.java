package org.gradcheck.assertj;

import java.util.Locale;
import java.util.OptionalDouble;
import org.assertj.core.api.AbstractDoubleAssert;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.data.Offset;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.Numbers;
import org.gradcheck.report.Verdict;

/**
 * Assertions on the numbers behind the verdict along one direction. In the examples {@code right} is the report on the
 * gradient (x₁, x₀) of x₀x₁ at (1, −2), and {@code wrong} that on (x₁, 2x₀).
 */
public class EvidenceAssert extends AbstractObjectAssert<EvidenceAssert, Evidence> {

    /** Use {@link CheckReportAssert#decisive()} and {@link CheckReportAssert#direction}. */
    public EvidenceAssert(Evidence evidence) {
        super(evidence, EvidenceAssert.class);
    }

    /**
     * Verifies that the derivative is confirmed along this direction.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(right).decisive().isConfirmed();
     *
     * // assertion will fail
     * assertThat(wrong).decisive().isConfirmed();</code></pre>
     */
    public EvidenceAssert isConfirmed() {
        return has(verdict() instanceof Verdict.Confirmed, "direction " + number() + " to confirm");
    }

    /**
     * Verifies that the derivative is refuted along this direction.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrong).decisive().isRefuted();
     *
     * // assertion will fail
     * assertThat(right).decisive().isRefuted();</code></pre>
     */
    public EvidenceAssert isRefuted() {
        return has(verdict() instanceof Verdict.Refuted, "direction " + number() + " to refute");
    }

    /**
     * Verifies that nothing is decided along this direction.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(kink).decisive().isInconclusive();
     *
     * // assertion will fail
     * assertThat(right).decisive().isInconclusive();</code></pre>
     */
    public EvidenceAssert isInconclusive() {
        return has(verdict() instanceof Verdict.Inconclusive, "direction " + number() + " to be inconclusive");
    }

    private Verdict verdict() {
        isNotNull();
        return actual.verdict();
    }

    private String number() {
        return Integer.toString(actual.number());
    }

    private EvidenceAssert has(boolean holds, String expectation) {
        if (!holds) {
            throw assertionError(CheckMessages.of(
                    expectation,
                    "it is " + actual.verdict().label() + ": "
                            + actual.verdict().text()));
        }
        return this;
    }

    /**
     * Verifies the order of the remainder |f(x+hv) − f(x) − hD| in h: 2 for a right derivative, 1 for a wrong one.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrong).decisive().hasObservedOrderCloseTo(1, within(0.1));
     *
     * // assertion will fail: that would be the order for a right gradient
     * assertThat(wrong).decisive().hasObservedOrderCloseTo(2, within(0.1));</code></pre>
     */
    public EvidenceAssert hasObservedOrderCloseTo(double order, Offset<Double> offset) {
        isNotNull();
        OptionalDouble observed = actual.order();
        double off = Math.abs(observed.orElse(Double.NaN) - order);
        if (!(offset.strict ? off < offset.value : off <= offset.value)) {
            throw assertionError(CheckMessages.of(
                    "the remainder to have the order " + order + " ± " + offset.value,
                    observed.isPresent()
                            ? "its order is " + String.format(Locale.ROOT, "%.2f", observed.getAsDouble())
                            : "too little of it is above the noise"));
        }
        return this;
    }

    /**
     * Verifies that supplied value and reference differ by less than a part of the derivative's scale.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(right).decisive().hasRelativeErrorBelow(1e-8);
     *
     * // assertion will fail
     * assertThat(wrong).decisive().hasRelativeErrorBelow(1e-8);</code></pre>
     */
    public EvidenceAssert hasRelativeErrorBelow(double error) {
        isNotNull();
        if (!(actual.relativeError() < error)) {
            throw assertionError(CheckMessages.of(
                    "a relative error below " + Numbers.error(error),
                    "it is " + Numbers.error(actual.relativeError()) + ": the supplied value is "
                            + Numbers.value(actual.supplied()) + ", the reference "
                            + Numbers.value(actual.reference()) + " ± " + Numbers.error(actual.bound())));
        }
        return this;
    }

    /**
     * Goes on with the supplied value.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(right).decisive().supplied().isFinite();
     *
     * // assertion will fail
     * assertThat(right).decisive().supplied().isNaN();</code></pre>
     */
    public AbstractDoubleAssert<?> supplied() {
        return extracting(Evidence::supplied, InstanceOfAssertFactories.DOUBLE);
    }

    /**
     * Goes on with the reference's value.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(right).decisive().reference().isFinite();
     *
     * // assertion will fail
     * assertThat(right).decisive().reference().isNaN();</code></pre>
     */
    public AbstractDoubleAssert<?> reference() {
        return extracting(Evidence::reference, InstanceOfAssertFactories.DOUBLE);
    }

    /**
     * Goes on with the discrepancy relative to the derivative's scale.
     *
     * <p>Example:
     * <pre><code class='java'>
     * // assertion will pass
     * assertThat(wrong).decisive().relativeError().isGreaterThan(0.1);
     *
     * // assertion will fail
     * assertThat(wrong).decisive().relativeError().isLessThan(0.1);</code></pre>
     */
    public AbstractDoubleAssert<?> relativeError() {
        return extracting(Evidence::relativeError, InstanceOfAssertFactories.DOUBLE);
    }
}
