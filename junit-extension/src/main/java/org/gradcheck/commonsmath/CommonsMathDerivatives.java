package org.gradcheck.commonsmath;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.MultivariateMatrixFunction;
import org.apache.commons.math3.analysis.MultivariateVectorFunction;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.differentiation.MultivariateDifferentiableFunction;
import org.apache.commons.math3.analysis.differentiation.MultivariateDifferentiableVectorFunction;
import org.apache.commons.math3.analysis.differentiation.UnivariateDifferentiableFunction;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.derivative.Valued;

/**
 * Derivatives in the interfaces of Apache Commons Math 3, as the functions that checks and assertions take. What a function
 * does with {@code DerivativeStructure} is a derivative written by hand wherever it composes from values and partial
 * derivatives, and can be wrong like any other.
 */
@SuppressWarnings("exports") // whoever calls it requires the library's module
public final class CommonsMathDerivatives {

    private CommonsMathDerivatives() {}

    /** A gradient given as a vector function. */
    @SuppressWarnings("overloads") // objects resolve; a method reference needs no adapter
    public static UnaryOperator<double[]> gradient(MultivariateVectorFunction gradient) {
        return gradient::value;
    }

    /** The gradient that a function computes with {@code DerivativeStructure}. */
    @SuppressWarnings("overloads") // objects resolve; a method reference needs no adapter
    public static UnaryOperator<double[]> gradient(MultivariateDifferentiableFunction f) {
        return x -> partials(f.value(variables(x, 1)), x.length);
    }

    /** The gradient of the objective of an optimiser. */
    public static UnaryOperator<double[]> gradient(ObjectiveFunctionGradient gradient) {
        return gradient(gradient.getObjectiveFunctionGradient());
    }

    /** The second partial derivatives that a function computes with {@code DerivativeStructure}. */
    public static Function<double[], DMatrixRMaj> hessian(MultivariateDifferentiableFunction f) {
        return x -> {
            DerivativeStructure y = f.value(variables(x, 2));
            DMatrixRMaj hessian = new DMatrixRMaj(x.length, x.length);
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    int[] orders = new int[x.length];
                    orders[i]++;
                    orders[j]++;
                    hessian.set(i, j, y.getPartialDerivative(orders));
                }
            }
            return hessian;
        };
    }

    /** A Jacobian given as a matrix function, one row for each output. */
    @SuppressWarnings("overloads") // objects resolve; a method reference needs no adapter
    public static Function<double[], DMatrixRMaj> jacobian(MultivariateMatrixFunction jacobian) {
        return x -> new DMatrixRMaj(jacobian.value(x));
    }

    /** The Jacobian that a function computes with {@code DerivativeStructure}. */
    @SuppressWarnings("overloads") // objects resolve; a method reference needs no adapter
    public static Function<double[], DMatrixRMaj> jacobian(MultivariateDifferentiableVectorFunction f) {
        return x -> new DMatrixRMaj(Arrays.stream(f.value(variables(x, 1)))
                .map(y -> partials(y, x.length))
                .toArray(double[][]::new));
    }

    /** The Jacobian of a model for least squares. */
    @SuppressWarnings("overloads") // objects resolve; a method reference needs no adapter
    public static Function<double[], DMatrixRMaj> jacobian(MultivariateJacobianFunction model) {
        return x -> LeastSquaresCall.of(model, x).derivative();
    }

    /** Values and Jacobian of a model for least squares, for checks of a function of its own. */
    public static Function<double[], Valued<double[], DMatrixRMaj>> valueAndJacobian(
            MultivariateJacobianFunction model) {
        return x -> LeastSquaresCall.of(model, x);
    }

    /** The derivative that a function of a number computes with {@code DerivativeStructure}. */
    public static DoubleUnaryOperator derivative(UnivariateDifferentiableFunction f) {
        return x -> f.value(new DerivativeStructure(1, 1, 0, x)).getPartialDerivative(1);
    }

    private static DerivativeStructure[] variables(double[] x, int order) {
        return IntStream.range(0, x.length)
                .mapToObj(i -> new DerivativeStructure(x.length, order, i, x[i]))
                .toArray(DerivativeStructure[]::new);
    }

    private static double[] partials(DerivativeStructure y, int inputs) {
        return IntStream.range(0, inputs)
                .mapToDouble(i -> {
                    int[] orders = new int[inputs];
                    orders[i] = 1;
                    return y.getPartialDerivative(orders);
                })
                .toArray();
    }
}
