package org.gradcheck.complex;

/**
 * The elementary functions of a complex argument, as continuations of the real ones.
 *
 * <p>Every formula is free of cancellation in the imaginary part however small it is, so that {@code Im f(x + ih) / h} is the derivative
 * to rounding, and its real part agrees with the real function to a few units in the last place. Where the real function has no value
 * (logarithm and root of a negative number, arc sine beyond 1) the continuation has none either and the result is NaN: a derivative
 * must not be found for a function that does not exist there. Arc functions follow W. Kahan, "Branch cuts for complex elementary
 * functions" (1987).
 */
final class ElementaryFunctions {

    /** The square of what is smaller is lost in the rounding of 1; the elementary functions need not be called for it. */
    private static final double TINY = 0x1p-40;

    /** The square of what is larger makes 1 vanish beside it. */
    private static final double LARGE = 0x1p28;

    private static final double LOG_TWO = Math.log(2);

    private ElementaryFunctions() {}

    /** Whether formulas of first order in the imaginary part are exact to rounding, for a positive real part. */
    private static boolean isTiny(double y, double x) {
        return Math.abs(y) < TINY * x;
    }

    static Complex exp(Complex z) {
        double size = Math.exp(z.re());
        return new Complex(size * cos(z.im()), product(size, sin(z.im())));
    }

    static Complex expm1(Complex z) {
        double half = sin(z.im() / 2);
        return new Complex(Math.expm1(z.re()) * cos(z.im()) - 2 * half * half, product(Math.exp(z.re()), sin(z.im())));
    }

    static Complex log(Complex z) {
        double x = z.re();
        double y = z.im();
        if (x < 0 || Double.isNaN(x)) {
            return Complex.NAN;
        }
        if (x == 0) {
            return new Complex(Math.log(x), Double.NaN);
        }
        if (isTiny(y, x)) {
            return new Complex(Math.log(x) + square(y / x) / 2, y / x);
        }
        // Near |z| = 1 the logarithm of hypot(x, y) would lose what y adds; the larger part is split off instead.
        double size = Math.abs(y) <= x
                ? Math.log(x) + Math.log1p(square(y / x)) / 2
                : Math.log(Math.abs(y)) + Math.log1p(square(x / y)) / 2;
        return new Complex(size, Math.atan2(y, x));
    }

    static Complex log1p(Complex z) {
        double x = z.re();
        double y = z.im();
        double shifted = 1 + x;
        if (shifted < 0 || Double.isNaN(x)) {
            return Complex.NAN;
        }
        if (shifted == 0) {
            return new Complex(Math.log1p(x), Double.NaN);
        }
        double size = Math.abs(y) <= shifted
                ? Math.log1p(x) + Math.log1p(square(y / shifted)) / 2
                : Math.log(Math.abs(y)) + Math.log1p(square(shifted / y)) / 2;
        return new Complex(size, Math.atan2(y, shifted));
    }

    static Complex sqrt(Complex z) {
        double x = z.re();
        double y = z.im();
        if (x < 0 || Double.isNaN(x)) {
            return Complex.NAN;
        }
        if (x == 0) {
            return y == 0 ? new Complex(x, y) : new Complex(0, Math.copySign(Double.POSITIVE_INFINITY, y));
        }
        double real = isTiny(y, x) ? Math.sqrt(x) : Math.sqrt(x / 2 + Math.hypot(x, y) / 2);
        return new Complex(real, y / (2 * real));
    }

    static Complex cbrt(Complex z) {
        double x = z.re();
        double y = z.im();
        if (x < 0) {
            return cbrt(z.negate()).negate();
        }
        double root = Math.cbrt(x);
        if (x == 0) {
            return y == 0 ? new Complex(root, y) : new Complex(root, Math.copySign(Double.POSITIVE_INFINITY, y));
        }
        if (isTiny(y, x)) {
            return new Complex(root, y / (3 * root * root));
        }
        double size = Math.cbrt(Math.hypot(x, y));
        double angle = Math.atan2(y, x) / 3;
        return new Complex(size * Math.cos(angle), size * Math.sin(angle));
    }

    static Complex hypot(Complex a, Complex b) {
        double scale = Math.max(Math.abs(a.re()), Math.abs(b.re()));
        if (scale == 0) {
            return new Complex(0, a.im() == 0 && b.im() == 0 ? 0 : Double.NaN);
        }
        if (!Double.isFinite(scale)) {
            return new Complex(Math.hypot(a.re(), b.re()), Double.NaN);
        }
        Complex x = a.over(scale);
        Complex y = b.over(scale);
        return sqrt(x.times(x).plus(y.times(y))).times(scale);
    }

