package org.gradcheck.picture;

import java.util.Optional;
import org.gradcheck.report.Evidence;

/**
 * The log–log plot of the numbers behind a verdict along one direction: how the remainder shrinks with the step, and how far
 * difference quotients are from the supplied value. A right derivative's remainder falls with order 2, a wrong one's with
 * order 1, until either drowns in the noise of f.
 *
 * @param title what it is a plot of
 * @param description what is seen, in words
 * @param remainders the remainder and the central remainder over the step
 * @param differences |difference quotient − supplied| over the step
 */
public record ScalingPlot(String title, String description, Panel remainders, Panel differences) {

    /** The plot of one piece of evidence; empty if its remainder table has nothing that can be drawn. */
    public static Optional<ScalingPlot> of(Evidence evidence) {
        Measured measured = new Measured(evidence);
        return measured.isDrawable()
                ? Optional.of(new ScalingPlot(
                        PlotWords.title(evidence),
                        PlotWords.description(evidence, measured),
                        RemainderPanel.of(measured),
                        DifferencePanel.of(measured)))
                : Optional.empty();
    }
}
