package org.gradcheck.reference;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The integral of a smooth function over an interval, as a function of the upper end: a Chebyshev interpolant of the
 * integrand, integrated term by term (Clenshaw and Curtis, "A method for numerical integration on an automatic computer",
 * 1960; Trefethen, "Approximation Theory and Approximation Practice", 2013, chapters 3 and 19).
 */
final class Antiderivative {

    private static final int DEGREE = 16;

    /** The last coefficients tell how far the interpolant is from the integrand. */
    private static final int TAIL = 3;

    private final double from;
    private final double to;
    private final double[] coefficients;

    private Antiderivative(double from, double to, double[] coefficients) {
        this.from = from;
        this.to = to;
        this.coefficients = coefficients;
    }

    /**
     * The integral from {@code from}, or nothing where the integrand is not finite or not smooth enough.
     *
     * @param tolerance the largest error allowed of the integrand
     */
    static Optional<Antiderivative> of(DoubleUnaryOperator integrand, double from, double to, double tolerance) {
        double[] values = new double[DEGREE + 1];
        for (int j = 0; j <= DEGREE; j++) {
            values[j] = integrand.applyAsDouble(from + (to - from) * (1 + node(j)) / 2);
            if (!Double.isFinite(values[j])) {
                return Optional.empty();
            }
        }
        double[] c = interpolate(values);
        double tail = 0;
        for (int k = DEGREE - TAIL + 1; k <= DEGREE; k++) {
            tail += Math.abs(c[k]);
        }
        return tail <= tolerance ? Optional.of(new Antiderivative(from, to, integrate(c))) : Optional.empty();
    }

    /** ∫ from {@code from} to t, for t in the interval. */
    double at(double t) {
        return (to - from) / 2 * (sum(coefficients, 2 * (t - from) / (to - from) - 1) - sum(coefficients, -1));
    }

    private static double node(int j) {
        return Math.cos(Math.PI * j / DEGREE);
    }

    private static double[] interpolate(double[] values) {
        double[] c = new double[DEGREE + 1];
        for (int k = 0; k <= DEGREE; k++) {
            double sum = 0;
            for (int j = 0; j <= DEGREE; j++) {
                sum += halfAtTheEnds(j) * values[j] * Math.cos(Math.PI * j * k / DEGREE);
            }
            c[k] = 2.0 / DEGREE * halfAtTheEnds(k) * sum;
        }
        return c;
    }

    private static double halfAtTheEnds(int j) {
        return j == 0 || j == DEGREE ? 0.5 : 1;
    }

    /** ∫ T₀ = T₁, ∫ T₁ = T₂/4, ∫ Tₖ = Tₖ₊₁/(2(k+1)) − Tₖ₋₁/(2(k−1)), each up to a constant. */
    private static double[] integrate(double[] c) {
        double[] integral = new double[c.length + 1];
        for (int k = 1; k < integral.length; k++) {
            double lower = k == 1 ? 2 * c[0] : c[k - 1];
            double upper = k + 1 < c.length ? c[k + 1] : 0;
            integral[k] = (lower - upper) / (2 * k);
        }
        return integral;
    }

    /** Clenshaw's recurrence. */
    private static double sum(double[] c, double s) {
        double next = 0;
        double afterNext = 0;
        for (int k = c.length - 1; k >= 1; k--) {
            double current = c[k] + 2 * s * next - afterNext;
            afterNext = next;
            next = current;
        }
        return c[0] + s * next - afterNext;
    }
}
