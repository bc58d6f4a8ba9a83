package org.gradcheck.reference;

import java.util.Optional;

/**
 * The derivative along a line from central differences over a ladder of steps, extrapolated, with a bound that holds for
 * truncation, rounding and the noise of f itself. Steps are added where they help most until the bound is small or the
 * allowance is used up.
 */
public final class CentralDifference {

    /** Fewer finite pairs than this are no basis. */
    private static final int FEWEST_PAIRS = 3;

    private final Line line;
    private final double repeatDeviation;

    /**
     * @param repeatDeviation |f(x) − f(x)′|/√2 of a repeated evaluation at one point; usually 0
     */
    public CentralDifference(Line line, double repeatDeviation) {
        this.line = line;
        this.repeatDeviation = repeatDeviation;
    }

    /** The line the differences are taken on. */
    public Line line() {
        return line;
    }

    /** The estimate for one read-out from the pairs evaluated so far. */
    public LineEstimate estimate(int readOut, double supplied) {
        Samples samples = line.samples(readOut);
        double floor = floor(samples);
        if (samples.count() < FEWEST_PAIRS) {
            return LineEstimate.without(LineEstimate.Status.DOMAIN, Math.abs(supplied), floor);
        }
        Optional<FlatPiece> flat = FlatPiece.of(samples);
        if (flat.isPresent()) {
            return LineEstimate.constant(Math.max(Math.abs(supplied), flat.get().change()));
        }
        Noise noise = Noise.of(samples, floor);
        if (Convergence.fails(samples, noise.deviation(), supplied)) {
            return LineEstimate.without(LineEstimate.Status.NOT_CONVERGING, Math.abs(supplied), noise.deviation());
        }
        Optional<WindowSelection> selected = WindowSelection.of(samples, noise.deviation());
        if (selected.isEmpty()) {
            return LineEstimate.without(LineEstimate.Status.NO_WINDOW, Math.abs(supplied), noise.deviation());
        }
        WindowSelection selection = selected.get();
        double value = selection.window().value();
        Estimate estimate = new Estimate(value, selection.bound());
        return new LineEstimate(
                LineEstimate.Status.RESOLVED,
                estimate,
                NaturalScale.of(samples, selection, supplied),
                selection.noise(),
                samples.near(),
                Kink.of(samples, floor, value),
                TwoRegimes.of(WindowSelection.windows(samples), samples, selection.noise(), estimate, supplied));
    }

    /** The exponents of the steps that would help this read-out most, best first; empty if none would. */
    int[] wanted(int readOut, double supplied) {
        Samples samples = line.samples(readOut);
        if (samples.count() < FEWEST_PAIRS) {
            return RefinementPlan.domain(samples);
        }
        double floor = floor(samples);
        Noise noise = Noise.of(samples, floor);
        if (Convergence.fails(samples, noise.deviation(), supplied)) {
            return RefinementPlan.NOT_CONVERGING.clone();
        }
        Optional<WindowSelection> selection = WindowSelection.of(samples, noise.deviation());
        return selection.isEmpty()
                ? RefinementPlan.NO_WINDOW.clone()
                : RefinementPlan.refine(
                        samples, selection.get(), noise.ambiguous(), FlatPiece.couldBeginCoarser(samples));
    }

    /** Half a unit in the last place of g, in double or in single precision. */
    private double floor(Samples samples) {
        double size = Math.max(samples.near(), samples.magnitude());
        double rounding = line.isSinglePrecision() ? Precision.FLOAT_ROUNDOFF * size : Math.ulp(size) / 2;
        return Math.max(rounding, repeatDeviation);
    }
}
