package org.gradcheck.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.RemainderPoint;
import org.junit.jupiter.api.Test;

class ScalingPlotTest {

    private static ScalingPlot plot(Evidence evidence) {
        return ScalingPlot.of(evidence).orElseThrow();
    }

    private static List<String> names(Panel panel) {
        return panel.lines().stream().map(Line::name).toList();
    }

    @Test
    void aRightDerivativeIsDescribedByItsOrders() {
        assertThat(plot(SampleEvidence.right()).title()).isEqualTo("Error scaling along direction 2");
        assertThat(plot(SampleEvidence.right()).description())
                .isEqualTo("The remainder falls with order 2.00; a right derivative's falls with order 2, a wrong one's"
                        + " with order 1. The central remainder falls with order 3.00 (right: 3, wrong: 1). The"
                        + " supplied value equals the reference, which is known to 3.0e-15. The noise of a value of f"
                        + " is 1.0e-16.");
    }

    @Test
    void aWrongDerivativeIsDescribedByItsOrdersAndItsDiscrepancy() {
        assertThat(plot(SampleEvidence.wrong()).description())
                .startsWith("The remainder falls with order 1.00; a right derivative's falls with order 2")
                .contains("The supplied value is 1.0e+00 off the reference, more than its bound of 3.0e-15.");
    }

    @Test
    void theRemaindersAreComparedWithBothSlopesAndTheNoise() {
        Panel panel = plot(SampleEvidence.wrong()).remainders();

        assertThat(names(panel))
                .containsExactly("slope 2: right", "slope 3: right, central", "slope 1: wrong", "noise of f, 1.0e-16");
        assertThat(panel.curves().stream().map(Curve::name))
                .containsExactly("remainder, order 1.00", "central remainder, order 1.00");
        assertThat(panel.steps()).isEqualTo(new LogAxis(-4, -1));
        assertThat(panel.values()).isEqualTo(new LogAxis(-16, -1));
    }

    @Test
    void theFittedOrderIsDrawnOverTheStepsItIsFittedTo() {
        Segment fitted = plot(SampleEvidence.right())
                .remainders()
                .fitted(plot(SampleEvidence.right()).remainders().curves().get(0))
                .orElseThrow();

        assertThat(fitted.x0()).isCloseTo(0, within(1e-12));
        assertThat(fitted.x1()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(fitted.y0()).isCloseTo((Math.log10(0.5e-8) + 16) / 14, within(1e-12));
    }

    @Test
    void theDifferencesAreComparedWithDiscrepancyBoundAndNoiseOverTheStep() {
        Panel panel = plot(SampleEvidence.wrong()).differences();

        assertThat(names(panel))
                .containsExactly("slope 2: right", "discrepancy, 1.0e+00", "bound, 3.0e-15", "noise of f over h");
        assertThat(panel.lines().get(3).slope()).isEqualTo(-1);
        assertThat(panel.curves().get(0).dots().get(3).value()).isCloseTo(1, within(1e-8));
    }

    @Test
    void aSecondDerivativeHasSlopesOfOneMoreAndTheCentralRemainderHasHalfTheSquaredStep() {
        ScalingPlot plot = plot(SampleEvidence.ofSecondOrder());

        assertThat(names(plot.remainders())).startsWith("slope 3: right", "slope 4: right, central", "slope 2: wrong");
        assertThat(plot.remainders().title()).isEqualTo("remainder of the quadratic model");
        assertThat(plot.differences().curves().get(0).dots().get(0).value()).isCloseTo(1e-2 / 12, within(1e-15));
        assertThat(plot.differences().lines().get(2).slope()).isEqualTo(-2);
        assertThat(plot.description()).contains("a right derivative's falls with order 3, a wrong one's with order 2");
    }

    @Test
    void zerosStandAtTheLowerEdgeInADecadeOfTheirOwn() {
        ScalingPlot plot =
                plot(SampleEvidence.withTable(new RemainderPoint(0.1, 1, 0.01, 0), new RemainderPoint(0.01, 1, 0, 0)));

        assertThat(plot.remainders().values()).isEqualTo(new LogAxis(-17, -2));
        assertThat(plot.remainders().y(0)).isZero();
        assertThat(plot.description()).endsWith("3 numbers are exactly zero and stand at the lower edge.");
        assertThat(names(plot.remainders())).doesNotContain("slope 3: right, central");
    }

    @Test
    void stepsWithoutAValueAreLeftOutAndCounted() {
        ScalingPlot plot = plot(SampleEvidence.withTable(
                new RemainderPoint(0.1, Double.NaN, Double.NaN, Double.POSITIVE_INFINITY),
                new RemainderPoint(0.01, 1, 1e-4, Double.NaN)));

        assertThat(plot.remainders().curves()).hasSize(1);
        assertThat(plot.differences().curves().get(0).dots()).isEmpty();
        assertThat(plot.description())
                .contains("below the noise of f before its order shows")
                .endsWith("One step, at which f has no value, is left out.");
    }

    @Test
    void withoutAReferenceThereIsNoBoundAndNoDiscrepancy() {
        ScalingPlot plot = plot(SampleEvidence.withoutReference(Double.NaN));

        assertThat(names(plot.differences())).containsExactly("slope 2: right");
        assertThat(names(plot.remainders())).noneMatch(name -> name.startsWith("noise"));
        assertThat(plot.description())
                .contains("There is no reference with a known bound to compare the supplied value with.")
                .doesNotContain("NaN");
    }

    @Test
    void nothingThatCanBeDrawnIsNoPlot() {
        assertThat(ScalingPlot.of(SampleEvidence.withTable())).isEmpty();
        assertThat(ScalingPlot.of(SampleEvidence.withTable(
                        new RemainderPoint(0.1, Double.NaN, Double.NaN, Double.NEGATIVE_INFINITY))))
                .isEmpty();
    }

    @Test
    void nothingButZerosHasAnAxisAllTheSame() {
        ScalingPlot plot = plot(SampleEvidence.withTable(new RemainderPoint(0.5, 1, 0, 0)));

        assertThat(plot.remainders().steps()).isEqualTo(new LogAxis(-1, 0));
        assertThat(plot.remainders().values()).isEqualTo(new LogAxis(-17, -15));
    }

    @Test
    void ticksAreEvenlySpacedAndFew() {
        assertThat(new LogAxis(-9, 0).ticks(6)).containsExactly(-8, -6, -4, -2, 0);
        assertThat(new LogAxis(-17, 1).ticks(7)).containsExactly(-15, -12, -9, -6, -3, 0);
        assertThat(new LogAxis(-320, 300).ticks(7)).containsExactly(-300, -200, -100, 0, 100, 200, 300);
        assertThat(new LogAxis(0, 1).ticks(2)).containsExactly(0, 1);
    }

    @Test
    void anAxisWithoutADecadeIsRejected() {
        assertThatThrownBy(() -> new LogAxis(3, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an axis needs at least one decade, got 1e3 to 1e3");
    }

    @Test
    void linesAreCutAtTheEdges() {
        assertThat(Segment.of(0.5, 0)).contains(new Segment(0, 0.5, 1, 0.5));
        assertThat(Segment.of(1.5, 0)).isEmpty();
        assertThat(Segment.of(-0.5, 1)).contains(new Segment(0.5, 0, 1, 0.5));
        assertThat(Segment.of(1.5, -2)).contains(new Segment(0.25, 1, 0.75, 0));
        assertThat(Segment.of(2, 1)).isEmpty();
    }
}