    static Complex sin(Complex z) {
        return new Complex(Math.sin(z.re()) * cosh(z.im()), Math.cos(z.re()) * sinh(z.im()));
    }

    static Complex cos(Complex z) {
        return new Complex(Math.cos(z.re()) * cosh(z.im()), -Math.sin(z.re()) * sinh(z.im()));
    }

    /** (t + iu) / (1 - itu) with t = tan x and u = tanh y. */
    static Complex tan(Complex z) {
        double t = Math.tan(z.re());
        double u = tanh(z.im());
        double scale = 1 + square(t * u);
        return new Complex(t / square(cosh(z.im())) / scale, u * (1 + t * t) / scale);
    }

    static Complex sinh(Complex z) {
        return new Complex(Math.sinh(z.re()) * cos(z.im()), product(Math.cosh(z.re()), sin(z.im())));
    }

    static Complex cosh(Complex z) {
        return new Complex(Math.cosh(z.re()) * cos(z.im()), product(Math.sinh(z.re()), sin(z.im())));
    }

    /** (t + iu) / (1 + itu) with t = tanh x and u = tan y; 1 - t² as 1/cosh² keeps the slope where tanh saturates. */
    static Complex tanh(Complex z) {
        double t = Math.tanh(z.re());
        double u = tan(z.im());
        double scale = 1 + square(t * u);
        return new Complex(t * (1 + u * u) / scale, u / square(Math.cosh(z.re())) / scale);
    }

    static Complex asin(Complex z) {
        if (!(Math.abs(z.re()) < 1)) {
            return new Complex(Math.asin(z.re()), z.im() == 0 ? 0 : Double.NaN);
        }
        Complex left = sqrt(new Complex(1 - z.re(), -z.im()));
        Complex right = sqrt(new Complex(1 + z.re(), z.im()));
        double real = Math.atan2(z.re(), left.re() * right.re() - left.im() * right.im());
        return new Complex(real, asinh(left.re() * right.im() - left.im() * right.re()));
    }

    static Complex acos(Complex z) {
        if (!(Math.abs(z.re()) < 1)) {
            return new Complex(Math.acos(z.re()), z.im() == 0 ? 0 : Double.NaN);
        }
        Complex left = sqrt(new Complex(1 - z.re(), -z.im()));
        Complex right = sqrt(new Complex(1 + z.re(), z.im()));
        return new Complex(
                2 * Math.atan2(left.re(), right.re()), asinh(right.re() * left.im() - right.im() * left.re()));
    }

    static Complex atan(Complex z) {
        double x = z.re();
        double y = z.im();
        double real = Math.abs(x) > 1e8 ? Math.atan(x) : Math.atan2(2 * x, (1 - x) * (1 + x) - y * y) / 2;
        return new Complex(real, Math.log1p(4 * y / (x * x + square(1 - y))) / 4);
    }

    /** Odd; right of 0 it is log(1 + (z + z²/(1 + √(1 + z²)))), which does not cancel. */
    static Complex asinh(Complex z) {
        if (z.re() < 0) {
            return asinh(z.negate()).negate();
        }
        if (z.re() > LARGE) {
            return log(z).plus(LOG_TWO);
        }
        Complex square = z.times(z);
        return log1p(z.plus(square.over(Complex.ONE.plus(sqrt(Complex.ONE.plus(square))))));
    }

    /** log(1 + t + √(t(2 + t))) with t = z − 1. */
    static Complex acosh(Complex z) {
        if (z.re() > LARGE) {
            return log(z).plus(LOG_TWO);
        }
        Complex t = z.minus(Complex.ONE);
        return log1p(t.plus(sqrt(t.times(t.plus(Complex.of(2))))));
    }

    static Complex atanh(Complex z) {
        return log1p(z).minus(log1p(z.negate())).times(0.5);
    }

    /** The angle of the real parts, and by how much the point (x, y) is turned against them. */
    static Complex atan2(Complex y, Complex x) {
        double angle = Math.atan2(y.re(), x.re());
        double scale = Math.max(Math.abs(x.re()), Math.abs(y.re()));
        if (scale == 0) {
            return new Complex(angle, x.im() == 0 && y.im() == 0 ? 0 : Double.NaN);
        }
        double a = x.re() / scale;
        double b = y.re() / scale;
        Complex across = y.times(a).minus(x.times(b));
        Complex along = x.times(a).plus(y.times(b));
        return Complex.of(angle).plus(atan(new Complex(0, across.im()).over(along)));
    }

