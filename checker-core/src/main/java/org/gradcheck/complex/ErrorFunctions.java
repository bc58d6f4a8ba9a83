package org.gradcheck.complex;

/**
 * The error function and its complement for a complex argument near the real axis.
 *
 * <p>Within |Re z| &lt; 1 the series erf z = 2/√π·exp(−z²)·Σ 2ᵏz²ᵏ⁺¹/(2k+1)!!, which has positive terms on the real axis; beyond, the
 * continued fraction of erfc (M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions", 7.1.6 and 7.1.14). Real values are
 * the same formulas at Im z = 0.
 */
final class ErrorFunctions {

    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

    /** From here on the fraction is used; its length keeps the truncation below rounding: it falls like exp(−2x√(2n)). */
    private static final double SERIES_END = 1;

    /** Beyond, erfc underflows. */
    private static final double UNDERFLOW = 30;

    private ErrorFunctions() {}

    static Complex erf(Complex z) {
        if (z.re() < 0) {
            return erf(z.negate()).negate();
        }
        return z.re() < SERIES_END ? series(z) : Complex.ONE.minus(fraction(z));
    }

    static Complex erfc(Complex z) {
        if (z.re() < 0) {
            return Complex.ONE.plus(erf(z.negate()));
        }
        return z.re() < SERIES_END ? Complex.ONE.minus(series(z)) : fraction(z);
    }

    private static Complex series(Complex z) {
        Complex twiceSquare = z.times(z).times(2);
        Complex term = z;
        Complex sum = z;
        for (int k = 1; k < 40; k++) {
            term = term.times(twiceSquare).times(1.0 / (2 * k + 1));
            sum = sum.plus(term);
        }
        return gaussian(z).times(sum).times(TWO_OVER_ROOT_PI);
    }

    private static Complex fraction(Complex z) {
        if (z.re() > UNDERFLOW) {
            return Complex.ZERO;
        }
        int length = 16 + (int) (200 / (z.re() * z.re()));
        Complex tail = z;
        for (int k = length; k > 0; k--) {
            tail = z.plus(Complex.of(0.5 * k).over(tail));
        }
        return gaussian(z).over(tail).times(TWO_OVER_ROOT_PI / 2);
    }

    /** exp(−z²); what x² loses in rounding is added again, since the exponential magnifies it. */
    private static Complex gaussian(Complex z) {
        double square = z.re() * z.re();
        double rest = Math.fma(z.re(), z.re(), -square);
        double size = Math.exp(-square) * (1 - rest) * Math.exp(z.im() * z.im());
        double angle = -2 * z.re() * z.im();
        return new Complex(size * Math.cos(angle), size * Math.sin(angle));
    }
}
