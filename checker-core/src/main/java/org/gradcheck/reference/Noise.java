package org.gradcheck.reference;

import java.util.function.IntFunction;

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
        // Flat levels of a staircase say nothing of the height of its stairs: the finest level that moves does.
        int flat = FlatPiece.flatFrom(samples);
        int finest = flat < samples.count() - 1 ? flat - 1 : samples.count() - 1;
        return of(samples, finest, floor, l -> new double[] {quotientResidual(samples, l), secondResidual(samples, l)});
    }

    /** The same from the central quotients alone, which do not contain the value at the point. */
    static Noise ofQuotients(Samples samples, double floor) {
        return of(samples, samples.count() - 1, floor, l -> new double[] {quotientResidual(samples, l)});
    }

    /** The same from one side, where there are no second differences. */
    static Noise of(HalfLine samples, double floor) {
        return of(samples, samples.count() - 1, floor, l -> new double[] {quotientResidual(samples, l)});
    }

    private static Noise of(Quotients quotients, int finest, double floor, IntFunction<double[]> residualsAt) {
        // Squares of values near the largest double overflow.
        double unit = quotients.near() > 0 ? Math.scalb(1.0, Math.getExponent(quotients.near())) : 1;
        double sumOfSquares = 0;
        int residuals = 0;
        int levels = 0;
        for (int l = finest; l >= 2 && levels < LEVELS; l--) {
            double[] level = residualsAt.apply(l);
            double squares = 0;
            for (double residual : level) {
                squares += square(residual / unit);
            }
            double accumulated = residuals == 0 ? 0 : Math.sqrt(sumOfSquares / residuals) * unit;
            if (levels > 0 && Math.sqrt(squares / level.length) * unit > JUMP * Math.max(accumulated, floor)) {
                return new Noise(Math.max(accumulated, floor), levels == 1);
            }
            sumOfSquares += squares;
            residuals += level.length;
            levels++;
        }
        return new Noise(residuals == 0 ? floor : Math.max(Math.sqrt(sumOfSquares / residuals) * unit, floor), false);
    }

    /** The quotient of a level less the line, in u, through the next two coarser ones, in units of its deviation. */
    private static double quotientResidual(Quotients quotients, int l) {
        double wb = weight(quotients, l);
        double wa = 1 - wb;
        double residual = quotients.quotient(l) - wb * quotients.quotient(l - 1) - wa * quotients.quotient(l - 2);
        return residual
                / quotients.amplification(new double[] {
                    quotients.perValue(l), -wb * quotients.perValue(l - 1), -wa * quotients.perValue(l - 2)
                });
    }

    /** s/t² of a level less the same line, times t², in units of its deviation. */
    private static double secondResidual(Samples samples, int l) {
        double wb = weight(samples, l) * samples.variableAt(l) / samples.variableAt(l - 1);
        double wa = (1 - weight(samples, l)) * samples.variableAt(l) / samples.variableAt(l - 2);
        double residual = samples.second(l) - wb * samples.second(l - 1) - wa * samples.second(l - 2);
        return residual / Math.sqrt(6 + 2 * (square(wb) + square(wa)));
    }

    /** The weight of level l − 1 when extrapolating linearly to level l from it and l − 2. */
    private static double weight(Quotients quotients, int l) {
        double b = quotients.variableAt(l - 1);
        double a = quotients.variableAt(l - 2);
        return (quotients.variableAt(l) - a) / (b - a);
    }

    private static double square(double x) {
        return x * x;
    }
}
