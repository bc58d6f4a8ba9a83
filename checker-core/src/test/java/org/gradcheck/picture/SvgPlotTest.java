package org.gradcheck.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.RemainderPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class SvgPlotTest {

    private static ScalingPlot plot(Evidence evidence) {
        return ScalingPlot.of(evidence).orElseThrow();
    }

    static List<Evidence> everyKind() {
        return List.of(
                SampleEvidence.right(),
                SampleEvidence.wrong(),
                SampleEvidence.ofSecondOrder(),
                SampleEvidence.withoutReference(Double.NaN),
                SampleEvidence.withoutReference(1e-3),
                SampleEvidence.withTable(new RemainderPoint(0.5, 1, 0, 0)),
                SampleEvidence.withTable(
                        new RemainderPoint(1e-9, 1, Double.MIN_VALUE, Double.MAX_VALUE),
                        new RemainderPoint(1024, Double.NaN, Double.NaN, 1)));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyPictureIsWellFormedFiniteAndNeedsNothingElse(Evidence evidence) {
        String svg = SvgPlot.document(plot(evidence));

        assertThat(XmlText.parsed(svg).getDocumentElement().getNodeName()).isEqualTo("svg");
        assertThat(svg.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("NaN", "Infinity", "<script", "href", "http", "url(", "@import");
    }

    @Test
    void itSaysInWordsWhatIsSeen() {
        Element svg =
                XmlText.parsed(SvgPlot.document(plot(SampleEvidence.wrong()))).getDocumentElement();

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        Element title = (Element) svg.getElementsByTagName("title").item(0);
        Element description = (Element) svg.getElementsByTagName("desc").item(0);
        assertThat(svg.getAttribute("aria-labelledby")).isEqualTo(title.getAttribute("id"));
        assertThat(svg.getAttribute("aria-describedby")).isEqualTo(description.getAttribute("id"));
        assertThat(title.getTextContent()).isEqualTo("Error scaling along direction 2");
        assertThat(description.getTextContent()).startsWith("The remainder falls with order 1.00;");
    }

    @Test
    void itHasLightAndDarkColours() {
        assertThat(SvgPlot.document(plot(SampleEvidence.right())))
                .contains("@media (prefers-color-scheme:dark)")
                .contains("<rect class=\"p\" width=\"100%\" height=\"100%\"/>");
    }

    @Test
    void axesAreLabelledWithPowersOfTen() {
        assertThat(SvgPlot.fragment(plot(SampleEvidence.right()), "p1"))
                .contains(">10⁻⁴</text>", ">10⁻¹</text>", ">step h</text>")
                .contains("<text class=\"t\" x=\"46\" y=\"18\">remainder |f(x+hv) − f(x) − hD|</text>");
    }

    @Test
    void theLegendNamesWhatIsDrawn() {
        assertThat(SvgPlot.fragment(plot(SampleEvidence.wrong()), "p1"))
                .contains(
                        ">remainder, order 1.00</text>",
                        ">slope 2: right</text>",
                        ">slope 1: wrong</text>",
                        ">noise of f, 1.0e-16</text>",
                        ">discrepancy, 1.0e+00</text>",
                        ">bound, 3.0e-15</text>")
                .doesNotContain("exactly zero");
        assertThat(SvgPlot.fragment(plot(SampleEvidence.right()), "p1")).doesNotContain("discrepancy");
    }

    @Test
    void zerosAreTrianglesAtTheLowerEdge() {
        assertThat(SvgPlot.fragment(plot(SampleEvidence.withTable(new RemainderPoint(1, 1, 0, 1))), "p1"))
                .contains("<path class=\"z a\" d=\"M42 238h8l-4 7z\"/>")
                .contains(">exactly zero</text>");
    }

    @Test
    void aFragmentLeavesStyleToThePageAndHasItsOwnIds() {
        assertThat(SvgPlot.fragment(plot(SampleEvidence.right()), "c7"))
                .startsWith("<svg class=\"gc-plot\" viewBox=\"0 0 780 ")
                .contains("<title id=\"c7-t\">", "<desc id=\"c7-d\">")
                .doesNotContain("<style", "xmlns");
    }

    @Test
    void equalPlotsHaveEqualText() {
        assertThat(SvgPlot.document(plot(SampleEvidence.wrong())))
                .isEqualTo(SvgPlot.document(plot(SampleEvidence.wrong())));
    }

    @Test
    void coordinatesHaveATenthAtMost() {
        assertThat(SvgPanel.number(12)).isEqualTo("12");
        assertThat(SvgPanel.number(12.34)).isEqualTo("12.3");
        assertThat(SvgPanel.number(-0.25)).isEqualTo("-0.2");
        assertThat(SvgPanel.number(-0.04)).isEqualTo("0");
        assertThat(SvgPanel.power(-12)).isEqualTo("10⁻¹²");
    }
}
