package org.gradcheck.assertj;

import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.StandardSoftAssertionsProvider;

/**
 * Soft assertions on derivatives, together with all of AssertJ's own.
 *
 * <pre>{@code
 * DerivativeSoftAssertions.assertSoftly(softly -> {
 *     softly.assertThatFunction(loss::value).at(w).hasGradient(loss::gradient);
 *     softly.assertThatFunction(model::forward).at(x).hasJvp(model::jvp);
 * });
 * }</pre>
 */
public class DerivativeSoftAssertions extends AbstractSoftAssertions
        implements StandardSoftAssertionsProvider, DerivativeSoftAssertionsProvider {

    /** Collects nothing yet; finish with {@link #assertAll()}. */
    public DerivativeSoftAssertions() {
        super();
    }

    /** Runs the assertions and then fails with everything they found. */
    public static void assertSoftly(Consumer<DerivativeSoftAssertions> assertions) {
        SoftAssertionsProvider.assertSoftly(DerivativeSoftAssertions.class, assertions);
    }
}
