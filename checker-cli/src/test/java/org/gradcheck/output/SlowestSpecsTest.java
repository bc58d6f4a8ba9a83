package org.gradcheck.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteResult;
import org.junit.jupiter.api.Test;

class SlowestSpecsTest {

    private static final SuiteResult SUITE = SampleResults.suite(
            lasting(SampleResults.passed(), 1200),
            lasting(SampleResults.failed(), 3),
            lasting(SampleResults.broken(), 61_034));

    private static SpecResult lasting(SpecResult spec, long millis) {
        return new SpecResult(
                spec.file(),
                spec.title(),
                spec.tags(),
                spec.seed(),
                spec.error(),
                spec.checks(),
                Duration.ofMillis(millis));
    }

    @Test
    void textHasTheSlowestAfterTheSummary() {
        assertThat(new TextReport(Detail.QUIET, Palette.PLAIN, Replay.withDefaults(), new SlowestSpecs(2)).of(SUITE))
                .endsWith("""
                         evaluations in 1.2 s, seed 7

                           slowest      evals  spec
                           61.03 s          0  specs/broken spec.json
                            1.20 s        308  specs/losses/ridge.json
                        """);
    }

    @Test
    void moreThanThereAreIsAll() {
        assertThat(new SlowestSpecs(9).text(SUITE).lines())
                .hasSize(5)
                .last()
                .asString()
                .contains("0.00 s         98");
    }

    @Test
    void markdownAndHtmlHaveATable() {
        assertThat(new MarkdownReport(Replay.withDefaults(), new SlowestSpecs(1)).of(SUITE))
                .endsWith("""

                        ## Slowest specs

                        | time | evaluations | spec |
                        |---:|---:|---|
                        | 61.03 s | 0 | specs/broken spec.json |
                        """);
        assertThat(new HtmlReport(Replay.withDefaults(), new SlowestSpecs(1)).of(SUITE))
                .contains("<summary>slowest specs</summary>")
                .contains("<tr><td>61.03 s</td><td>0</td><td>specs/broken spec.json</td></tr>");
    }

    @Test
    void nothingIsToldUnlessAsked() {
        assertThat(new TextReport(Detail.QUIET, Palette.PLAIN, Replay.withDefaults()).of(SUITE))
                .doesNotContain("slowest");
        assertThat(new MarkdownReport(Replay.withDefaults()).of(SUITE)).doesNotContain("Slowest");
        assertThat(new HtmlReport(Replay.withDefaults()).of(SUITE)).doesNotContain("slowest");
    }
}
