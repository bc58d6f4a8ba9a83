package org.gradcheck.expression.arithmetic;

import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import org.gradcheck.complex.Complex;

/**
 * An operation on two numbers, applied entry by entry.
 *
 * @param real over the reals
 * @param complex its continuation to complex numbers
 * @param loop for which operations there is a loop that calls neither
 */
public record EntryOperator(DoubleBinaryOperator real, BinaryOperator<Complex> complex, Loop loop) {

    public static final EntryOperator PLUS = new EntryOperator(Double::sum, Complex::plus, Loop.PLUS);
    public static final EntryOperator MINUS = new EntryOperator((x, y) -> x - y, Complex::minus, Loop.MINUS);
    public static final EntryOperator TIMES = new EntryOperator((x, y) -> x * y, Complex::times, Loop.TIMES);
    public static final EntryOperator OVER = new EntryOperator((x, y) -> x / y, Complex::over, Loop.OVER);
    public static final EntryOperator POWER = new EntryOperator(Math::pow, Complex::pow);

    /** The angle of the point (x, y), of which y comes first. */
    public static final EntryOperator ANGLE = new EntryOperator(Math::atan2, Complex::atan2);

    public static final EntryOperator LESS = comparison((x, y) -> x < y);
    public static final EntryOperator LESS_OR_EQUAL = comparison((x, y) -> x <= y);
    public static final EntryOperator GREATER = comparison((x, y) -> x > y);
    public static final EntryOperator GREATER_OR_EQUAL = comparison((x, y) -> x >= y);
    public static final EntryOperator EQUAL = comparison((x, y) -> x == y);
    public static final EntryOperator NOT_EQUAL = comparison((x, y) -> x != y);

    /** The larger one, by the real part; NaN when either is. */
    public static final EntryOperator LARGER = choice((x, y) -> x >= y);

    /** The smaller one, by the real part; NaN when either is. */
    public static final EntryOperator SMALLER = choice((x, y) -> x <= y);

    /** Operations that are cheaper than a call. */
    public enum Loop {
        PLUS,
        MINUS,
        TIMES,
        OVER,
        BY_CALLS
    }

    private EntryOperator(DoubleBinaryOperator real, BinaryOperator<Complex> complex) {
        this(real, complex, Loop.BY_CALLS);
    }

    private interface Comparison {
        boolean holds(double x, double y);
    }

    private static EntryOperator comparison(Comparison comparison) {
        DoubleBinaryOperator real =
                (x, y) -> Double.isNaN(x) || Double.isNaN(y) ? Double.NaN : comparison.holds(x, y) ? 1 : 0;
        return new EntryOperator(real, (z, w) -> Complex.of(real.applyAsDouble(z.re(), w.re())));
    }

    private static EntryOperator choice(Comparison prefersFirst) {
        return new EntryOperator(
                (x, y) -> Double.isNaN(x) || Double.isNaN(y) ? Double.NaN : prefersFirst.holds(x, y) ? x : y,
                (z, w) -> Double.isNaN(z.re()) || Double.isNaN(w.re())
                        ? Complex.NAN
                        : prefersFirst.holds(z.re(), w.re()) ? z : w);
    }
}
