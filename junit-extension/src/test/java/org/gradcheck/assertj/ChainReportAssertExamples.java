package org.gradcheck.assertj;

import static org.gradcheck.assertj.DerivativeAssertions.assertThat;
import static org.gradcheck.assertj.ExampleReports.kinkedChain;
import static org.gradcheck.assertj.ExampleReports.rightChain;
import static org.gradcheck.assertj.ExampleReports.wrongChain;

import java.util.Optional;
import org.gradcheck.chain.Conclusion;

/** The examples in the Javadoc of {@link ChainReportAssert}, to the letter; {@link JavadocExamplesTest} runs and compares them. */
final class ChainReportAssertExamples {

    void isConfirmed1Passes() {
        // assertion will pass
        assertThat(rightChain).isConfirmed();
    }

    void isConfirmed1Fails() {
        // assertion will fail
        assertThat(wrongChain).isConfirmed();
    }

    void isRefuted1Passes() {
        // assertion will pass
        assertThat(wrongChain).isRefuted();
    }

    void isRefuted1Fails() {
        // assertion will fail
        assertThat(rightChain).isRefuted();
    }

    void isInconclusive1Passes() {
        // assertion will pass
        assertThat(kinkedChain).isInconclusive();
    }

    void isInconclusive1Fails() {
        // assertion will fail
        assertThat(rightChain).isInconclusive();
    }

    void hasConclusion1Passes() {
        // assertion will pass
        assertThat(wrongChain).hasConclusion(Conclusion.Kind.STAGE);
    }

    void hasConclusion1Fails() {
        // assertion will fail: a stage is to blame
        assertThat(wrongChain).hasConclusion(Conclusion.Kind.COMPOSITION);
    }

    void hasFirstWrongStage1Passes() {
        // assertion will pass
        assertThat(wrongChain).hasFirstWrongStage("square");
    }

    void hasFirstWrongStage1Fails() {
        // assertion will fail
        assertThat(wrongChain).hasFirstWrongStage("double");
    }

    void hasCause1Passes() {
        // assertion will pass
        assertThat(wrongChain).hasCause("factor");
    }

    void hasCause1Fails() {
        // assertion will fail
        assertThat(wrongChain).hasCause("sign");
    }

    void hasEvaluationsAtMost1Passes() {
        // assertion will pass
        assertThat(rightChain).hasEvaluationsAtMost(1000);
    }

    void hasEvaluationsAtMost1Fails() {
        // assertion will fail
        assertThat(rightChain).hasEvaluationsAtMost(10);
    }

    void stage1Passes() {
        // assertion will pass
        assertThat(wrongChain).stage("double").isConfirmed();
    }

    void stage1Fails() {
        // assertion will fail
        assertThat(wrongChain).stage("square").isConfirmed();
    }

    void conclusion1Passes() {
        // assertion will pass
        assertThat(wrongChain).conclusion().extracting(Conclusion::stage).isEqualTo(Optional.of("square"));
    }

    void conclusion1Fails() {
        // assertion will fail
        assertThat(rightChain).conclusion().extracting(Conclusion::stage).isEqualTo(Optional.of("square"));
    }
}
