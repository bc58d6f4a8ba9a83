package org.gradcheck.complex;

import java.util.function.UnaryOperator;

/**
 * The gamma function, the logarithm of its absolute value and the first two derivatives of that, for a complex argument near the real axis.
 *
 * <p>Far right the asymptotic series, elsewhere recurrences, left of zero the reflection formulas; near 1 and 2, where lgamma has zeros,
 * its Taylor series with zeta values (M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions", 6.1.17, 6.1.33, 6.1.41,
 * 6.3.5, 6.3.7, 6.3.18, 6.4.6, 6.4.7, 6.4.12; zeta by Euler–Maclaurin summation, 23.2.9). Real values are the same formulas at Im z = 0.
 */
final class GammaFunctions {

    private static final double EULER = 0.5772156649015329;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    /** Up to here a product is more accurate than the exponential of a large logarithm. */
    private static final double MOST_FACTORS = 30;

    /** From here on the asymptotic series with the Bernoulli numbers below is exact to rounding. */
    private static final double ASYMPTOTIC = 12;

    private static final double[] BERNOULLI = {
        1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510
    };

    /** ζ(k) − 1 at k. */
    private static final double[] ZETA_LESS_ONE = zetaLessOne(40);

    private GammaFunctions() {}

    /** Γ(z); NaN at its poles. */
    static Complex gamma(Complex z) {
        double x = z.re();
        if (x < 0.5) {
            boolean pole = x <= 0 && x == Math.rint(x) && z.im() == 0;
            Complex reflected = gamma(Complex.ONE.minus(z));
            return pole ? Complex.NAN : Complex.of(Math.PI).over(sineOfPi(z).times(reflected));
        }
        if (x > MOST_FACTORS) {
            return ElementaryFunctions.exp(asymptoticLogGamma(z));
        }
        Complex product = Complex.ONE;
        Complex shifted = z;
        while (shifted.re() > 2.5) {
            shifted = shifted.minus(Complex.ONE);
            product = product.times(shifted);
        }
        if (shifted.re() < 1.5) {
            product = product.over(shifted);
            shifted = shifted.plus(Complex.ONE);
        }
        return ElementaryFunctions.exp(nearTwo(shifted.minus(Complex.of(2)))).times(product);
    }

    /** log |Γ(z)|, continued from the real axis; a real argument may be negative. */
    static Complex logGamma(Complex z) {
        double x = z.re();
        if (x <= 0) {
            Complex reflected = logGamma(Complex.ONE.minus(z));
            Complex sine = ElementaryFunctions.abs(sineOfPi(z));
            return Complex.of(Math.log(Math.PI)).minus(logarithm(sine)).minus(reflected);
        }
        if (x < 0.5) {
            return logGamma(z.plus(Complex.ONE)).minus(ElementaryFunctions.log(z));
        }
        if (Math.abs(z.im()) > 0.5 && x < ASYMPTOTIC) {
            return shiftedUp(z, GammaFunctions::asymptoticLogGamma, GammaFunctions::minusLog);
        }
        if (x < 1.5) {
            Complex fromOne = z.minus(Complex.ONE);
            return nearTwo(fromOne).minus(ElementaryFunctions.log1p(fromOne));
        }
        if (x < ASYMPTOTIC) {
            Complex sum = Complex.ZERO;
            Complex shifted = z;
            while (shifted.re() > 2.5) {
                shifted = shifted.minus(Complex.ONE);
                sum = sum.plus(ElementaryFunctions.log(shifted));
            }
            return nearTwo(shifted.minus(Complex.of(2))).plus(sum);
        }
        return asymptoticLogGamma(z);
    }

    static Complex digamma(Complex z) {
        if (z.re() <= 0) {
            Complex cotangent = cosineOfPi(z).over(sineOfPi(z)).times(Math.PI);
            return digamma(Complex.ONE.minus(z)).minus(cotangent);
        }
        return shiftedUp(
                z, GammaFunctions::asymptoticDigamma, w -> Complex.ONE.over(w).negate());
    }

    static Complex trigamma(Complex z) {
        if (z.re() <= 0) {
            Complex ratio = Complex.of(Math.PI).over(sineOfPi(z));
            return ratio.times(ratio).minus(trigamma(Complex.ONE.minus(z)));
        }
        return shiftedUp(z, GammaFunctions::asymptoticTrigamma, w -> {
            Complex inverse = Complex.ONE.over(w);
            return inverse.times(inverse);
        });
    }

