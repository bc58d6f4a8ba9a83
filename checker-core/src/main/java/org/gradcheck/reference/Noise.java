package org.gradcheck.reference;

/**
 * The standard deviation ε of one value of g, estimated from the same samples that the derivative is estimated from:
 * what differs between a quotient and its prediction from coarser steps is, at the finest steps, noise. The steps are
 * geometric where those of Moré and Wild, "Estimating computational noise" (2011), are equidistant.
 *
 * @param deviation ε, never below the rounding of the values themselves
 * @param ambiguous whether only one level of steps speaks for it
 */
record Noise(double deviation, boolean ambiguous) {

    /** Levels that are averaged. */
    private static final int LEVELS = 4;

    /** A level whose residuals exceed the finer ones' by this factor shows structure, not noise. */
    private static final double JUMP = 30;

    /**
     * @param floor the least noise possible, from the precision of the values and from repeated evaluations
     */
    static Noise of(Samples samples, double floor) {
        double sumOfSquares = 0;
        int residuals = 0;
        int levels = 0;
        // Flat levels of a staircase say nothing of the height of its stairs: the finest level that moves does.
        int flat = FlatPiece.flatFrom(samples);
        int finest = flat < samples.count() - 1 ? flat - 1 : samples.count() - 1;
        for (int l = finest; l >= 2 && levels < LEVELS; l--) {
            double level = residualsAt(samples, l);
            double accumulated = residuals == 0 ? 0 : Math.sqrt(sumOfSquares / residuals);
            if (levels > 0 && Math.sqrt(level / 2) > JUMP * Math.max(accumulated, floor)) {
                return new Noise(Math.max(accumulated, floor), levels == 1);
            }
            sumOfSquares += level;
            residuals += 2;
            levels++;
        }
        return new Noise(residuals == 0 ? floor : Math.max(Math.sqrt(sumOfSquares / residuals), floor), false);
    }

    /** The two squared residuals of a level against the line, in t², through the next two coarser ones. */
    private static double residualsAt(Samples samples, int l) {
        double t = samples.step(l);
        double b = samples.step(l - 1);
        double a = samples.step(l - 2);
        double wb = (t * t - a * a) / (b * b - a * a);
        double wa = 1 - wb;
        double quotient = samples.quotient(l) - wb * samples.quotient(l - 1) - wa * samples.quotient(l - 2);
        double quotientDeviation =
                Samples.QUOTIENT_DEVIATION * Math.sqrt(1 / (t * t) + square(wb / b) + square(wa / a));
        double tb = square(t / b);
        double ta = square(t / a);
        double second = samples.second(l) - wb * tb * samples.second(l - 1) - wa * ta * samples.second(l - 2);
        double secondDeviation = Math.sqrt(6 + 2 * (square(wb * tb) + square(wa * ta)));
        return square(quotient / quotientDeviation) + square(second / secondDeviation);
    }

    private static double square(double x) {
        return x * x;
    }
}
