package org.gradcheck.assertj;

import static java.util.Objects.requireNonNull;

import java.util.function.DoubleUnaryOperator;
import org.gradcheck.check.DerivativeCheck;

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
