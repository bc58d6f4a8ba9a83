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
        if (Math.abs(divisor.re) >= Math.abs(divisor.im)) {
            if (divisor.re == 0) {
                return new Complex(re / divisor.re, Double.NaN);
            }
            double ratio = divisor.im / divisor.re;
            double scale = divisor.re + divisor.im * ratio;
            return new Complex((re + im * ratio) / scale, (im - re * ratio) / scale);
        }
        double ratio = divisor.re / divisor.im;
        double scale = divisor.re * ratio + divisor.im;
        return new Complex((re * ratio + im) / scale, (im * ratio - re) / scale);
    }
}
