package org.gradcheck.expression.arithmetic;

/** A complex number. Operations keep the full relative accuracy of an imaginary part that is tiny beside the real part. */
public record Complex(double re, double im) {

    public static final Complex ZERO = new Complex(0, 0);
    public static final Complex ONE = new Complex(1, 0);
    public static final Complex NAN = new Complex(Double.NaN, Double.NaN);

    public static Complex of(double real) {
        return new Complex(real, 0);
    }

    public Complex plus(Complex other) {
        return new Complex(re + other.re, im + other.im);
    }

    public Complex minus(Complex other) {
        return new Complex(re - other.re, im - other.im);
    }

    public Complex negated() {
        return new Complex(-re, -im);
    }

    public Complex times(Complex other) {
        return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    public Complex times(double factor) {
        return new Complex(re * factor, im * factor);
    }

    /** Quotient by Smith's method (R. L. Smith, "Algorithm 116: Complex division", 1962): squares neither overflow nor underflow. */
    public Complex over(Complex divisor) {
        boolean isSteep = Math.abs(divisor.re) < Math.abs(divisor.im);
        double ratio = isSteep ? divisor.re / divisor.im : divisor.im / divisor.re;
        double scale = isSteep ? divisor.re * ratio + divisor.im : divisor.re + divisor.im * ratio;
        double real = isSteep ? re * ratio + im : re + im * ratio;
        double imaginary = isSteep ? im * ratio - re : im - re * ratio;
        // By zero: the ratio is NaN, and the real part that of the real quotient.
        return new Complex(divisor.re == 0 && !isSteep ? re / divisor.re : real / scale, imaginary / scale);
    }
}