    /** f(z) = f(z + n) + step(z) + … + step(z + n − 1), with n such that the asymptotic series holds. */
    private static Complex shiftedUp(Complex z, UnaryOperator<Complex> asymptotic, UnaryOperator<Complex> step) {
        Complex sum = Complex.ZERO;
        Complex shifted = z;
        while (shifted.re() < ASYMPTOTIC) {
            sum = sum.plus(step.apply(shifted));
            shifted = shifted.plus(Complex.ONE);
        }
        return asymptotic.apply(shifted).plus(sum);
    }

    private static Complex minusLog(Complex z) {
        return ElementaryFunctions.log(z).negate();
    }

    private static Complex asymptoticLogGamma(Complex z) {
        Complex log = ElementaryFunctions.log(z);
        Complex inverse = Complex.ONE.over(z);
        Complex inverseSquare = inverse.times(inverse);
        Complex tail = Complex.ZERO;
        for (int k = BERNOULLI.length; k > 0; k--) {
            tail = tail.times(inverseSquare).plus(Complex.of(BERNOULLI[k - 1] / (2 * k * (2 * k - 1))));
        }
        return z.times(log.minus(Complex.ONE))
                .minus(log.times(0.5))
                .plus(Complex.of(HALF_LOG_TWO_PI))
                .plus(tail.times(inverse));
    }

    private static Complex asymptoticDigamma(Complex z) {
        Complex inverse = Complex.ONE.over(z);
        Complex inverseSquare = inverse.times(inverse);
        Complex tail = Complex.ZERO;
        for (int k = BERNOULLI.length; k > 0; k--) {
            tail = tail.plus(Complex.of(BERNOULLI[k - 1] / (2 * k))).times(inverseSquare);
        }
        return ElementaryFunctions.log(z).minus(inverse.times(0.5)).minus(tail);
    }

    private static Complex asymptoticTrigamma(Complex z) {
        Complex inverse = Complex.ONE.over(z);
        Complex inverseSquare = inverse.times(inverse);
        Complex tail = Complex.ZERO;
        for (int k = BERNOULLI.length; k > 0; k--) {
            tail = tail.plus(Complex.of(BERNOULLI[k - 1])).times(inverseSquare);
        }
        return inverse.plus(inverseSquare.times(0.5)).plus(tail.times(inverse));
    }

    /** log Γ(2 + t) = (1 − γ)t + Σ (ζ(k) − 1)(−t)ᵏ/k for |t| ≤ 1/2 or little more. */
    private static Complex nearTwo(Complex t) {
        Complex minus = t.negate();
        Complex sum = Complex.ZERO;
        for (int k = ZETA_LESS_ONE.length - 1; k >= 2; k--) {
            sum = sum.plus(Complex.of(ZETA_LESS_ONE[k] / k)).times(minus);
        }
        return sum.times(minus).plus(t.times(1 - EULER));
    }

    /** The logarithm, −∞ at 0, where lgamma has a pole. */
    private static Complex logarithm(Complex z) {
        return z.re() == 0 ? new Complex(Double.NEGATIVE_INFINITY, Double.NaN) : ElementaryFunctions.log(z);
    }

    private static Complex sineOfPi(Complex z) {
        double nearest = Math.rint(z.re());
        Complex sine = ElementaryFunctions.sin(z.minus(Complex.of(nearest)).times(Math.PI));
        return nearest % 2 == 0 ? sine : sine.negate();
    }

    private static Complex cosineOfPi(Complex z) {
        double nearest = Math.rint(z.re());
        Complex cosine = ElementaryFunctions.cos(z.minus(Complex.of(nearest)).times(Math.PI));
        return nearest % 2 == 0 ? cosine : cosine.negate();
    }

    private static double[] zetaLessOne(int count) {
        double[] result = new double[count];
        for (int k = 2; k < count; k++) {
            result[k] = zetaLessOneAt(k);
        }
        return result;
    }

    /** Terms up to 1/19ᵏ, and the rest by Euler–Maclaurin summation from 20 on. */
    private static double zetaLessOneAt(int k) {
        int from = 20;
        double power = Math.pow(from, -k);
        double sum = power * from / (k - 1) + power / 2;
        double factor = power / from * k / 2;
        for (int j = 1; j <= 5; j++) {
            sum += BERNOULLI[j - 1] * factor;
            factor *= (k + 2.0 * j - 1) * (k + 2.0 * j) / ((2.0 * j + 1) * (2.0 * j + 2) * from * from);
        }
        for (int n = from - 1; n >= 2; n--) {
            sum += Math.pow(n, -k);
        }
        return sum;
    }
}
