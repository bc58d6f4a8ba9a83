package org.gradcheck.reference;

import java.util.function.DoubleUnaryOperator;

/** Samples of a function of one variable at the first ladder's steps. */
final class TestSamples {

    private TestSamples() {}

    static Samples of(DoubleUnaryOperator g, int... exponents) {
        double[] plus = new double[exponents.length];
        double[] minus = new double[exponents.length];
        for (int i = 0; i < exponents.length; i++) {
            double t = StepLadder.step(exponents[i]);
            plus[i] = g.applyAsDouble(t);
            minus[i] = g.applyAsDouble(-t);
        }
        return new Samples(g.applyAsDouble(0), Math.abs(g.applyAsDouble(0)), exponents, plus, minus);
    }

    static Samples ladder(DoubleUnaryOperator g) {
        return of(g, StepLadder.first());
    }

    /** Samples on one side of 0 only. */
    static HalfLine half(DoubleUnaryOperator g, int sign, int... exponents) {
        double[] values = new double[exponents.length];
        for (int i = 0; i < exponents.length; i++) {
            values[i] = g.applyAsDouble(sign * StepLadder.step(exponents[i]));
        }
        return new HalfLine(g.applyAsDouble(0), Math.abs(g.applyAsDouble(0)), sign, exponents, values);
    }
}
