package org.gradcheck.assertj;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gradcheck.assertj.DerivativeAssertions.CHECK_REPORT;
import static org.gradcheck.assertj.DerivativeAssertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.api.Test;

class CheckReportAssertTest {

    private static final CheckReport CONFIRMED = report(new Verdict.Confirmed(1e-12, "verified to 1.0e-12"));
    private static final CheckReport REFUTED =
            report(new Verdict.Refuted(RefutationReason.NOT_FINITE, "is not finite: NaN at index 0"));
    private static final CheckReport KINK =
            report(new Verdict.Inconclusive(InconclusiveReason.NONSMOOTH, "kink at the point: |x| at 0"));

    @Test
    void eachVerdictIsRecognised() {
        assertThat(CONFIRMED).isConfirmed();
        assertThat(REFUTED).isRefuted().isRefutedBecause(RefutationReason.NOT_FINITE);
        assertThat(KINK).isInconclusive().isInconclusiveBecause(InconclusiveReason.NONSMOOTH);
    }

    @Test
    void eachOtherVerdictFails() {
        assertFails(
                () -> assertThat(REFUTED).isConfirmed(), "Expecting the report to be confirmed, but the gradient is");
        assertFails(() -> assertThat(KINK).isConfirmed(), "Expecting the report to be confirmed, but the check is");
        assertFails(
                () -> assertThat(CONFIRMED).isRefuted(), "Expecting the report to be refuted, but it is confirmed:");
        assertFails(() -> assertThat(KINK).isRefuted(), "Expecting the report to be refuted, but the check is");
        assertFails(() -> assertThat(CONFIRMED).isInconclusive(), "to be inconclusive, but it is confirmed:");
        assertFails(() -> assertThat(REFUTED).isInconclusive(), "to be inconclusive, but the gradient is not finite:");
    }

    @Test
    void anotherReasonFails() {
        assertFails(
                () -> assertThat(REFUTED).isRefutedBecause(RefutationReason.THREW),
                "Expecting the report to be refuted because of THREW, but the reason is NOT_FINITE:");
        assertFails(
                () -> assertThat(KINK).isInconclusiveBecause(InconclusiveReason.BUDGET),
                "Expecting the report to be inconclusive because of BUDGET, but the reason is NONSMOOTH:");
    }

    @Test
    void diagnosesAreFoundByKind() {
        CheckReport diagnosed = report(new CheckResult(
                "gradient",
                new Verdict.Refuted(RefutationReason.DISAGREEMENT, "disagrees"),
                List.of(),
                List.of(new Diagnosis("sign", "the sign is reversed"))));

        assertThat(diagnosed).hasDiagnosis("sign");
        assertFails(() -> assertThat(diagnosed).hasDiagnosis("factor"), "diagnosis \"factor\", but it has sign:");
        assertFails(() -> assertThat(REFUTED).hasDiagnosis("sign"), "diagnosis \"sign\", but it has none:");
    }

    @Test
    void oneResultIsJudgedAlone() {
        CheckReport both = report(
                new CheckResult("jvp", CONFIRMED.verdict(), List.of(), List.of()),
                new CheckResult("vjp", KINK.verdict(), List.of(), List.of()));

        assertThat(both).isInconclusive();
        assertThat(both).result("jvp").isConfirmed().result("vjp").isInconclusive();
        assertFails(() -> assertThat(both).result("adjoint"), "a result \"adjoint\", but it has jvp, vjp:");
        assertFails(() -> assertThat(both).as("model").result("vjp").isConfirmed(), "[model] \nExpecting the report");
    }

    @Test
    void aReportIsReachedFromAnObject() {
        Object anything = CONFIRMED;

        org.assertj.core.api.Assertions.assertThat(anything)
                .asInstanceOf(CHECK_REPORT)
                .isConfirmed();
    }

    private static CheckReport report(Verdict verdict) {
        return report(new CheckResult("gradient", verdict, List.of(), List.of()));
    }

    private static CheckReport report(CheckResult... results) {
        return new CheckReport(new double[] {1, 2}, List.of(results), 12, Optional.empty(), 7);
    }

    private static void assertFails(ThrowingCallable assertion, String text) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion)
                .withMessageContaining(text)
                .withMessageContaining("seed         7");
    }
}
