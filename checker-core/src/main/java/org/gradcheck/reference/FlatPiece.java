package org.gradcheck.reference;

import java.util.Optional;

/**
 * f is constant near the point while coarser steps leave the flat piece: a dead zone, a clipped region, the outside of a
 * compact kernel, the place between two steps of a table. There the derivative is zero.
 *
 * <p>A staircase looks the same at fine steps: f rounds its input, or bisects to a tolerance. There the quotients of the
 * coarser steps agree on a slope, and the steps are noise.
 *
 * @param change how much f changes over the coarse steps, the size against which a slope here is large or small
 * @param reach the coarsest step that stays on it: a slope too small to move g by its rounding over it cannot be seen
 */
record FlatPiece(double change, double reach) {

    private static final int FLAT_PAIRS = 3;
    private static final int TREND_PAIRS = 3;

    /** A piece that only finer steps than this stay on is rounding of the input to single precision. */
    static final int FINEST_PIECE = 20;

    private static final double TINY = 0x1p-40;
    private static final double FEW_BITS = 0x1p40;
    private static final double GRID_STEPS = 4;
    private static final double TREND_SPREAD = 0.5;

    /** A dead zone is left on one side first: then the second difference is as large as the first at all steps. */
    private static final double ONE_SIDED = 0.7;

    /** The flat piece at the point, if there is one. */
    static Optional<FlatPiece> of(Samples samples) {
        int flat = flatFrom(samples);
        if (samples.count() - flat < FLAT_PAIRS
                || samples.exponents()[flat] > FINEST_PIECE
                || hasTrend(samples, flat)
                || grid(samples) > 0) {
            return Optional.empty();
        }
        double change = 0;
        for (int i = 0; i < flat; i++) {
            change = Math.max(
                    change,
                    Math.max(
                            Math.abs(samples.plus()[i] - samples.center()),
                            Math.abs(samples.minus()[i] - samples.center())));
        }
        return Optional.of(new FlatPiece(change, samples.step(flat)));
    }

    /**
     * The grid that g is rounded to, if the coarser steps' slope is too small to move it at the flat ones: single precision
     * beside a large offset, say. 0 if no grid shows.
     */
    static double grid(Samples samples) {
        int flat = flatFrom(samples);
        if (flat == 0 || flat == samples.count()) {
            return 0;
        }
        double grid = lattice(samples);
        double steepest = 0;
        for (int i = 0; i < flat; i++) {
            steepest = Math.max(steepest, Math.abs(samples.quotient(i)));
        }
        return steepest * samples.step(flat) <= GRID_STEPS * grid ? grid : 0;
    }

    /**
     * Whether g on the flat piece is what is left of terms that cancelled or saturated: nothing, or a tiny number of a few
     * bits, perhaps under a logarithm. The size of those terms cannot be known, and is taken to be one, or that of the largest
     * coordinate: the logits that a loss subtracts from each other.
     */
    static boolean isRemnant(Samples samples) {
        double value = samples.center();
        if (Math.abs(value) >= TINY) {
            return false;
        }
        double unit = Math.ulp(value) * FEW_BITS;
        double curvature = value * value;
        return Math.abs(value - unit * Math.rint(value / unit)) <= curvature + Math.ulp(value);
    }

    /** The largest power of two that divides all values of g: what it is rounded to. Infinite if all are zero. */
    static double lattice(Samples samples) {
        double lattice = lowestBit(samples.center());
        for (int i = 0; i < samples.count(); i++) {
            lattice = Math.min(lattice, Math.min(lowestBit(samples.plus()[i]), lowestBit(samples.minus()[i])));
        }
        return lattice;
    }

    /** The largest power of two that divides a number; infinite for zero. */
    private static double lowestBit(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return value == 0
                ? Double.POSITIVE_INFINITY
                : Math.ulp(value) * (1L << Math.min(52, Long.numberOfTrailingZeros(bits)));
    }

    /** The index from which on all pairs equal g(0) to the last bit. */
    static int flatFrom(Samples samples) {
        int flat = samples.count();
        while (flat > 0
                && samples.plus()[flat - 1] == samples.center()
                && samples.minus()[flat - 1] == samples.center()) {
            flat--;
        }
        return flat;
    }

    /**
     * The finest steps that are not flat agree on a slope, seen on both sides: a staircase. The very finest of them may see a
     * single stair and is not asked if the others agree.
     */
    static boolean hasTrend(Samples samples, int flat) {
        return agree(samples, flat - TREND_PAIRS, flat) || agree(samples, flat - TREND_PAIRS - 1, flat - 1);
    }

    /** Whether all near steps, down to some that are not extremely fine, see nothing of f. */
    static boolean isFlatNear(Samples samples) {
        int flat = flatFrom(samples);
        return samples.count() - flat >= FLAT_PAIRS && samples.exponents()[flat] <= FINEST_PIECE;
    }

    /** Whether the finest steps see nothing of f, and the gap before them leaves open from which step on. */
    static boolean couldBeginCoarser(Samples samples) {
        int flat = flatFrom(samples);
        return samples.count() - flat >= 2
                && flat > 0
                && samples.exponents()[flat] > FINEST_PIECE
                && samples.exponents()[flat - 1] < FINEST_PIECE;
    }

    private static boolean agree(Samples samples, int from, int to) {
        if (from < 0) {
            return false;
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean twoSided = false;
        for (int i = from; i < to; i++) {
            low = Math.min(low, samples.quotient(i));
            high = Math.max(high, samples.quotient(i));
            twoSided |= Math.abs(samples.second(i)) <= ONE_SIDED * Math.abs(samples.plus()[i] - samples.minus()[i]);
        }
        return twoSided && low * high > 0 && high - low <= TREND_SPREAD * Math.max(Math.abs(low), Math.abs(high));
    }
}
