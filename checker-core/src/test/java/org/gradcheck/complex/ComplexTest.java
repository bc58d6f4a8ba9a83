package org.gradcheck.complex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On the real axis and next to it: real parts are those of {@link Math}, imaginary parts the derivative to a few ulps. */
class ComplexTest {

    /** The steps of a complex step, and far smaller and larger ones. */
    private static final double[] STEPS = {1e-200, 0x1p-250, 1e-60, 0x1p-80, 1e-18};

    /**
     * A function with its real original and its derivative.
     *
     * @param ulps by how many units in the last place the derivative may be off, that of the formula in {@code double} included
     */
    record Case(
            String name,
            UnaryOperator<Complex> function,
            DoubleUnaryOperator real,
            DoubleUnaryOperator derivative,
            double ulps,
            double... points) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Both signs, over many magnitudes. */
    private static double[] both(double... sizes) {
        return DoubleStream.concat(
                        DoubleStream.of(sizes), DoubleStream.of(sizes).map(x -> -x))
                .toArray();
    }

    private static double square(double x) {
        return x * x;
    }

    static Stream<Case> functions() {
        double[] moderate = both(0, 1e-150, 1e-20, 1e-9, 0.003, 0.2, 0.5, 0.97, 1, 1.3, 2, 5.5, 19, 33);
        double[] inside = both(1e-150, 1e-20, 1e-9, 0.003, 0.2, 0.5, 0.8, 0.97, 0.999);
        double[] positive = {1e-100, 1e-20, 0.003, 0.2, 0.5, 0.97, 1, 1 + 1e-9, 1.3, 2, 5.5, 19, 700, 1e20, 1e100};
        return Stream.of(
                new Case("exp", Complex::exp, Math::exp, Math::exp, 1, both(0, 1e-20, 0.3, 5, 300, 700)),
                new Case("expm1", Complex::expm1, Math::expm1, Math::exp, 1, moderate),
                new Case("log", Complex::log, Math::log, x -> 1 / x, 1, positive),
                new Case(
                        "log1p",
                        Complex::log1p,
                        Math::log1p,
                        x -> 1 / (1 + x),
                        2,
                        -0.999,
                        -0.5,
                        -1e-9,
                        0,
                        1e-20,
                        3,
                        1e9),
                new Case("sqrt", Complex::sqrt, Math::sqrt, x -> 0.5 / Math.sqrt(x), 2, positive),
                new Case("cbrt", Complex::cbrt, Math::cbrt, x -> 1 / (3 * square(Math.cbrt(x))), 4, both(positive)),
                new Case("pow 2.5", z -> z.pow(2.5), x -> Math.pow(x, 2.5), x -> 2.5 * Math.pow(x, 1.5), 4, positive),
                new Case("pow 3", z -> z.pow(3), x -> Math.pow(x, 3), x -> 3 * x * x, 4, both(positive)),
                new Case(
                        "pow -2",
                        z -> z.pow(-2),
                        x -> Math.pow(x, -2),
                        x -> -2 * Math.pow(x, -3),
                        4,
                        both(0.1, 3, 1e50)),
                new Case("reciprocal", Complex::reciprocal, x -> 1 / x, x -> -1 / (x * x), 3, both(positive)),
                new Case("square", Complex::square, x -> x * x, x -> 2 * x, 1, both(positive)),
                new Case("sin", Complex::sin, Math::sin, Math::cos, 1, moderate),
                new Case("cos", Complex::cos, Math::cos, x -> -Math.sin(x), 1, moderate),
                new Case("tan", Complex::tan, Math::tan, x -> 1 / square(Math.cos(x)), 6, moderate),
                new Case("asin", Complex::asin, Math::asin, x -> 1 / Math.sqrt((1 - x) * (1 + x)), 4, inside),
                new Case("acos", Complex::acos, Math::acos, x -> -1 / Math.sqrt((1 - x) * (1 + x)), 4, inside),
                new Case(
                        "atan",
                        Complex::atan,
                        Math::atan,
                        x -> 1 / (1 + x * x),
                        2,
                        both(0, 1e-20, 0.3, 1, 7, 1e7, 1e30)),
                new Case("sinh", Complex::sinh, Math::sinh, Math::cosh, 1, moderate),
                new Case("cosh", Complex::cosh, Math::cosh, Math::sinh, 1, moderate),
                new Case("tanh", Complex::tanh, Math::tanh, x -> 1 / square(Math.cosh(x)), 4, moderate),
                new Case(
                        "asinh",
                        Complex::asinh,
                        x -> Math.copySign(Math.log1p(Math.abs(x) + x * x / (1 + Math.hypot(1, x))), x),
                        x -> 1 / Math.hypot(1, x),
                        8,
                        moderate),
                new Case(
                        "acosh",
                        Complex::acosh,
                        x -> Math.log1p(x - 1 + Math.sqrt((x - 1) * (x + 1))),
                        x -> 1 / Math.sqrt((x - 1) * (x + 1)),
                        8,
                        1.0001,
                        1.3,
                        2,
                        40,
                        1e7),
                new Case(
                        "atanh",
                        Complex::atanh,
                        x -> (Math.log1p(x) - Math.log1p(-x)) / 2,
                        x -> 1 / ((1 - x) * (1 + x)),
                        4,
                        inside),
                new Case(
                        "sigmoid",
                        Complex::sigmoid,
                        x -> 1 / (1 + Math.exp(-x)),
                        x -> 1 / (2 + Math.exp(x) + Math.exp(-x)),
                        6,
                        moderate),
                new Case(
                        "softplus",
                        Complex::softplus,
                        x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
                        x -> x > 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)),
                        4,
                        moderate),
                new Case(
                        "erf",
                        Complex::erf,
                        x -> Complex.of(x).erf().re(),
                        x -> 2 / Math.sqrt(Math.PI) * ExactGaussian.of(x),
                        40,
                        both(0, 1e-20, 0.003, 0.2, 0.9, 1, 1.7, 3, 5)),
                new Case(
                        "erfc",
                        Complex::erfc,
                        x -> Complex.of(x).erfc().re(),
                        x -> -2 / Math.sqrt(Math.PI) * ExactGaussian.of(x),
                        40,
                        both(0, 1e-20, 0.003, 0.2, 0.9, 1, 1.7, 3, 5, 12, 25)),
                new Case("abs", Complex::abs, Math::abs, Math::signum, 0, both(positive)),
                new Case("relu", Complex::relu, x -> Math.max(x, 0), x -> x > 0 ? 1 : 0, 0, both(positive)));
    }

    /** exp(−x²) with what the square loses in rounding. */
    private static final class ExactGaussian {
        static double of(double x) {
            double square = x * x;
            return Math.exp(-square) * (1 - Math.fma(x, x, -square));
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void imaginaryPartIsTheDerivativeHoweverSmallTheStep(Case function) {
        for (double x : function.points()) {
            for (double h : STEPS) {
                // Above 1e-18 of x the second order would show.
                double step = h * Math.max(1e-100, Math.min(1, Math.abs(x)));
                double wanted = function.derivative().applyAsDouble(x);
                Complex value = function.function().apply(new Complex(x, step));
                if (Math.abs(wanted * step) < 1e-300) {
                    continue;
                }
                assertThat(value.im() / step)
                        .as("%s at %s with step %s", function, x, step)
                        .isCloseTo(wanted, within((function.ulps() + 1) * Math.ulp(wanted)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void realPartIsTheRealFunction(Case function) {
        for (double x : function.points()) {
            double wanted = function.real().applyAsDouble(x);
            Complex value = function.function().apply(Complex.of(x));

            assertThat(value.re()).as("%s at %s", function, x).isCloseTo(wanted, within(4 * Math.ulp(wanted)));
            assertThat(value.im()).as("%s at %s", function, x).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void valuesAtConjugatesAreConjugates(Case function) {
        for (double x : function.points()) {
            for (double y : List.of(1e-200, 1e-20, 1e-3)) {
                Complex up = function.function().apply(new Complex(x, y));
                Complex down = function.function().apply(new Complex(x, -y));
                double size = Math.hypot(up.re(), up.im());

                assertThat(down.re()).as("%s at %s", function, x).isCloseTo(up.re(), within(4 * Math.ulp(size)));
                assertThat(down.im()).as("%s at %s", function, x).isCloseTo(-up.im(), within(4 * Math.ulp(size)));
            }
        }
    }

    @Test
    void whereTheRealFunctionHasNoValueNeitherHasTheContinuation() {
        Complex left = new Complex(-2, 1e-20);

        assertThat(List.of(left.log(), left.sqrt(), left.log1p(), left.acosh(), left.pow(0.5), left.pow(left)))
                .allSatisfy(value -> assertThat(value.re()).isNaN());
        assertThat(List.of(left.asin(), left.acos(), left.atanh()))
                .allSatisfy(value -> assertThat(value.re()).isNaN());
        assertThat(Complex.of(-3).gamma().re()).isNaN();
    }

    @Test
    void infiniteSlopesAtTheEdgeAreInfinite() {
        Complex edge = new Complex(0, 1e-30);

        assertThat(edge.sqrt()).isEqualTo(new Complex(0, Double.POSITIVE_INFINITY));
        assertThat(edge.cbrt()).isEqualTo(new Complex(0, Double.POSITIVE_INFINITY));
        assertThat(Complex.ZERO.sqrt()).isEqualTo(Complex.ZERO);
        assertThat(edge.log().re()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(edge.log().im()).isNaN();
        assertThat(Complex.hypot(edge, Complex.ZERO).im()).isNaN();
    }

    @Test
    void overflowAtARealArgumentStaysReal() {
        assertThat(Complex.of(800).exp()).isEqualTo(new Complex(Double.POSITIVE_INFINITY, 0));
        assertThat(Complex.of(800).cosh()).isEqualTo(new Complex(Double.POSITIVE_INFINITY, 0));
        assertThat(Complex.of(800).exp().plus(1).reciprocal()).isEqualTo(Complex.ZERO);
        assertThat(new Complex(800, 1e-30).exp().plus(1).reciprocal()).isEqualTo(Complex.ZERO);
        assertThat(new Complex(-800, 1e-30).sigmoid()).isEqualTo(Complex.ZERO);
        assertThat(new Complex(800, 1e-30).softplus()).isEqualTo(new Complex(800, 1e-30));
    }

    @Test
    void nanStaysNan() {
        for (Case function : functions().toList()) {
            assertThat(function.function().apply(Complex.NAN).re())
                    .as(function.name())
                    .isNaN();
        }
        assertThat(Complex.max(Complex.ONE, Complex.NAN).re()).isNaN();
        assertThat(Complex.min(Complex.NAN, Complex.ONE).re()).isNaN();
    }

    @Test
    void quotientsKeepTinyImaginaryParts() {
        Complex quotient = new Complex(3, 1e-200).over(new Complex(7, -2e-200));

        assertThat(quotient.re()).isEqualTo(3.0 / 7);
        assertThat(quotient.im()).isCloseTo(13.0 / 49 * 1e-200, within(1e-215));
        assertThat(new Complex(1e200, 0).over(new Complex(1e150, 1e-200)).im() / -1e-300)
                .as("a ratio that underflows")
                .isCloseTo(1, within(1e-14));
    }

    @Test
    void switchesLookAtTheRealPart() {
        Complex a = new Complex(1, 5);
        Complex b = new Complex(2, -7);

        assertThat(Complex.max(a, b)).isEqualTo(b);
        assertThat(Complex.min(a, b)).isEqualTo(a);
        assertThat(Complex.max(a, new Complex(1, 9))).isEqualTo(a);
        assertThat(new Complex(-3, 4).abs()).isEqualTo(new Complex(3, -4));
        assertThat(new Complex(-3, 4).relu()).isEqualTo(Complex.ZERO);
    }

    @Test
    void hypotAndAtan2HaveTheirPartialDerivatives() {
        double h = 1e-100;
        for (double[] p : new double[][] {{3, 4}, {-3, 4}, {-1e200, 1e199}, {1e-200, -2e-200}, {5, 0}, {0, 2}}) {
            double x = p[0];
            double y = p[1];
            double r = Math.hypot(x, y);
            double step = h * r;
            Complex alongX = Complex.hypot(new Complex(x, step), Complex.of(y));
            Complex turned = Complex.atan2(Complex.of(y), new Complex(x, step));
            Complex raised = Complex.atan2(new Complex(y, step), Complex.of(x));

            assertThat(alongX.re()).isCloseTo(r, within(2 * Math.ulp(r)));
            assertThat(alongX.im() / step).isCloseTo(x / r, within(1e-15));
            assertThat(turned.re()).isEqualTo(Math.atan2(y, x));
            assertThat(turned.im() / h).isCloseTo(-y / r, within(1e-15));
            assertThat(raised.im() / h).isCloseTo(x / r, within(1e-15));
        }
    }

    @Test
    void gammaFunctionsAreDerivativesOfEachOther() {
        double h = 1e-100;
        for (double x :
                new double[] {-3.7, -0.4, 1e-9, 0.2, 0.49, 0.51, 1, 1.3, 1.4616, 2, 2.7, 5, 11.9, 12.1, 29, 31, 120}) {
            Complex z = new Complex(x, h);
            double digamma = z.digamma().re();
            double trigamma = z.trigamma().re();

            assertThat(z.lgamma().im() / h)
                    .as("lgamma at %s", x)
                    .isCloseTo(digamma, within(2e-14 * (1 + Math.abs(digamma))));
            assertThat(z.digamma().im() / h).as("digamma at %s", x).isCloseTo(trigamma, within(2e-14 * trigamma));
            assertThat(z.gamma().im() / h / z.gamma().re())
                    .as("gamma at %s", x)
                    .isCloseTo(digamma, within(2e-14 * (1 + Math.abs(digamma))));
        }
    }

    @Test
    void gammaOfWholeNumbersIsAFactorial() {
        double factorial = 1;
        for (int n = 1; n < 30; n++) {
            assertThat(Complex.of(n).gamma().re()).isCloseTo(factorial, within(8 * Math.ulp(factorial)));
            factorial *= n;
        }
    }
}
