package org.gradcheck.reference;

/**
 * Whether f leaves the straight line that the finest steps see by a jump. Where f is rounded inside, as 1 + tanh is far to the
 * left, the finest steps stay on one stair and see its slope, not that of the staircase. A smooth f leaves the line little by
 * little: bisecting finds no jump.
 */
public final class Stairs {

    /** The most evaluations of f that one question takes. */
    public static final int EVALUATIONS = 24;

    /**
     * How much of what f is off the line the last interval must hold, 2⁻²⁴ of the first in length: a stair among a few
     * thousand does, and no smooth f unless it is some thousand times steeper there than on average.
     */
    private static final double JUMP = 0x1p-12;

    private static final double NOISE_FACTOR = 128;

    /** The highest power of the step that errors of quotients are expected to fall with. */
    private static final int FASTEST = 4;

    private static final double SUDDEN = 8;

    /** How many last places of what f computes with a stair may be high. */
    private static final double LAST_PLACES = 64;

    private static final double NOISY = 4;

    /** More steps that leave the flat piece resolve a slope themselves, or do not. */
    private static final int FEW = 2;

    /** By how much a slope over a stair or two may differ from that of the staircase. */
    private static final double ONE_STAIR = 0.5;

    private Stairs() {}

    /**
     * Whether coarse steps side with the supplied value, or leave the line that the finest ones see, in a way that asks for a
     * reason.
     *
     * @param noise the standard deviation of one value at the finest steps
     */
    public static boolean areAskedAbout(double supplied, Estimate reference, double noise, Samples samples) {
        // Nothing is not what a staircase rises by, and coarse quotients are small for many reasons.
        return supplied != 0
                && (sideWith(supplied, reference, samples) || leaveTheLineAtOnce(reference, noise, samples));
    }

    private static boolean sideWith(double supplied, Estimate reference, Samples samples) {
        return CoarseSteps.clearlySideWith(supplied, reference, samples)
                || leavesFlatPieceTowards(supplied, reference, samples);
    }

    /**
     * Whether a step is off the line of the finest ones by far more than the next finer one: the error of a quotient falls with
     * the square of the step, or the fourth power.
     */
    private static boolean leaveTheLineAtOnce(Estimate reference, double noise, Samples samples) {
        int on = firstOnTheLine(reference, noise, samples);
        if (on == 0 || on == samples.count()) {
            return false;
        }
        double off = Math.abs(samples.quotient(on - 1) - reference.value());
        double smooth = off * Math.pow(samples.step(on) / samples.step(on - 1), FASTEST);
        return smooth > SUDDEN * allowed(on, reference, noise, samples);
    }

    /** The coarsest of the steps from which on all are on the line. */
    private static int firstOnTheLine(Estimate reference, double noise, Samples samples) {
        int on = samples.count();
        while (on > 0
                && Math.abs(samples.quotient(on - 1) - reference.value())
                        <= allowed(on - 1, reference, noise, samples)) {
            on--;
        }
        return on;
    }

    /** The coarsest of the steps from which on all are nearer to the reference than to the supplied value. */
    private static int firstOnTheSideOf(double reference, double supplied, Samples samples) {
        int on = samples.count();
        while (on > 0
                && Math.abs(samples.quotient(on - 1) - reference) < Math.abs(samples.quotient(on - 1) - supplied)) {
            on--;
        }
        return on;
    }

    private static double allowed(int i, Estimate reference, double noise, Samples samples) {
        return reference.bound() + NOISY * samples.noiseOf(i, noise);
    }

    /**
     * Whether f is constant at the finest steps, and all that leave the flat piece have about the supplied slope: the
     * stair may be wide, as that of log(1 − p) beside p = 1 is, and few steps reach beyond it.
     */
    private static boolean leavesFlatPieceTowards(double supplied, Estimate reference, Samples samples) {
        int flat = FlatPiece.flatFrom(samples);
        if (flat == 0
                || flat > FEW
                || !FlatPiece.isFlatNear(samples)
                || Math.abs(reference.value()) > reference.bound()) {
            return false;
        }
        for (int i = 0; i < flat; i++) {
            if (!(Math.abs(samples.quotient(i) - supplied) < ONE_STAIR * Math.abs(supplied))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the step between those that agree with the reference and the next coarser one crosses a stair, and the
     * supplied value may be what the stairs rise by.
     *
     * @param noise the standard deviation of one value at the finest steps
     */
    public static boolean show(double supplied, Estimate estimate, double noise, Line line, int readOut) {
        Samples samples = line.samples(readOut);
        double reference = estimate.value();
        boolean sided = sideWith(supplied, estimate, samples);
        int fine = sided ? firstOnTheSideOf(reference, supplied, samples) : firstOnTheLine(estimate, noise, samples);
        if (fine == 0 || fine == samples.count()) {
            return false;
        }
        double below = samples.step(fine);
        double above = samples.step(fine - 1);
        double ahead = samples.plus()[fine - 1] - samples.center() - above * reference;
        double behind = samples.minus()[fine - 1] - samples.center() + above * reference;
        int side = Math.abs(ahead) >= Math.abs(behind) ? 1 : -1;
        double first =
                (side > 0 ? samples.plus() : samples.minus())[fine] - samples.center() - side * below * reference;
        double last = side > 0 ? ahead : behind;
        double whole = Math.abs(last - first);
        for (int k = 0; k < EVALUATIONS; k++) {
            double middle = (below + above) / 2;
            double off = line.valueAt(side * middle, readOut) - samples.center() - side * middle * reference;
            if (Math.abs(off - first) > Math.abs(last - off)) {
                above = middle;
                last = off;
            } else {
                below = middle;
                first = off;
            }
        }
        double stair = Math.abs(last - first);
        boolean jumps = stair > Math.max(NOISE_FACTOR * noise, JUMP * whole);
        return jumps && (sided || (isRounding(stair, line, readOut) && mayRiseBy(supplied, stair, fine, samples)));
    }

    /** A step of a table is no rounding, and f follows the table. */
    private static boolean isRounding(double stair, Line line, int readOut) {
        double size = Math.max(line.sizeOfTerms(), line.sizeInside(readOut));
        return stair <= LAST_PLACES * line.precision().roundingOf(size);
    }

    /** Whether a slope is among the quotients of the first {@code count} steps, whose two values are each rounded by half a stair. */
    private static boolean mayRiseBy(double slope, double stair, int count, Samples samples) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            low = Math.min(low, samples.quotient(i) - stair / (2 * samples.step(i)));
            high = Math.max(high, samples.quotient(i) + stair / (2 * samples.step(i)));
        }
        return low <= slope && slope <= high;
    }
}
