package org.gradcheck.reference;

/**
 * Recognises a function that computes in single precision by its outputs: all of them are {@code float} numbers, and at
 * least half of the non-zero ones use more than 16 significant bits, so that integers and short fractions do not count.
 * What it says does not depend on the order in which outputs are seen, by whichever thread.
 */
final class FloatDetector {

    /** A double has 52 stored bits; those below the first 16 significant ones. */
    private static final int LONG_BITS = 36;

    private boolean allFloats = true;
    private long nonZero;
    private long longNumbers;

    synchronized void see(double[] outputs) {
        for (double y : outputs) {
            if ((float) y != y) {
                allFloats = false;
                return;
            }
            if (y != 0) {
                nonZero++;
                if ((Double.doubleToRawLongBits(y) & ((1L << (LONG_BITS + 1)) - 1)) != 0) {
                    longNumbers++;
                }
            }
        }
    }

    synchronized boolean isSinglePrecision() {
        return allFloats && nonZero > 0 && 2 * longNumbers >= nonZero;
    }
}
