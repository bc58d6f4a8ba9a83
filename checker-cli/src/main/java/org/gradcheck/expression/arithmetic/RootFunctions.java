package org.gradcheck.expression.arithmetic;

import org.gradcheck.complex.Complex;

/** Even functions of an angle θ as functions of θ² or sin²(θ/2), in which they are analytic at 0, too. */
final class RootFunctions {

    /** Size up to which the power series are used. */
    private static final double SERIES_END = 0.25;

    private RootFunctions() {}

    /** sin(√z)/√z. */
    static Complex sineQuotient(Complex z) {
        if (Math.abs(z.re()) > SERIES_END) {
            if (z.re() < 0) {
                Complex root = z.negate().sqrt();
                return root.sinh().over(root);
            }
            Complex root = z.sqrt();
            return root.sin().over(root);
        }
        Complex sum = Complex.ONE;
        for (int k = 12; k > 0; k--) {
            sum = sum.times(z).times(-1.0 / (2 * k * (2 * k + 1))).plus(Complex.ONE);
        }
        return sum;
    }

    /** arcsin(√z)/√z. */
    static Complex arcsineQuotient(Complex z) {
        if (Math.abs(z.re()) > SERIES_END) {
            if (z.re() < 0) {
                Complex root = z.negate().sqrt();
                return root.plus(Complex.ONE.minus(z).sqrt()).log().over(root);
            }
            Complex root = z.sqrt();
            return root.asin().over(root);
        }
        Complex sum = Complex.ONE;
        for (int k = 24; k > 0; k--) {
            double odd = 2.0 * k - 1;
            sum = sum.times(z).times(odd * odd / (2 * k * (2.0 * k + 1))).plus(Complex.ONE);
        }
        return sum;
    }
}
