package org.gradcheck.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gradcheck.spec.RunSettings;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SpecRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class HtmlReportTest {

    @TempDir
    private Path folder;

    private static String page(SpecResult... specs) {
        return new HtmlReport(Replay.withDefaults()).of(SampleResults.suite(specs));
    }

    private SpecResult run(String name, String spec) throws IOException {
        return new SpecRunner(RunSettings.defaults()).run(Files.writeString(folder.resolve(name), spec));
    }

    /** The page without its script, which is no XML. */
    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replaceAll("(?s)<script>.*</script>", ""))));
    }

    @Test
    void whatDidNotPassComesFirstAndIsOpen() {
        String page = page(
                SampleResults.passed(), SampleResults.inconclusive(), SampleResults.failed(), SampleResults.broken());

        assertThat(page)
                .contains("<title>gradcheck: 1 error, 1 failed, 1 inconclusive, 1 passed</title>")
                .contains("<li class=\"failed\">✗ 1 failed</li>")
                .contains("<p class=\"quiet\">4 specs with 4 checks, 408 evaluations in 1.2 s, seed 7</p>")
                .containsSubsequence(
                        "<h2>Error</h2>",
                        "<details class=\"spec error\" id=\"s1\"",
                        "<h2>Failed</h2>",
                        "<details class=\"spec failed\" id=\"s2\"",
                        "open=\"open\"><summary><span class=\"badge failed\">✗ failed</span> <strong>Quadratic form of a"
                                + " general matrix</strong>",
                        "<h2>Inconclusive</h2>",
                        "<h2>Passed</h2>",
                        "<details class=\"spec passed\" id=\"s4\"",
                        "data-search=\"ridge regression specs/losses/ridge.json tag\"><summary>");
    }

    @Test
    void aFailureShowsFactsPlotTableAndReplay() {
        assertThat(page(SampleResults.failed()))
                .contains("✗ refuted</span> <strong>gradient of x: REFUTED at point 2 of 3, but confirmed was expected")
                .contains("<dt>diagnosis</dt><dd>0.5 times the reference</dd>")
                .contains("<svg class=\"gc-plot\"", "<summary>remainder table</summary>")
                .contains("<dd class=\"copy\">gradcheck check specs/quadratic-forms/general.json --seed 7</dd>");
    }

    @Test
    void aSpecThatCannotBeReadShowsItsErrorInPlace() {
        assertThat(page(SampleResults.broken()))
                .contains("did you mean A&#39; * x?\n    A * x\n      ^</pre>")
                .contains("'specs/broken spec.json'".replace("'", "&#39;"));
    }

    @Test
    void filtersOfferWhatThereIsWithCounts() {
        assertThat(page(SampleResults.passed(), SampleResults.refutedAsExpected()))
                .contains("<select name=\"outcome\"><option value=\"\">any</option>"
                        + "<option value=\"passed\">passed (2)</option></select>")
                .contains("<option value=\"confirmed\">confirmed (1)</option>"
                        + "<option value=\"refuted\">refuted (1)</option>")
                .contains("<option value=\"tag\">tag (2)</option>")
                .contains("data-outcome=\"passed\" data-verdicts=\"refuted\" data-tags=\"tag\"");
    }

    @Test
    void formulasAreTypesetWithTheirTextBelow() throws IOException {
        SpecResult spec = run("least-squares.json", """
                {"title": "Least squares", "source": "Textbook <3>", "tags": ["a|b", "regression"],
                 "variables": {"A": {"shape": [4, 2]}, "x": {"shape": [2]}},
                 "let": {"r": "A*x"},
                 "function": "norm2(r)^2",
                 "gradient": {"x": "2*A'*r"},
                 "jvp": "2*r'*(A*dx + dA*x)"}
                """);

        assertThat(page(spec))
                .contains("<dt>source</dt><dd>Textbook &lt;3&gt;</dd>")
                .contains("<math displaystyle=\"true\"><mi>r</mi><mo>=</mo><mrow><mi>A</mi>")
                .contains("<code>r = A*x</code>", "<code>f = norm2(r)^2</code>", "<code>2*A&#39;*r</code>")
                .contains("<math displaystyle=\"true\"><msub><mo>∇</mo><mi>x</mi></msub><mi>f</mi><mo>=</mo>")
                .contains("<math displaystyle=\"true\"><mi mathvariant=\"normal\">d</mi><mi>f</mi><mo>=</mo>")
                .contains("gradient of x verified to ");
    }

    @Test
    void theWholePageIsWellFormedAndItsIdsDiffer() throws Exception {
        SpecResult second = run("second.json", """
                {"title": "</script><script>alert(1)</script>", "tags": ["\\"quoted\\""],
                 "variables": {"x": {"shape": [2]}}, "function": "sum(x.^4)",
                 "hessian": {"x": "diag(12*x.^2)"}, "hvp": {"x": "12*x.^2.*dx"}, "bilinear": "12*sum(x.^2.*dx_1.*dx_2)"}
                """);
        String page = page(
                second,
                SampleResults.failed(),
                SampleResults.noisy(),
                SampleResults.notAdjoint(),
                SampleResults.redrawn(),
                SampleResults.broken());

        Document document = parsed(page);

        List<String> ids = new ArrayList<>();
        var elements = document.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            String id = ((Element) elements.item(i)).getAttribute("id");
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        assertThat(ids).doesNotHaveDuplicates().contains("s1", "s2c1", "s2c1p-t", "filter", "shown");
        assertThat(page).doesNotContain("alert(1)</script>", "http", "<link", "src=", "@import", "url(");
    }

    @Test
    void manyChecksAreCountedInTheLineOfTheirSpec() throws IOException {
        SpecResult spec = run("many.json", """
                {"variables": {"x": {"shape": [2]}}, "function": "sum(x.^4)", "gradient": {"x": "4*x.^3"},
                 "jvp": "4*x'.^3*dx", "vjp": {"x": "fbar*4*x.^3"}, "hessian": {"x": "diag(3*x.^2)"}}
                """);

        assertThat(page(spec)).contains("<span class=\"quiet\">4 checks: 3 confirmed, 1 refuted</span></summary>");
        assertThat(page(SampleResults.redrawn()))
                .contains("<span class=\"quiet\">jvp verified to 2.5e-13</span></summary>");
    }

    @Test
    void equalResultsHaveEqualPages() {
        assertThat(page(SampleResults.failed(), SampleResults.passed()))
                .isEqualTo(page(SampleResults.failed(), SampleResults.passed()));
    }

    @Test
    void aTagCannotPretendToBeTwo() throws IOException {
        SpecResult spec = run("tags.json", """
                {"tags": ["a|b"], "variables": {"x": [1]}, "function": "sum(x)", "gradient": {"x": "1"}}
                """);

        assertThat(page(spec)).contains("data-tags=\"a¦b\"", "<option value=\"a¦b\">a|b (1)</option>");
    }
}
