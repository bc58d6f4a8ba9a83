package org.gradcheck.complex;

/**
 * A complex number to write the twin of a real program with: the same formula, in which every {@code double} that depends on the
 * input has become a {@code Complex}.
 *
 * <p>Every function is the analytic continuation of the real one. Nothing conjugates and nothing takes a modulus. An imaginary
 * part keeps its full relative accuracy however small it is beside the real part, 1e-200 for instance, so that
 * {@code Im f(x + ih) / h} is the derivative to rounding; and with an imaginary part of 0 the real part is what {@link Math}
 * computes, or what the same formula in {@code double} does, to a few units in the last place.
 *
 * <p>Where the real function has no value, as the logarithm of a negative number has none, neither has the continuation: both
 * parts are NaN, for there must be no derivative where there is no function. So no branch cut lies in the half plane where a
 * function is defined, and values are those of the principal branch. At the edge of the domain, where the slope is infinite or
 * has no value, the real part is that of the real function and an imaginary part that is not 0 becomes infinite or NaN.
 *
 * <p>Functions with a switch ({@link #abs}, {@link #max}, {@link #min}, {@link #relu}) look at the real part alone and continue
 * the piece that the real program is on. They are analytic away from the switch only. For a switch of your own compare the real
 * parts: {@code z.re() > 0 ? z : z.exp().minus(1)}.
 *
 * @param re the real part
 * @param im the imaginary part
 */
public record Complex(double re, double im) {

    public static final Complex ZERO = new Complex(0, 0);
    public static final Complex ONE = new Complex(1, 0);
    public static final Complex NAN = new Complex(Double.NaN, Double.NaN);

    private static final double UNDERFLOW = 0x1p-960;

    /** A real number. */
    public static Complex of(double real) {
        return new Complex(real, 0);
    }

    public Complex plus(Complex other) {
        return new Complex(re + other.re, im + other.im);
    }

    public Complex plus(double other) {
        return new Complex(re + other, im);
    }

    public Complex minus(Complex other) {
        return new Complex(re - other.re, im - other.im);
    }

    public Complex minus(double other) {
        return new Complex(re - other, im);
    }

    public Complex negate() {
        return new Complex(-re, -im);
    }

