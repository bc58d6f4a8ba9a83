package org.gradcheck.commonsmath;

import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.analysis.MultivariateVectorFunction;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.space.Spaces;

/**
 * Checks of functions in the interfaces of Apache Commons Math 3.
 *
 * <pre>{@code
 * assertThatFunction(CommonsMath.check(model)).at(p).hasJacobian(CommonsMathDerivatives.jacobian(model));
 * }</pre>
 */
@SuppressWarnings("exports") // whoever calls it requires the library's module
public final class CommonsMath {

    private CommonsMath() {}

    /** A check of a scalar function of a vector. */
    @SuppressWarnings("overloads") // objects resolve; for a method reference use DerivativeCheck.of
    public static DerivativeCheck<double[], Double> check(MultivariateFunction f) {
        return DerivativeCheck.ofScalar(f::value);
    }

    /** A check of a vector function of a vector. */
    @SuppressWarnings("overloads") // objects resolve; for a method reference use DerivativeCheck.of
    public static DerivativeCheck<double[], double[]> check(MultivariateVectorFunction f) {
        return DerivativeCheck.ofVector(f::value);
    }

    /** A check of a function of a number. */
    @SuppressWarnings("overloads") // objects resolve; for a method reference use DerivativeCheck.of
    public static DerivativeCheck<Double, Double> check(UnivariateFunction f) {
        return DerivativeCheck.of(Spaces.scalar(), Spaces.scalar(), f::value);
    }

    /** A check of the values of a model for least squares, which come with their Jacobian from one call. */
    @SuppressWarnings("overloads") // objects resolve; for a method reference use DerivativeCheck.of
    public static DerivativeCheck<double[], double[]> check(MultivariateJacobianFunction model) {
        return DerivativeCheck.ofVector(x -> LeastSquaresCall.of(model, x).value());
    }

    /** A check of the objective of an optimiser. */
    public static DerivativeCheck<double[], Double> check(ObjectiveFunction objective) {
        return check(objective.getObjectiveFunction());
    }
}
