package org.gradcheck.hipparchus;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.analysis.FieldMultivariateFunction;
import org.hipparchus.analysis.FieldMultivariateVectorFunction;
import org.hipparchus.analysis.MultivariateMatrixFunction;
import org.hipparchus.analysis.MultivariateVectorFunction;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.MultivariateDifferentiableFunction;
import org.hipparchus.analysis.differentiation.MultivariateDifferentiableVectorFunction;
import org.hipparchus.analysis.differentiation.UnivariateDifferentiableFunction;

/**
 * Derivatives in the interfaces of Hipparchus, as the functions that checks and assertions take. What a function does with
 * {@code DerivativeStructure} or {@code Gradient} is a derivative written by hand wherever it composes from values and
 * partial derivatives, and can be wrong like any other.
 */
@SuppressWarnings("exports") // whoever calls it requires the library's module
public final class HipparchusDerivatives {

    private HipparchusDerivatives() {}

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

    /** The gradient that a function of any field computes with {@code Gradient}. */
    public static UnaryOperator<double[]> fieldGradient(FieldMultivariateFunction f) {
        return x -> f.value(gradients(x)).getGradient();
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

    /** The Jacobian that a function of any field computes with {@code Gradient}. */
    public static Function<double[], DMatrixRMaj> fieldJacobian(FieldMultivariateVectorFunction f) {
        return x -> new DMatrixRMaj(
                Arrays.stream(f.value(gradients(x))).map(Gradient::getGradient).toArray(double[][]::new));
    }

    /** The derivative that a function of a number computes with {@code DerivativeStructure}. */
    public static DoubleUnaryOperator derivative(UnivariateDifferentiableFunction f) {
        return x -> f.value(new DSFactory(1, 1).variable(0, x)).getPartialDerivative(1);
    }

    private static DerivativeStructure[] variables(double[] x, int order) {
        DSFactory factory = new DSFactory(x.length, order);
        return IntStream.range(0, x.length)
                .mapToObj(i -> factory.variable(i, x[i]))
                .toArray(DerivativeStructure[]::new);
    }

    private static Gradient[] gradients(double[] x) {
        return IntStream.range(0, x.length)
                .mapToObj(i -> Gradient.variable(x.length, i, x[i]))
                .toArray(Gradient[]::new);
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
