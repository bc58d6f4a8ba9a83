package org.gradcheck.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Fact;
import org.gradcheck.report.IdentityEvidence;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ReportPageTest {

    private static CheckReport wrongInOneEntry() {
        return DerivativeCheck.ofScalar(x -> x[0] * x[1])
                .at(new double[] {3, 2})
                .gradient(x -> new double[] {x[1], -x[0]})
                .seed(5)
                .run();
    }

    private static CheckReport right() {
        return DerivativeCheck.ofScalar(x -> Math.sin(x[0]))
                .at(new double[] {1})
                .gradient(x -> new double[] {Math.cos(x[0])})
                .seed(5)
                .run();
    }

    private static CheckReport notAdjoint() {
        Verdict verdict = new Verdict.Refuted(RefutationReason.NOT_ADJOINT, "JVP and VJP are not adjoint: 3 but 4");
        IdentityEvidence identity =
                new IdentityEvidence("adjointness", "⟨w, f′(x)[v]⟩", 3, "⟨f′(x)*[w], v⟩", 4, "", 1e-14, 5, "v = [1]");
        return new CheckReport(
                new double[] {1},
                List.of(CheckResult.ofIdentity("adjoint", verdict, List.of(identity), List.of())),
                12,
                Optional.empty(),
                1);
    }

    @Test
    void aRefutationShowsFactsPlotTableEntriesAndCauses() {
        String page = ReportPage.of("LossTest.gradient", wrongInOneEntry());

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<title>LossTest.gradient</title>", "<p class=\"quiet\">1 result: 1 refuted</p>")
                .contains(
                        "<details class=\"result\" open=\"open\"><summary><span class=\"badge refuted\">✗ refuted</span>"
                                + " <strong>gradient</strong> disagrees with the reference")
                .contains("<dt>supplied</dt><dd>-1.40026855469</dd>")
                .contains("<dt>diagnosis</dt><dd>the supplied derivative has the opposite sign in [1]</dd>")
                .contains("<svg class=\"gc-plot\"", "<figcaption>The remainder falls with order 1.00;")
                .contains("<summary>remainder table</summary>", "<td>7.68588256836</td>")
                .contains("<summary>wrong entries</summary>", "<td>[1]</td><td>-3</td>")
                .contains("<summary>causes looked into</summary>")
                .contains("<dt>point</dt><dd>x = [3, 2]</dd>", "<dt>seed</dt><dd>5</dd>");
    }

    @Test
    void whatIsConfirmedIsClosedAtFirst() {
        assertThat(ReportPage.of("t", right()))
                .contains("<details class=\"result\"><summary><span class=\"badge confirmed\">✓ confirmed</span>")
                .contains("<svg")
                .doesNotContain("open=\"open\"");
    }

    @Test
    void anIdentityHasFactsAndNoPlot() {
        assertThat(ReportPage.of("t", notAdjoint()))
                .contains("<dt>left</dt><dd>⟨w, f′(x)[v]⟩ = 3</dd>", "<dt>argument</dt><dd>v = [1]</dd>")
                .doesNotContain("<svg", "remainder table");
    }

    @Test
    void severalReportsAreCountedTogetherInTheirOrder() {
        String page = ReportPage.of(
                "two",
                List.of(
                        new ReportPage.Section("point 1", right(), List.of()),
                        new ReportPage.Section(
                                "point 2", notAdjoint(), List.of(new Fact("replay", "mvn test -Dtest=LossTest")))));

        assertThat(page)
                .contains("2 results: 1 confirmed, 1 refuted")
                .contains("<dt>replay</dt><dd class=\"copy\">mvn test -Dtest=LossTest</dd>");
        assertThat(page.indexOf("<h2>point 1</h2>")).isPositive().isLessThan(page.indexOf("<h2>point 2</h2>"));
    }

    @Test
    void nothingInAReportIsMarkup() {
        String evil = "<script>alert('1')</script>\"&\u0000";
        Verdict verdict = new Verdict.Refuted(RefutationReason.THREW, evil);
        CheckResult result =
                new CheckResult(evil, verdict, List.of(), List.of(new Diagnosis("factor", evil)), List.of());
        CheckReport report = new CheckReport(new double[] {1}, List.of(result), 1, Optional.of(evil), 1);

        String page = ReportPage.of(evil, List.of(new ReportPage.Section(evil, report, List.of(new Fact(evil, evil)))));

        assertThat(page)
                .doesNotContain("<script")
                .contains("<h1>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;\uFFFD</h1>");
        XmlText.parsed(page);
    }

    @Test
    void thePageIsWellFormedSelfContainedAndItsIdsDiffer() {
        String page = ReportPage.of(
                "all",
                List.of(
                        new ReportPage.Section("a", right(), List.of()),
                        new ReportPage.Section("b", wrongInOneEntry(), List.of()),
                        new ReportPage.Section("c", wrongInOneEntry(), List.of())));
        Document document = XmlText.parsed(page);

        assertThat(page).doesNotContain("http", "<script", "<link", "src=", "@import", "url(");
        var titles = document.getElementsByTagName("title");
        assertThat(titles.getLength()).isEqualTo(4);
        assertThat(List.of(
                        ((Element) titles.item(1)).getAttribute("id"),
                        ((Element) titles.item(2)).getAttribute("id"),
                        ((Element) titles.item(3)).getAttribute("id")))
                .containsExactly("s1-1-t", "s2-1-t", "s3-1-t");
    }

    @Test
    void equalReportsHaveEqualPages() {
        assertThat(ReportPage.of("t", wrongInOneEntry())).isEqualTo(ReportPage.of("t", wrongInOneEntry()));
    }

    @Test
    void aPageOfNothingIsRejected() {
        assertThatThrownBy(() -> ReportPage.of("t", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a page needs at least one report");
    }
}
