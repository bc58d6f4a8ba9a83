package org.gradcheck.reference;

/**
 * A jump of f near the point, as left by an inner iteration that stops at a tolerance: f is smooth between changes of its
 * iteration count, and its derivative is off by about the jump over the distance of jumps.
 *
 * @param relativeSize the largest jump found, relative to the size of the read-out near the point
 * @param repeated whether there seem to be several: a single one may as well be a switch in f
 * @param density how many jumps per unit of t there may be
 */
public record Jump(double relativeSize, double density, boolean repeated) {

    private static final double FACTOR = 16;
    private static final double FEWEST = 2;

    /** A jump this much larger than the discrepancy is another matter: a pole, a switch, another solution. */
    private static final double UNRELATED = 300;

    /** The same jump, known to be one of several or not. */
    Jump repeated(boolean isRepeated) {
        return new Jump(relativeSize, density, isRepeated);
    }

    /** Whether a discrepancy between derivatives may come from jumps of this size. */
    public boolean explains(double discrepancy, double magnitude) {
        return discrepancy <= FACTOR * size(magnitude) * Math.max(FEWEST, density)
                && size(magnitude) <= UNRELATED * discrepancy;
    }

    /** The jump in the units of a read-out of this size. */
    public double size(double magnitude) {
        return relativeSize * magnitude;
    }
}
