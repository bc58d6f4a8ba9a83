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

    /** More steps that leave the flat piece resolve a slope themselves, or do not. */
    private static final int FEW = 2;

    /** By how much a slope over a stair or two may differ from that of the staircase. */
    private static final double ONE_STAIR = 0.5;

    private Stairs() {}

    /** Whether coarse steps side with the supplied value in a way that asks for a reason. */
    public static boolean areAskedAbout(double supplied, Estimate reference, Samples samples) {
        // Nothing is not what a staircase rises by, and coarse quotients are small for many reasons.
        return supplied != 0
                && (CoarseSteps.clearlySideWith(supplied, reference, samples)
                        || leavesFlatPieceTowards(supplied, reference, samples));
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
     * Whether the step between those that agree with the reference and the next coarser one crosses a stair.
     *
     * @param noise the standard deviation of one value at the finest steps
     */
    public static boolean show(double supplied, double reference, double noise, Line line, int readOut) {
        Samples samples = line.samples(readOut);
        int fine = samples.count();
        while (fine > 0 && isOnTheLine(samples.quotient(fine - 1), supplied, reference)) {
            fine--;
        }
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
        return Math.abs(last - first) > Math.max(NOISE_FACTOR * noise, JUMP * whole);
    }

    private static boolean isOnTheLine(double quotient, double supplied, double reference) {
        return Math.abs(quotient - reference) < Math.abs(quotient - supplied);
    }
}
