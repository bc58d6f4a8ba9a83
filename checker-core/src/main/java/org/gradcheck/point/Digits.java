package org.gradcheck.point;

/** Numbers that can be read and typed again. */
final class Digits {

    /** As many as reports print. */
    private static final int SHOWN = 6;

    /** Rounding may not coarsen what was drawn by more than this part of its spread. */
    private static final double FINE = 1e-2;

    private Digits() {}

    /**
     * A number drawn, with six significant digits; as it is where these say too little.
     *
     * @param spread by how much one draw differs from another
     */
    static double brief(double x, double spread) {
        if (x == 0 || !Double.isFinite(x)) {
            return x;
        }
        int exponent = (int) Math.floor(StrictMath.log10(Math.abs(x))) + 1 - SHOWN;
        if (StrictMath.pow(10, exponent) > FINE * spread) {
            return x;
        }
        // Powers of ten from 1 on are exact, so that the quotient is the double nearest to the decimal.
        double power = StrictMath.pow(10, Math.abs(exponent));
        return exponent < 0 ? Math.rint(x * power) / power : Math.rint(x / power) * power;
    }
}
