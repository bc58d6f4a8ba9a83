package org.gradcheck.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteResult;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class OtherReportsTest {

    private static final SuiteResult SUITE = SampleResults.suite(
            SampleResults.passed(), SampleResults.failed(), SampleResults.inconclusive(), SampleResults.broken());

    @Test
    void markdownHasARowForEachCheckAndTheFactsOfProblems() {
        assertThat(new MarkdownReport(Replay.withDefaults()).of(SUITE))
                .startsWith("# gradcheck\n\n1 passed, 1 failed, 1 inconclusive, 1 error. Seed 7.\n")
                .contains(
                        "| ✓ | specs/losses/ridge.json | gradient of w | confirmed | all 3 | 0 | 2.5e-13 | 2.00 | 154 |\n")
                .contains("general.json | gradient of x | refuted | 2 of 3 | 5.0e-01 | 2.5e-13 | 1.00 | 98 |\n")
                .contains("## Square root\n\n```\nINCONCLUSIVE  root.json\n")
                .doesNotContain("## Ridge regression");
    }

    @Test
    void markdownDoesNotTakeTitlesForMarkup() {
        var broken = SampleResults.broken();
        var renamed = new SpecResult(
                "a_b*c.json", "x <y> | `z`", broken.tags(), 7, broken.error(), broken.checks(), broken.elapsed());

        assertThat(new MarkdownReport(Replay.withDefaults()).of(SampleResults.suite(renamed)))
                .contains("| ! | a\\_b\\*c.json |")
                .contains("## x \\<y\\> \\| \\`z\\`");
    }

    @Test
    void junitXmlIsWellFormedAndCountsEveryProblem() throws Exception {
        Document xml = parse(new JUnitXmlReport(Replay.withDefaults()).of(SUITE));

        assertThat(xml.getElementsByTagName("testsuite").getLength()).isEqualTo(4);
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(5);
        assertThat(xml.getElementsByTagName("error").getLength()).isEqualTo(1);
        Element undecided = (Element) xml.getElementsByTagName("failure").item(1);
        assertThat(undecided.getAttribute("type")).isEqualTo("inconclusive");
        assertThat(undecided.getAttribute("message"))
                .isEqualTo("jvp: INCONCLUSIVE at point 2 of 3, but confirmed was expected");
        assertThat(undecided.getTextContent()).contains("replay: gradcheck check root.json");
    }

    @Test
    void junitXmlReplacesWhatXmlCannotHold() throws Exception {
        var passed = SampleResults.passed();
        var odd = new SpecResult(
                "f.json", "bell \u0007 <&>", passed.tags(), 7, passed.error(), passed.checks(), passed.elapsed());

        Document xml = parse(new JUnitXmlReport(Replay.withDefaults()).of(SampleResults.suite(odd)));

        assertThat(((Element) xml.getElementsByTagName("testcase").item(0)).getAttribute("name"))
                .isEqualTo("bell \uFFFD <&>: gradient of w");
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
