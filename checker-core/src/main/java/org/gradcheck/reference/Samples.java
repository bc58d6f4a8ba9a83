package org.gradcheck.reference;

/**
 * What is known of one read-out g(t) = ⟨w, f(x + tv)⟩ along a line: g(0) and pairs g(±2⁻ᵏ), from the coarsest step to the
 * finest. Immutable; only pairs with both sides finite are in it.
 */
public record Samples(double center, double magnitude, int[] exponents, double[] plus, double[] minus)
        implements Quotients {

    /** The finest pairs over which the size of g near x is read. */
    private static final int NEAR = 4;

    /** The number of pairs. */
    @Override
    public int count() {
        return exponents.length;
    }

    /** The central difference quotient c = (g(t) − g(−t)) / 2t, whose error is even in t. */
    @Override
    public double quotient(int i) {
        return (plus[i] - minus[i]) / (2 * step(i));
    }

    @Override
    public double variable(double t) {
        return t * t;
    }

    /** Two values, each with deviation ε, over 2t. */
    @Override
    public double deviation() {
        return Math.sqrt(0.5);
    }

    @Override
    public double amplification(double[] weightsPerStep) {
        double squares = 0;
        for (double weight : weightsPerStep) {
            squares += weight * weight;
        }
        return Math.sqrt(squares / 2);
    }

    /** s = g(t) + g(−t) − 2g(0), even in t. */
    public double second(int i) {
        return plus[i] + minus[i] - 2 * center;
    }

    /** max |g| over the finest pairs and the point itself: what rounding errors near x are relative to. */
    @Override
    public double near() {
        double near = Math.abs(center);
        for (int i = Math.max(0, count() - NEAR); i < count(); i++) {
            near = Math.max(near, size(i));
        }
        return near;
    }

    /** max(|g(t)|, |g(−t)|). */
    @Override
    public double size(int i) {
        return Math.max(Math.abs(plus[i]), Math.abs(minus[i]));
    }
}