    public Complex times(Complex other) {
        return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    public Complex times(double factor) {
        return new Complex(re * factor, im * factor);
    }

    /** z². */
    public Complex square() {
        return times(this);
    }

    /**
     * Quotient by Smith's method (R. L. Smith, "Algorithm 116: Complex division", 1962): squares neither overflow nor underflow. A
     * finite number over an infinite one is 0.
     */
    public Complex over(Complex divisor) {
        boolean isSteep = Math.abs(divisor.re) < Math.abs(divisor.im);
        double ratio = isSteep ? divisor.re / divisor.im : divisor.im / divisor.re;
        double scale = isSteep ? divisor.re * ratio + divisor.im : divisor.re + divisor.im * ratio;
        double real = isSteep ? re * ratio + im : re + im * ratio;
        double imaginary = (isSteep ? im * ratio - re : im - turned(divisor, ratio)) / scale;
        if (Double.isNaN(imaginary) && Double.isInfinite(divisor.re) && Double.isFinite(re) && Double.isFinite(im)) {
            return new Complex(re / divisor.re, 0);
        }
        // By zero: the ratio is NaN, and the real part that of the real quotient.
        return new Complex(divisor.re == 0 && !isSteep ? re / divisor.re : real / scale, imaginary);
    }

    /** re·ratio, in another order where the ratio would lose digits below the smallest normal numbers. */
    private double turned(Complex divisor, double ratio) {
        return Math.abs(ratio) < UNDERFLOW && divisor.im != 0 ? divisor.im * (re / divisor.re) : re * ratio;
    }

    public Complex over(double divisor) {
        return new Complex(re / divisor, im / divisor);
    }

    /** 1/z. */
    public Complex reciprocal() {
        return ONE.over(this);
    }

    public Complex exp() {
        return ElementaryFunctions.exp(this);
    }

    /** exp(z) − 1, without cancellation near 0. */
    public Complex expm1() {
        return ElementaryFunctions.expm1(this);
    }

    /** The natural logarithm; NaN where the real part is negative. */
    public Complex log() {
        return ElementaryFunctions.log(this);
    }

    /** log(1 + z), without cancellation near 0; NaN where the real part is below −1. */
    public Complex log1p() {
        return ElementaryFunctions.log1p(this);
    }

    /** The square root; NaN where the real part is negative. */
    public Complex sqrt() {
        return ElementaryFunctions.sqrt(this);
    }

    /** The cube root, odd as {@link Math#cbrt} is: the continuation of it on the side of 0 that the real part is on. */
    public Complex cbrt() {
        return ElementaryFunctions.cbrt(this);
    }

    /**
     * A real power, as {@link Math#pow}: of any base if the exponent is whole, else of bases with a real part that is not negative,
     * and NaN for others.
     */
    public Complex pow(double exponent) {
        return ElementaryFunctions.pow(this, of(exponent));
    }

    /** z^w = exp(w log z); NaN where the real part of z is negative, unless w is real and whole. */
    public Complex pow(Complex exponent) {
        return ElementaryFunctions.pow(this, exponent);
    }

    public Complex sin() {
        return ElementaryFunctions.sin(this);
    }

    public Complex cos() {
        return ElementaryFunctions.cos(this);
    }

    public Complex tan() {
        return ElementaryFunctions.tan(this);
    }

    /** The arc sine; NaN where the real part is beyond ±1. */
    public Complex asin() {
        return ElementaryFunctions.asin(this);
    }

    /** The arc cosine; NaN where the real part is beyond ±1. */
    public Complex acos() {
        return ElementaryFunctions.acos(this);
    }

    public Complex atan() {
        return ElementaryFunctions.atan(this);
    }

    public Complex sinh() {
        return ElementaryFunctions.sinh(this);
    }

    public Complex cosh() {
        return ElementaryFunctions.cosh(this);
    }

    public Complex tanh() {
        return ElementaryFunctions.tanh(this);
    }

    public Complex asinh() {
        return ElementaryFunctions.asinh(this);
    }

    /** The inverse of the hyperbolic cosine; NaN where the real part is below 1. */
    public Complex acosh() {
        return ElementaryFunctions.acosh(this);
    }

    /** The inverse of the hyperbolic tangent; NaN where the real part is beyond ±1. */
    public Complex atanh() {
        return ElementaryFunctions.atanh(this);
    }

    /** The logistic function 1/(1 + exp(−z)), without overflow. */
    public Complex sigmoid() {
        return ElementaryFunctions.sigmoid(this);
    }

    /** log(1 + exp(z)), without overflow. */
    public Complex softplus() {
        return ElementaryFunctions.softplus(this);
    }

    /** sin(πz)/(πz). */
    public Complex sinc() {
        return ElementaryFunctions.sinc(this);
    }

    /** The error function. */
    public Complex erf() {
        return ErrorFunctions.erf(this);
    }

    /** 1 − erf z, without cancellation on the right. */
    public Complex erfc() {
        return ErrorFunctions.erfc(this);
    }

    /** Γ(z), for arguments near the real axis; NaN at its poles. */
    public Complex gamma() {
        return GammaFunctions.gamma(this);
    }

    /** log |Γ(x)| of a real x, continued to arguments near the real axis; x may be negative. */
    public Complex lgamma() {
        return GammaFunctions.logGamma(this);
    }

    /** The derivative of {@link #lgamma}, for arguments near the real axis. */
    public Complex digamma() {
        return GammaFunctions.digamma(this);
    }

    /** The derivative of {@link #digamma}, for arguments near the real axis. */
    public Complex trigamma() {
        return GammaFunctions.trigamma(this);
    }

    /**
     * The absolute value of a real x, continued: z right of 0, −z left of it, 0 on the imaginary axis. Never the modulus, which is
     * not analytic anywhere. This is analytic away from Re z = 0.
     */
    public Complex abs() {
        return ElementaryFunctions.abs(this);
    }

    /** max(x, 0), continued: z right of 0, else 0. Analytic away from Re z = 0. */
    public Complex relu() {
        return ElementaryFunctions.relu(this);
    }

    /** The one with the larger real part, the first of equal ones; NaN when either real part is. Analytic where they differ. */
    public static Complex max(Complex a, Complex b) {
        return Double.isNaN(a.re) || Double.isNaN(b.re) ? NAN : a.re >= b.re ? a : b;
    }

    /** The one with the smaller real part, the first of equal ones; NaN when either real part is. Analytic where they differ. */
    public static Complex min(Complex a, Complex b) {
        return Double.isNaN(a.re) || Double.isNaN(b.re) ? NAN : a.re <= b.re ? a : b;
    }

    /** √(a² + b²) without overflow. At a = b = 0 there is no slope, and an imaginary part becomes NaN. */
    public static Complex hypot(Complex a, Complex b) {
        return ElementaryFunctions.hypot(a, b);
    }

    /**
     * The angle of the real point (x, y), continued: {@link Math#atan2} of the real parts, with the imaginary part that belongs to
     * it. The jump by 2π at the negative x-axis is where the real function has it.
     */
    public static Complex atan2(Complex y, Complex x) {
        return ElementaryFunctions.atan2(y, x);
    }
}
