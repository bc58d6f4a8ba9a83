package org.gradcheck.reference;

/**
 * What is known of one read-out where f has values on one side of the point only, as at the edge of a domain: g(0) and
 * g(±2⁻ᵏ) with one sign, from the coarsest step to the finest. The quotients (g(±t) − g(0))/±t have an error in all powers of t.
 *
 * @param center g(0)
 * @param magnitude the size of the terms that g(0) is made of
 * @param sign +1 or −1: the side with values
 * @param exponents the k of the steps, increasing
 * @param values g(sign·2⁻ᵏ)
 */
public record HalfLine(double center, double magnitude, int sign, int[] exponents, double[] values)
        implements Quotients {

    /** The finest values over which the size of g near x is read. */
    private static final int NEAR = 4;

    @Override
    public int count() {
        return exponents.length;
    }

    @Override
    public double quotient(int i) {
        return (values[i] - center) / (sign * step(i));
    }

    @Override
    public double variable(double t) {
        return t;
    }

    @Override
    public double deviation() {
        return Math.sqrt(2);
    }

    /** g(0) is in every quotient, with all weights at once. */
    @Override
    public double amplification(double[] weightsPerStep) {
        double squares = 0;
        double sum = 0;
        for (double weight : weightsPerStep) {
            squares += weight * weight;
            sum += weight;
        }
        return Math.sqrt(squares + sum * sum);
    }

    @Override
    public double size(int i) {
        return Math.abs(values[i]);
    }

    @Override
    public double near() {
        double near = Math.abs(center);
        for (int i = Math.max(0, count() - NEAR); i < count(); i++) {
            near = Math.max(near, size(i));
        }
        return near;
    }
}
