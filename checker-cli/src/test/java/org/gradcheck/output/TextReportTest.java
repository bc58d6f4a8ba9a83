package org.gradcheck.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradcheck.spec.SpecResult;
import org.junit.jupiter.api.Test;

class TextReportTest {

    private static String text(Detail detail, SpecResult... specs) {
        return new TextReport(detail, Palette.PLAIN, Replay.withDefaults()).of(SampleResults.suite(specs));
    }

    @Test
    void passedSpecsTakeALineEachBelowTheirFolder() {
        assertThat(text(Detail.NORMAL, SampleResults.passed(), SampleResults.refutedAsExpected()))
                .isEqualTo("""
                                                               verdict        error   bound order  evals
                        specs/losses
                          ✓ ridge                              confirmed ×2       0 2.5e-13  2.00    308
                          ✓ squared-error-of-…as-cross-entropy refuted      5.0e-01 2.5e-13  1.00     98

                        2 specs: 2 passed
                        406 evaluations in 1.2 s, seed 7
                        """);
    }

    @Test
    void aRefutedSpecShowsTheDecisiveDirectionTheRemaindersAndHowToReplayIt() {
        assertThat(text(Detail.QUIET, SampleResults.failed())).isEqualTo("""
                        FAILED  specs/quadratic-forms/general.json
                          Quadratic form of a general matrix
                          ✗ gradient of x: REFUTED at point 2 of 3, but confirmed was expected
                            because      disagrees with the reference (half of the derivative's scale,
                                         far more than the bound explains)
                            supplied     2
                            reference    4 ± 1.0e-12 (central differences)
                            discrepancy  2.0e+00, 5.0e-01 of the derivative's scale, 2.0e+12 times the
                                         bound
                            order        remainder 1.00 (right: 2, wrong: 1), central remainder below
                                         the noise (right: 3, wrong: 1)
                            direction    1 (isotropic), v = [0.75, -0.5, 0.625]
                            diagnosis    0.5 times the reference
                            point        2 of 3 (large), x = [1, -2, 0.5]
                            evaluations  98 of f
                            precision    double precision assumed of f, as declared
                            step h     quotient             |f(x+hv)-f(x)-hD|  |central remainder|
                            5.0e-01    4.25                 5.0e-01            1.3e-01
                            2.5e-01    4.0625               2.5e-01            1.6e-02
                             1e+00 ┤.......1........1········1·o······1·······'1'''*
                                   │······'2''''''''3........3·x·····'3'''''''
                             1e-03 ┤·······3''''''''
                                   │
                                   │
                             1e-06 ┤
                                   │
                             1e-09 ┤
                                   │
                                   │
                             1e-12 ┤
                                   │
                                   │
                             1e-15 ┤~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~
                                   └┴──────────────────────────────────────────────────────────────────┴
                            step h 1e-01                                                           1e+00
                                    o remainder   x central remainder   slope 2: right
                                    slope 3: right, central   slope 1: wrong   ~ noise of f, 1.0e-16
                          replay: gradcheck check specs/quadratic-forms/general.json --seed 7

                        1 spec: 1 failed
                        98 evaluations in 1.2 s, seed 7
                        """);
    }

    @Test
    void anInconclusiveSpecSaysWhyEvenWithoutNumbers() {
        assertThat(text(Detail.NORMAL, SampleResults.inconclusive())).isEqualTo("""
                                                               verdict        error   bound order  evals
                          ? root                               inconclusive       –       –     –      2

                        INCONCLUSIVE  root.json
                          Square root
                          ? jvp: INCONCLUSIVE at point 2 of 3, but confirmed was expected
                            because      f cannot be evaluated at the point: f(x) is NaN
                            point        2 of 3 (large), x = -1
                            evaluations  2 of f
                            precision    double precision assumed of f, as declared
                          replay: gradcheck check root.json --seed 7

                        1 spec: 1 inconclusive
                        2 evaluations in 1.2 s, seed 7
                        """);
    }