    /** sin(πz)/(πz); near zero by its Taylor series, where the quotient would lose the derivative. */
    static Complex sinc(Complex z) {
        Complex angle = z.times(Math.PI);
        if (Math.abs(z.re()) > 0.5) {
            return sin(angle).over(angle);
        }
        Complex minusSquare = angle.times(angle).negate();
        Complex sum = Complex.ONE;
        for (int k = 14; k > 0; k--) {
            sum = sum.times(minusSquare).times(1.0 / (2 * k * (2 * k + 1))).plus(Complex.ONE);
        }
        return sum;
    }

    /** 1 / (1 + exp(-z)), with the exponential that cannot overflow. */
    static Complex sigmoid(Complex z) {
        if (z.re() >= 0) {
            return Complex.ONE.over(Complex.ONE.plus(exp(z.negate())));
        }
        Complex small = exp(z);
        return small.over(Complex.ONE.plus(small));
    }

    /** log(1 + exp(z)). */
    static Complex softplus(Complex z) {
        return z.re() >= 0 ? z.plus(log1p(exp(z.negate()))) : log1p(exp(z));
    }

    /** z with its sign taken from the real part. */
    static Complex abs(Complex z) {
        return z.re() == 0 ? Complex.ZERO : z.re() < 0 ? z.negate() : z;
    }

    static Complex relu(Complex z) {
        return z.re() <= 0 ? Complex.ZERO : z;
    }

    /** z^w: whole real powers of any base, other powers where the base has a positive real part. */
    static Complex pow(Complex z, Complex w) {
        if (w.im() == 0) {
            return realPower(z, w.re());
        }
        if (z.re() == 0 && z.im() == 0 && w.re() > 0) {
            return Complex.ZERO;
        }
        Complex logarithm = log(z);
        // z^(a+ib) = z^a exp(ib log z): the real power is exact where exp(a log z) would lose digits.
        return realPower(z, w.re()).times(exp(new Complex(-w.im() * logarithm.im(), w.im() * logarithm.re())));
    }

    private static Complex realPower(Complex z, double exponent) {
        if (exponent == 0) {
            return Complex.ONE;
        }
        if (exponent == 1) {
            return z;
        }
        if (exponent == 2) {
            return z.times(z);
        }
        if (z.im() == 0) {
            return Complex.of(Math.pow(z.re(), exponent));
        }
        boolean whole = exponent == Math.rint(exponent);
        if (z.re() == 0) {
            return atImaginaryAxis(z.im(), exponent, whole);
        }
        if (z.re() < 0) {
            if (!whole) {
                return Complex.NAN;
            }
            Complex power = realPower(z.negate(), exponent);
            return exponent % 2 == 0 ? power : power.negate();
        }
        boolean isTiny = isTiny(z.im(), z.re());
        double size = Math.pow(isTiny ? z.re() : Math.hypot(z.re(), z.im()), exponent);
        double angle = exponent * (isTiny ? z.im() / z.re() : Math.atan2(z.im(), z.re()));
        return new Complex(size * cos(angle), size * sin(angle));
    }

    /** (iy)^p: exact for whole p ≥ 0; other powers have no value on one side of zero or at it, and only p > 1 a slope there. */
    private static Complex atImaginaryAxis(double y, double exponent, boolean whole) {
        if (!whole || exponent < 0) {
            return exponent > 1 ? Complex.ZERO : new Complex(Math.pow(0, exponent), Double.NaN);
        }
        double size = Math.pow(y, exponent);
        int quarter = Math.floorMod((long) exponent, 4);
        return switch (quarter) {
            case 0 -> new Complex(size, 0);
            case 1 -> new Complex(0, size);
            case 2 -> new Complex(-size, 0);
            default -> new Complex(0, -size);
        };
    }

    private static double asinh(double x) {
        double size = Math.abs(x);
        return Math.copySign(Math.log1p(size + size * size / (1 + Math.hypot(1, size))), x);
    }

    /** A product in which 0 beats infinity: a function that overflows at a real argument is still real there. */
    private static double product(double size, double small) {
        return small == 0 ? small : size * small;
    }

    private static double square(double x) {
        return x * x;
    }

    private static double sin(double small) {
        return Math.abs(small) < TINY ? small : Math.sin(small);
    }

    private static double cos(double small) {
        return Math.abs(small) < TINY ? 1 : Math.cos(small);
    }

    private static double tan(double small) {
        return Math.abs(small) < TINY ? small : Math.tan(small);
    }

    private static double sinh(double small) {
        return Math.abs(small) < TINY ? small : Math.sinh(small);
    }

    private static double cosh(double small) {
        return Math.abs(small) < TINY ? 1 : Math.cosh(small);
    }

    private static double tanh(double small) {
        return Math.abs(small) < TINY ? small : Math.tanh(small);
    }
}
