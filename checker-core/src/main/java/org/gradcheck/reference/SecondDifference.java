package org.gradcheck.reference;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The second derivative along a line, f″(x)[v, v], from second differences of f alone: extrapolated as central quotients
 * are, with the same noise, which here is divided by t². So it rests on coarser steps and resolves less: about
 * 1e-10 of f″ for a smooth f in double precision.
 */
public final class SecondDifference implements Differences {

    /** Coarse steps close together; the fine ones are there to tell the noise. */
    private static final int[] FIRST = {2, 3, 4, 5, 6, 7, 9, 16, 24};

    private static final int FEWEST_PAIRS = 4;
    private static final double CERTAIN = 4;
    private static final double RESOLVED = 1e-6;

    private final Line line;
    private final double repeatDeviation;

    /**
     * @param repeatDeviation |f(x) − f(x)′|/√2 of a repeated evaluation at one point; usually 0
     */
    public SecondDifference(Line line, double repeatDeviation) {
        this.line = line;
        this.repeatDeviation = repeatDeviation;
    }

    @Override
    public Line line() {
        return line;
    }

    @Override
    public OptionalDouble slope(int readOut) {
        Estimate first = new CentralDifference(line, repeatDeviation)
                .estimate(readOut, 0)
                .estimate();
        return OptionalDouble.of(first.isKnown() ? first.value() : Double.NaN);
    }

    @Override
    public double quotientAt(double t, int readOut) {
        double center = line.samples(readOut).center();
        return (line.valueAt(t, readOut) + line.valueAt(-t, readOut) - 2 * center) / (t * t);
    }

    @Override
    public double divisor(double t) {
        return t * t;
    }

    @Override
    public int[] firstSteps() {
        return FIRST.clone();
    }

    @Override
    public LineEstimate estimate(int readOut, double supplied) {
        Samples samples = line.samples(readOut);
        if (samples.count() < FEWEST_PAIRS) {
            return LineEstimate.without(LineEstimate.Status.DOMAIN, Math.abs(supplied), floor(samples));
        }
        Noise noise = Noise.of(samples, floor(samples));
        Extrapolation extrapolation = Extrapolation.of(new SecondDifferences(samples), noise, supplied);
        return extrapolation
                .selection()
                .map(selection -> resolved(samples, selection, supplied))
                .orElseGet(() -> LineEstimate.without(extrapolation.status(), Math.abs(supplied), noise.deviation()));
    }

    @Override
    public int[] wanted(int readOut, double supplied) {
        Samples samples = line.samples(readOut);
        return samples.count() < FEWEST_PAIRS
                ? RefinementPlan.domain(samples)
                : Extrapolation.of(new SecondDifferences(samples), Noise.of(samples, floor(samples)), supplied)
                        .wanted(new SecondDifferences(samples), false);
    }

    private static LineEstimate resolved(Samples samples, WindowSelection selection, double supplied) {
        return new LineEstimate(
                LineEstimate.Status.RESOLVED,
                selection.estimate(),
                scale(samples, selection, supplied),
                selection.noise(),
                samples.near(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The second derivative itself; where it vanishes and the supplied value agrees with that, how much the first would have
     * to change over the steps to be no longer the same: f that is linear along v has no size of its own second derivative.
     */
    private static double scale(Samples samples, WindowSelection selection, double supplied) {
        double scale = Math.max(Math.abs(selection.window().value()), Math.abs(supplied));
        double discrepancy = Math.abs(selection.window().value() - supplied);
        if (selection.bound() <= RESOLVED * scale || discrepancy > CERTAIN * selection.bound()) {
            return scale;
        }
        double change = 0;
        for (int i = 0; i <= selection.window().fine(); i++) {
            change = Math.max(change, Math.abs(samples.quotient(i)));
        }
        return Math.max(scale, change == 0 ? samples.magnitude() : change);
    }

    private double floor(Samples samples) {
        double size = Math.max(samples.near(), samples.magnitude());
        return Math.max(line.precision().roundingOf(size), repeatDeviation);
    }
}
