package org.gradcheck.reference;

import org.gradcheck.function.ComplexVector;

/**
 * The derivative of an analytic function from its values around a circle, g′(0) = mean of g(re^iθ)e^−iθ/r (Cauchy's integral
 * formula, by the trapezoidal rule: L. N. Trefethen and J. A. C. Weideman, "The exponentially convergent trapezoidal rule", 2014).
 * With N points on the circle it is wrong by rᴺ times the coefficient of order N + 1 of g's power series, and by the rounding of the
 * values over r. A function that is not analytic has another mean than slope.
 *
 * @param radius r, of the parameter ζ in x + ζv
 * @param intervals into how many equal parts the upper half of the circle is cut; the lower half follows by symmetry
 */
public record CircleMean(double radius, int intervals) {

    /** The points re^iθ of the upper half, from θ = 0 to π. */
    public double[][] points() {
        double[][] points = new double[intervals + 1][];
        for (int k = 0; k <= intervals; k++) {
            points[k] = new double[] {radius * cos(k), radius * sin(k)};
        }
        return points;
    }

    /**
     * The derivative of one output.
     *
     * @param values the function at {@link #points}
     */
    public double derivative(ComplexVector[] values, int output) {
        double sum = 0;
        for (int k = 0; k <= intervals; k++) {
            double term = values[k].real()[output] * cos(k) + values[k].imaginary()[output] * sin(k);
            sum += k == 0 || k == intervals ? term / 2 : term;
        }
        return sum / (intervals * radius);
    }

    private double cos(int k) {
        return 2 * k == intervals ? 0 : Math.cos(Math.PI * k / intervals);
    }

    private double sin(int k) {
        return k == 0 || k == intervals ? 0 : Math.sin(Math.PI * k / intervals);
    }
}
