package org.gradcheck.expression.arithmetic;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.gradcheck.complex.Complex;

/**
 * A function of one number, applied entry by entry.
 *
 * @param real over the reals
 * @param complex its continuation to complex numbers
 * @param loop for which functions there is a loop that calls neither
 */
public record EntryFunction(DoubleUnaryOperator real, UnaryOperator<Complex> complex, Loop loop) {

    public static final EntryFunction EXP = new EntryFunction(Math::exp, Complex::exp, Loop.EXP);
    public static final EntryFunction EXPM1 = new EntryFunction(Math::expm1, Complex::expm1);
    public static final EntryFunction LOG = new EntryFunction(Math::log, Complex::log, Loop.LOG);
    public static final EntryFunction LOG1P = new EntryFunction(Math::log1p, Complex::log1p);
    public static final EntryFunction LOG2 = continued(z -> z.log().times(1 / Math.log(2)));
    public static final EntryFunction LOG10 = continued(z -> z.log().times(1 / Math.log(10)));
    public static final EntryFunction SQRT = new EntryFunction(Math::sqrt, Complex::sqrt, Loop.SQRT);
    public static final EntryFunction SIN = new EntryFunction(Math::sin, Complex::sin);
    public static final EntryFunction COS = new EntryFunction(Math::cos, Complex::cos);
    public static final EntryFunction TAN = new EntryFunction(Math::tan, Complex::tan);
    public static final EntryFunction ASIN = new EntryFunction(Math::asin, Complex::asin);
    public static final EntryFunction ACOS = new EntryFunction(Math::acos, Complex::acos);
    public static final EntryFunction ATAN = new EntryFunction(Math::atan, Complex::atan);
    public static final EntryFunction SINH = new EntryFunction(Math::sinh, Complex::sinh);
    public static final EntryFunction COSH = new EntryFunction(Math::cosh, Complex::cosh);
    public static final EntryFunction TANH = new EntryFunction(Math::tanh, Complex::tanh);
    public static final EntryFunction ASINH = continued(Complex::asinh);
    public static final EntryFunction ACOSH = continued(Complex::acosh);
    public static final EntryFunction ATANH = continued(Complex::atanh);
    public static final EntryFunction SIGMOID = new EntryFunction(EntryFunction::sigmoid, Complex::sigmoid);
    public static final EntryFunction SOFTPLUS = new EntryFunction(EntryFunction::softplus, Complex::softplus);
    public static final EntryFunction ERF = continued(Complex::erf);
    public static final EntryFunction ERFC = continued(Complex::erfc);
    public static final EntryFunction GAMMA = continued(Complex::gamma);
    public static final EntryFunction LGAMMA = continued(Complex::lgamma);
    public static final EntryFunction DIGAMMA = continued(Complex::digamma);
    public static final EntryFunction TRIGAMMA = continued(Complex::trigamma);
    public static final EntryFunction SINC = continued(Complex::sinc);

    /** sin(√x)/√x; its power series holds left of 0, too. */
    public static final EntryFunction SINE_QUOTIENT = continued(RootFunctions::sineQuotient);

    /** arcsin(√x)/√x. */
    public static final EntryFunction ARCSINE_QUOTIENT = continued(RootFunctions::arcsineQuotient);

    /** Absolute value; the continuation is z with the sign of its real part, never the modulus. */
    public static final EntryFunction ABS = new EntryFunction(Math::abs, Complex::abs, Loop.ABS);

    /** max(x, 0), by the real part. */
    public static final EntryFunction RELU = new EntryFunction(x -> x <= 0 ? 0 : x, Complex::relu);

    /** Sign of the real part; 0 at 0. */
    public static final EntryFunction SIGN = byRealPart(Math::signum);

    /** 1 where the real part is positive, else 0. */
    public static final EntryFunction STEP = byRealPart(x -> x > 0 ? 1 : Double.isNaN(x) ? x : 0);

    /** Largest whole number below the real part. */
    public static final EntryFunction FLOOR = byRealPart(Math::floor);

    /** Smallest whole number above the real part. */
    public static final EntryFunction CEIL = byRealPart(Math::ceil);

    /** Nearest whole number to the real part, ties to the even one. */
    public static final EntryFunction ROUND = byRealPart(Math::rint);

    /** The imaginary part: nothing analytic, only for telling real matrices from others. */
    public static final EntryFunction IMAGINARY = new EntryFunction(x -> 0, z -> Complex.of(z.im()));

    /** The same real part with NaN as imaginary part, where a value has no continuation. */
    public static final EntryFunction WITHOUT_SLOPE = new EntryFunction(x -> x, z -> new Complex(z.re(), Double.NaN));

    /** Functions that are not much dearer than a call. */
    public enum Loop {
        EXP,
        LOG,
        SQRT,
        ABS,
        BY_CALLS
    }

    private EntryFunction(DoubleUnaryOperator real, UnaryOperator<Complex> complex) {
        this(real, complex, Loop.BY_CALLS);
    }

    /** A function whose complex formulas serve real arguments too. */
    private static EntryFunction continued(UnaryOperator<Complex> complex) {
        return new EntryFunction(x -> complex.apply(Complex.of(x)).re(), complex);
    }

    /** A piecewise constant function, which on complex numbers looks at the real part alone. */
    private static EntryFunction byRealPart(DoubleUnaryOperator real) {
        return new EntryFunction(real, z -> Complex.of(real.applyAsDouble(z.re())));
    }

    private static double sigmoid(double x) {
        double small = Math.exp(-Math.abs(x));
        return x >= 0 ? 1 / (1 + small) : small / (1 + small);
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
