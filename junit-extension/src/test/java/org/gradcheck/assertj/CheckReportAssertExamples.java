package org.gradcheck.assertj;

import static org.assertj.core.api.Assertions.within;
import static org.gradcheck.assertj.DerivativeAssertions.assertThat;
import static org.gradcheck.assertj.ExampleReports.kink;
import static org.gradcheck.assertj.ExampleReports.right;
import static org.gradcheck.assertj.ExampleReports.wrong;

import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.report.Where;

/** The examples in the Javadoc of {@link CheckReportAssert}, to the letter; {@link JavadocExamplesTest} runs and compares them. */
final class CheckReportAssertExamples {

    void isConfirmed1Passes() {
        // assertion will pass
        assertThat(right).isConfirmed();
    }

    void isConfirmed1Fails() {
        // assertion will fail: it is inconclusive
        assertThat(kink).isConfirmed();
    }

    void isRefuted1Passes() {
        // assertion will pass
        assertThat(wrong).isRefuted();
    }

    void isRefuted1Fails() {
        // assertion will fail: it is inconclusive
        assertThat(kink).isRefuted();
    }

    void isRefutedBecause1Passes() {
        // assertion will pass
        assertThat(wrong).isRefutedBecause(RefutationReason.DISAGREEMENT);
    }

    void isRefutedBecause1Fails() {
        // assertion will fail: the shape is right
        assertThat(wrong).isRefutedBecause(RefutationReason.WRONG_SHAPE);
    }

    void isInconclusive1Passes() {
        // assertion will pass
        assertThat(kink).isInconclusive();
    }

    void isInconclusive1Fails() {
        // assertion will fail
        assertThat(right).isInconclusive();
    }

    void isInconclusiveBecause1Passes() {
        // assertion will pass
        assertThat(kink).isInconclusiveBecause(InconclusiveReason.NONSMOOTH);
    }

    void isInconclusiveBecause1Fails() {
        // assertion will fail: evaluations were not limited
        assertThat(kink).isInconclusiveBecause(InconclusiveReason.BUDGET);
    }

    void hasDiagnosis1Passes() {
        // assertion will pass
        assertThat(wrong).hasDiagnosis("factor");
    }

    void hasDiagnosis1Fails() {
        // assertion will fail: no sign is wrong
        assertThat(wrong).hasDiagnosis("sign");
    }

    void hasWrongEntry1Passes() {
        // assertion will pass
        assertThat(wrong).hasWrongEntry("[1]");
    }

    void hasWrongEntry1Fails() {
        // assertion will fail: the first entry is right
        assertThat(wrong).hasWrongEntry("[0]");
    }

    void hasEvaluationsAtMost1Passes() {
        // assertion will pass
        assertThat(right).hasEvaluationsAtMost(100);
    }

    void hasEvaluationsAtMost1Fails() {
        // assertion will fail
        assertThat(right).hasEvaluationsAtMost(10);
    }

    void hasObservedOrderCloseTo1Passes() {
        // assertion will pass
        assertThat(wrong).hasObservedOrderCloseTo(1, within(0.1));
    }

    void hasObservedOrderCloseTo1Fails() {
        // assertion will fail: that would be the order for a right gradient
        assertThat(wrong).hasObservedOrderCloseTo(2, within(0.1));
    }

    void hasRelativeErrorBelow1Passes() {
        // assertion will pass
        assertThat(right).hasRelativeErrorBelow(1e-8);
    }

    void hasRelativeErrorBelow1Fails() {
        // assertion will fail
        assertThat(wrong).hasRelativeErrorBelow(1e-8);
    }

    void result1Passes() {
        // assertion will pass
        assertThat(wrong).result("gradient").isRefuted();
    }

    void result1Fails() {
        // assertion will fail: no Hessian was checked
        assertThat(wrong).result("hessian").isRefuted();
    }

    void verdict1Passes() {
        // assertion will pass
        assertThat(right).verdict().isInstanceOf(Verdict.Confirmed.class);
    }

    void verdict1Fails() {
        // assertion will fail
        assertThat(wrong).verdict().isInstanceOf(Verdict.Confirmed.class);
    }

    void decisive1Passes() {
        // assertion will pass
        assertThat(wrong).decisive().relativeError().isGreaterThan(0.1);
    }

    void decisive1Fails() {
        // assertion will fail
        assertThat(right).decisive().relativeError().isGreaterThan(0.1);
    }

    void direction1Passes() {
        // assertion will pass
        assertThat(wrong).direction(2).isRefuted();
    }

    void direction1Fails() {
        // assertion will fail: so many are not tried
        assertThat(wrong).direction(99).isRefuted();
    }

    void evidence1Passes() {
        // assertion will pass
        assertThat(wrong).evidence().hasSize(2);
    }

    void evidence1Fails() {
        // assertion will fail
        assertThat(wrong).evidence().isEmpty();
    }

    void diagnosis1Passes() {
        // assertion will pass
        assertThat(wrong).diagnosis().extracting(Diagnosis::kind).contains("factor");
    }

    void diagnosis1Fails() {
        // assertion will fail
        assertThat(wrong).diagnosis().isEmpty();
    }

    void where1Passes() {
        // assertion will pass
        assertThat(wrong).where().extracting(Where::places).containsExactly("[1]");
    }

    void where1Fails() {
        // assertion will fail: nothing is wrong
        assertThat(right).where().isNotEmpty();
    }
}