    @Test
    void aBrokenSpecShowsItsErrorWithTheCaretInPlace() {
        assertThat(text(Detail.QUIET, SampleResults.broken())).isEqualTo("""
                        ERROR  specs/broken spec.json
                          specs/broken spec.json, line 3, /function: A is 3×2 and x is 3×1: did you mean
                          A' * x?
                              A * x
                                ^

                        1 spec: 1 error
                        0 evaluations in 1.2 s, seed 7
                        """);
    }

    @Test
    void aConfirmedFormulaThatShouldBeWrongIsAFailure() {
        assertThat(text(Detail.QUIET, SampleResults.confirmedAgainstExpectation()))
                .contains("✗ gradient of w: CONFIRMED, but refuted was expected");
    }

    @Test
    void quietTellsOnlyTheSummaryOfAPassingRun() {
        assertThat(text(Detail.QUIET, SampleResults.passed()))
                .isEqualTo("1 spec: 1 passed\n308 evaluations in 1.2 s, seed 7\n");
    }

    @Test
    void verboseTellsEveryDirectionOfAPassingCheck() {
        assertThat(text(Detail.VERBOSE, SampleResults.passed()))
                .contains("✓ gradient of w: CONFIRMED\n    because      agrees with the reference")
                .contains("""
                            direction        supplied            reference           bound    order
                            1  isotropic     4                   4                   1.0e-12  2.00
                        """.indent(0));
    }

    @Test
    void pointsThatAreNotTheFirstChoiceAreTold() {
        assertThat(text(Detail.QUIET, SampleResults.redrawn())).isEqualTo("""
                        1 spec: 1 passed
                        1 check needed other points than first chosen; -v says why
                        154 evaluations in 1.2 s, seed 7
                        """);
        assertThat(text(Detail.VERBOSE, SampleResults.redrawn())).contains("""
                            point        3 of 3 (A ordinary, b small), A = [1, 3, 2, 4], b = [5, 6]
                            redrawn      point 1, 3 times: f cannot be evaluated at the point
                            redrawn      point 2: unresolved
                            redrawn      point 3, 24 times in vain: domain edge
                        """.indent(0));
    }

    @Test
    void linesFitEightyColumnsWhateverTheNumbersAre() {
        String text = text(
                Detail.VERBOSE,
                SampleResults.passed(),
                SampleResults.failed(),
                SampleResults.inconclusive(),
                SampleResults.noisy(),
                SampleResults.broken(),
                SampleResults.refutedAsExpected());

        assertThat(text.lines().filter(line -> !line.startsWith("  replay: ")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void aFileWithoutFolderAfterOthersStandsBelowADot() {
        assertThat(text(Detail.NORMAL, SampleResults.passed(), SampleResults.inconclusive()))
                .contains("\n.\n  ? root ");
    }

    @Test
    void coloursMarkOutcomesAndOnlyWhenAskedFor() {
        var suite = SampleResults.suite(SampleResults.passed(), SampleResults.failed());
        String coloured = new TextReport(Detail.NORMAL, Palette.COLOURED, Replay.withDefaults()).of(suite);
        String plain = new TextReport(Detail.NORMAL, Palette.PLAIN, Replay.withDefaults()).of(suite);

        assertThat(coloured).contains("\u001b[32m✓\u001b[0m ridge").contains("\u001b[31m1 failed\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain).doesNotContain("\u001b");
    }

    @Test
    void aReplayRepeatsTheOptionsAndQuotesTheFileForTheShell() {
        Replay replay = new Replay(List.of("--points 5"));

        assertThat(replay.command(SampleResults.failed()))
                .isEqualTo("gradcheck check specs/quadratic-forms/general.json --seed 7 --points 5");
        assertThat(replay.command(SampleResults.broken()))
                .isEqualTo("gradcheck check 'specs/broken spec.json' --seed 7 --points 5");
    }
}
