package org.gradcheck.complex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values away from the real axis, from identities between the functions. */
class ElementaryFunctionsTest {

    private static final List<Complex> POINTS = List.of(
            new Complex(0.3, 0.4),
            new Complex(0.6, -0.8),
            new Complex(0.05, 0.9),
            new Complex(0.7, 1e-20),
            new Complex(0.9, -1e-8),
            new Complex(1e-9, 0.5));

    private static void assertClose(Complex found, Complex wanted) {
        double size = Math.hypot(wanted.re(), wanted.im());
        assertThat(found.re()).isCloseTo(wanted.re(), within(4e-15 * size));
        assertThat(found.im()).isCloseTo(wanted.im(), within(4e-15 * size));
    }

    private static void assertInverse(UnaryOperator<Complex> function, UnaryOperator<Complex> inverse) {
        for (Complex z : POINTS) {
            assertClose(function.apply(inverse.apply(z)), z);
        }
    }

    @Test
    void functionsUndoTheirInverses() {
        assertInverse(ElementaryFunctions::exp, ElementaryFunctions::log);
        assertInverse(ElementaryFunctions::expm1, ElementaryFunctions::log1p);
        assertInverse(z -> z.times(z), ElementaryFunctions::sqrt);
        assertInverse(ElementaryFunctions::sin, ElementaryFunctions::asin);
        assertInverse(ElementaryFunctions::cos, ElementaryFunctions::acos);
        assertInverse(ElementaryFunctions::tan, ElementaryFunctions::atan);
    }

    @Test
    void functionsSatisfyTheirDefinitions() {
        for (Complex z : POINTS) {
            Complex up = ElementaryFunctions.exp(z);
            Complex down = ElementaryFunctions.exp(z.negate());
            assertClose(ElementaryFunctions.cosh(z), up.plus(down).times(0.5));
            assertClose(ElementaryFunctions.sinh(z).plus(down), ElementaryFunctions.cosh(z));
            assertClose(ElementaryFunctions.tanh(z), ElementaryFunctions.sinh(z).over(ElementaryFunctions.cosh(z)));
            assertClose(ElementaryFunctions.sigmoid(z), Complex.ONE.over(Complex.ONE.plus(down)));
            assertClose(ElementaryFunctions.sigmoid(z.negate()), Complex.ONE.over(Complex.ONE.plus(up)));
            assertClose(ElementaryFunctions.softplus(z), ElementaryFunctions.log1p(up));
            assertClose(ElementaryFunctions.softplus(z.negate()), ElementaryFunctions.log1p(down));
            assertClose(ElementaryFunctions.pow(z, Complex.of(3)), z.times(z).times(z));
            assertClose(ElementaryFunctions.pow(z, Complex.of(-1)), Complex.ONE.over(z));
            assertClose(
                    ElementaryFunctions.pow(z, new Complex(0.5, 0.25)),
                    ElementaryFunctions.exp(ElementaryFunctions.log(z).times(new Complex(0.5, 0.25))));
        }
    }

    @ParameterizedTest
    @CsvSource({"1e200, 1e200", "1e-200, 1e-200", "1e200, 1", "1, 1e-200"})
    void quotientsNeitherOverflowNorUnderflow(double re, double im) {
        Complex divisor = new Complex(re, im);

        assertClose(divisor.over(divisor), Complex.ONE);
    }

    @Test
    void theLogarithmKeepsASmallModulusNearTheUnitCircle() {
        Complex z = new Complex(1, 1e-9);

        assertThat(ElementaryFunctions.log(z).re()).isCloseTo(5e-19, within(1e-33));
        assertThat(ElementaryFunctions.log1p(new Complex(1e-20, 0)).re()).isEqualTo(1e-20);
    }
}
