package org.gradcheck.reference;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The derivative along a line from central differences over a ladder of steps, extrapolated, with a bound that holds for
 * truncation, rounding and the noise of f itself. Steps are added where they help most until the bound is small or the
 * allowance is used up.
 */
public final class CentralDifference implements Differences {

    /** Fewer finite pairs than this are no basis. */
    private static final int FEWEST_PAIRS = 3;

    /** On a flat piece both values of a quotient are rounded, each by one floor or a little more. */
    private static final double INVISIBLE = 2;

    private static final double BENT = 0.01;
    private static final double SIGNIFICANT_BEND = 64;

    private final Line line;
    private final double repeatDeviation;
    private final LatestEstimates latest;

    /**
     * @param repeatDeviation |f(x) − f(x)′|/√2 of a repeated evaluation at one point; usually 0
     */
    public CentralDifference(Line line, double repeatDeviation) {
        this.line = line;
        this.repeatDeviation = repeatDeviation;
        this.latest = new LatestEstimates(line);
    }

    @Override
    public Line line() {
        return line;
    }

    @Override
    public OptionalDouble slope(int readOut) {
        return OptionalDouble.empty();
    }

    @Override
    public double quotientAt(double t, int readOut) {
        return (line.valueAt(t, readOut) - line.valueAt(-t, readOut)) / (2 * t);
    }

    @Override
    public double divisor(double t) {
        return t;
    }

    @Override
    public int[] firstSteps() {
        return StepLadder.first();
    }

    @Override
    public LineEstimate estimate(int readOut, double supplied) {
        return latest.get(readOut, supplied, () -> newEstimate(readOut, supplied));
    }

    private LineEstimate newEstimate(int readOut, double supplied) {
        Samples samples = line.samples(readOut);
        if (samples.count() < FEWEST_PAIRS) {
            Optional<HalfLine> half = halfLine(readOut);
            return half.isPresent()
                    ? oneSided(half.get(), supplied)
                    : LineEstimate.without(LineEstimate.Status.DOMAIN, Math.abs(supplied), floor(samples));
        }
        Optional<FlatPiece> flat = FlatPiece.of(samples);
        if (flat.isPresent()) {
            return onFlatPiece(readOut, flat.get(), supplied);
        }
        double floor = FlatPiece.grid(samples) > 0 ? invisible(readOut) : lattice(samples);
        Noise noise = Noise.of(samples, floor);
        Extrapolation extrapolation = Extrapolation.of(samples, noise, supplied);
        if (extrapolation.selection().isEmpty()) {
            return LineEstimate.without(extrapolation.status(), Math.abs(supplied), noise.deviation());
        }
        WindowSelection selection = extrapolation.selection().get();
        Estimate estimate = selection.estimate();
        Optional<Kink> kink = Kink.of(samples, floor, estimate.value());
        double besides = Noise.ofQuotients(samples, floor).deviation();
        if (kink.isEmpty() && Kink.isCusp(samples, besides)) {
            return LineEstimate.without(LineEstimate.Status.NOT_CONVERGING, Math.abs(supplied), selection.noise());
        }
        return new LineEstimate(
                LineEstimate.Status.RESOLVED,
                estimate,
                NaturalScale.of(samples, selection, supplied),
                selection.noise(),
                samples.near(),
                false,
                kink,
                TwoRegimes.of(samples, selection.noise(), estimate, supplied));
    }

    /**
     * Whether f is bent even over the finest steps: quotients from the two sides differ by more than a part of the scale, and
     * than what makes central quotients scatter. Where f is even about the point these say nothing.
     *
     * @param scale that of the derivative
     */
    public boolean isBent(int readOut, double scale) {
        Samples samples = line.samples(readOut);
        if (samples.count() < FEWEST_PAIRS) {
            return false;
        }
        double noise = Noise.ofQuotients(samples, floor(samples)).deviation();
        for (int i = 0; i < samples.count(); i++) {
            double bend = Math.abs(samples.second(i));
            if (samples.exponents()[i] >= FlatPiece.FINEST_PIECE
                    && bend > BENT * scale * samples.step(i)
                    && bend > SIGNIFICANT_BEND * noise) {
                return true;
            }
        }
        return false;
    }

    /** f does not change near the point: the derivative is zero, or too small to move f by its last place. */
    private LineEstimate onFlatPiece(int readOut, FlatPiece flat, double supplied) {
        Samples samples = line.samples(readOut);
        double scale = Math.max(Math.abs(supplied), flat.change());
        Estimate zero = new Estimate(0, supplied == 0 ? 0 : INVISIBLE * invisible(readOut) / flat.reach());
        Optional<TwoRegimes> regimes =
                supplied == 0 ? Optional.empty() : TwoRegimes.of(samples, floor(samples), zero, supplied);
        return new LineEstimate(
                LineEstimate.Status.RESOLVED, zero, scale, 0, samples.near(), false, Optional.empty(), regimes);
    }

    @Override
    public int[] wanted(int readOut, double supplied) {
        Samples samples = line.samples(readOut);
        if (samples.count() < FEWEST_PAIRS) {
            Optional<HalfLine> half = halfLine(readOut);
            return half.isPresent()
                    ? Extrapolation.of(half.get(), Noise.of(half.get(), floor(half.get())), supplied)
                            .wanted(half.get(), false)
                    : RefinementPlan.domain(samples);
        }
        return Extrapolation.of(samples, Noise.of(samples, floor(samples)), supplied)
                .wanted(samples, FlatPiece.couldBeginCoarser(samples));
    }

    /** At the edge of f's domain, to the last step: one side has values and the finest pair has not. */
    private Optional<HalfLine> halfLine(int readOut) {
        return line.samples(readOut).count() == 0
                ? line.halfLine(readOut).filter(half -> half.count() > FEWEST_PAIRS)
                : Optional.empty();
    }

    private LineEstimate oneSided(HalfLine half, double supplied) {
        Noise noise = Noise.of(half, floor(half));
        Extrapolation extrapolation = Extrapolation.of(half, noise, supplied);
        return extrapolation
                .selection()
                .map(selection -> new LineEstimate(
                        LineEstimate.Status.RESOLVED,
                        selection.estimate(),
                        NaturalScale.of(half, selection, supplied),
                        selection.noise(),
                        half.near(),
                        true,
                        Optional.empty(),
                        Optional.empty()))
                .orElseGet(() -> LineEstimate.without(extrapolation.status(), Math.abs(supplied), noise.deviation()));
    }

    /** What g need not show on a flat piece. */
    private double invisible(int readOut) {
        return Math.max(floor(line.samples(readOut)), line.precision().roundingOf(line.sizeInside(readOut)));
    }

    /** The least noise possible, also where g is flat at the finest steps for being what is left of terms of size one. */
    private double lattice(Samples samples) {
        double floor = floor(samples);
        return FlatPiece.isFlatNear(samples) && FlatPiece.isRemnant(samples)
                ? Math.max(floor, line.precision().roundingOf(1))
                : floor;
    }

    /** The least noise possible: what f's precision leaves of the size of g. */
    private double floor(Quotients quotients) {
        double size = Math.max(quotients.near(), quotients.magnitude());
        double rounding = line.precision().roundingOf(size);
        return Math.max(rounding, repeatDeviation);
    }
}
