package org.gradcheck.assertj;

import static java.util.Objects.requireNonNull;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.complex.Complex;
import org.gradcheck.complex.ComplexTwin;

/**
 * Assertions on the derivative of a function of one variable.
 *
 * <pre>{@code
 * assertThatUnivariateFunction(Math::sin).at(0.5).hasDerivative(Math::cos);
 * }</pre>
 */
public class UnivariateFunctionAssert extends AbstractFunctionAssert<UnivariateFunctionAssert, Double, Double> {

    /** Use {@link DerivativeAssertions}. */
    public UnivariateFunctionAssert(DerivativeCheck<Double, Double> check) {
        super(check, UnivariateFunctionAssert.class);
    }

    /** The point at which the derivative is checked. */
    public UnivariateFunctionAssert at(double point) {
        return atPoint(point);
    }

    /** A twin of f in complex numbers: {@code .withComplexTwin(Complex::tanh)}. Examined before it is believed. */
    public UnivariateFunctionAssert withComplexTwin(UnaryOperator<Complex> twin) {
        return withComplexTwin(ComplexTwin.ofUnivariate(twin));
    }

    /** Verifies the twin of a function of one variable, as in {@link #hasComplexTwin(ComplexTwin)}. */
    public UnivariateFunctionAssert hasComplexTwin(UnaryOperator<Complex> twin) {
        return hasComplexTwin(ComplexTwin.ofUnivariate(twin));
    }

    /** Verifies that x ↦ f′(x) is the derivative. */
    public UnivariateFunctionAssert hasDerivative(DoubleUnaryOperator derivative) {
        requireNonNull(derivative, "derivative");
        expectConfirmed("derivative", check -> check.gradient(derivative::applyAsDouble));
        return this;
    }

    /** Verifies that x ↦ d(x) is proved not to be the derivative; an inconclusive check is a failure here too. */
    public UnivariateFunctionAssert hasWrongDerivative(DoubleUnaryOperator derivative) {
        requireNonNull(derivative, "derivative");
        expectRefuted("derivative", check -> check.gradient(derivative::applyAsDouble));
        return this;
    }
}
