package org.gradcheck.assertj;

import static org.assertj.core.api.Assertions.within;
import static org.gradcheck.assertj.DerivativeAssertions.assertThat;
import static org.gradcheck.assertj.ExampleReports.kink;
import static org.gradcheck.assertj.ExampleReports.right;
import static org.gradcheck.assertj.ExampleReports.wrong;

/** The examples in the Javadoc of {@link EvidenceAssert}, to the letter; {@link JavadocExamplesTest} runs and compares them. */
final class EvidenceAssertExamples {

    void isConfirmed1Passes() {
        // assertion will pass
        assertThat(right).decisive().isConfirmed();
    }

    void isConfirmed1Fails() {
        // assertion will fail
        assertThat(wrong).decisive().isConfirmed();
    }

    void isRefuted1Passes() {
        // assertion will pass
        assertThat(wrong).decisive().isRefuted();
    }

    void isRefuted1Fails() {
        // assertion will fail
        assertThat(right).decisive().isRefuted();
    }

    void isInconclusive1Passes() {
        // assertion will pass
        assertThat(kink).decisive().isInconclusive();
    }

    void isInconclusive1Fails() {
        // assertion will fail
        assertThat(right).decisive().isInconclusive();
    }

    void hasObservedOrderCloseTo1Passes() {
        // assertion will pass
        assertThat(wrong).decisive().hasObservedOrderCloseTo(1, within(0.1));
    }

    void hasObservedOrderCloseTo1Fails() {
        // assertion will fail: that would be the order for a right gradient
        assertThat(wrong).decisive().hasObservedOrderCloseTo(2, within(0.1));
    }

    void hasRelativeErrorBelow1Passes() {
        // assertion will pass
        assertThat(right).decisive().hasRelativeErrorBelow(1e-8);
    }

    void hasRelativeErrorBelow1Fails() {
        // assertion will fail
        assertThat(wrong).decisive().hasRelativeErrorBelow(1e-8);
    }

    void supplied1Passes() {
        // assertion will pass
        assertThat(right).decisive().supplied().isFinite();
    }

    void supplied1Fails() {
        // assertion will fail
        assertThat(right).decisive().supplied().isNaN();
    }

    void reference1Passes() {
        // assertion will pass
        assertThat(right).decisive().reference().isFinite();
    }

    void reference1Fails() {
        // assertion will fail
        assertThat(right).decisive().reference().isNaN();
    }

    void relativeError1Passes() {
        // assertion will pass
        assertThat(wrong).decisive().relativeError().isGreaterThan(0.1);
    }

    void relativeError1Fails() {
        // assertion will fail
        assertThat(wrong).decisive().relativeError().isLessThan(0.1);
    }
}
