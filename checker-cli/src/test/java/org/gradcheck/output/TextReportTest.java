package org.gradcheck.output;

import org.gradcheck.spec.SuiteResult;
import org.junit.jupiter.api.Test;

class TextReportTest {

    private static String text(Detail detail, SuiteResult suite) {
        return new TextReport(detail, Palette.PLAIN, Replay.withDefaults()).of(suite);
    }

    @Test
    void passedSpecsTakeALineEach() {
        System.out.println(
                text(Detail.NORMAL, SampleResults.suite(SampleResults.passed(), SampleResults.refutedAsExpected())));
        System.out.println(text(
                Detail.NORMAL,
                SampleResults.suite(
                        SampleResults.failed(),
                        SampleResults.inconclusive(),
                        SampleResults.broken(),
                        SampleResults.confirmedAgainstExpectation(),
                        SampleResults.noisy())));
        System.out.println(text(Detail.VERBOSE, SampleResults.suite(SampleResults.passed())));
        System.out.println(JsonReport.of(SampleResults.suite(
                SampleResults.failed(), SampleResults.noisy(), SampleResults.broken(), SampleResults.inconclusive())));
        System.out.println(new MarkdownReport(Replay.withDefaults())
                .of(SampleResults.suite(SampleResults.failed(), SampleResults.noisy(), SampleResults.broken())));
        System.out.println(new JUnitXmlReport(Replay.withDefaults())
                .of(SampleResults.suite(SampleResults.failed(), SampleResults.noisy(), SampleResults.broken())));
    }
}
