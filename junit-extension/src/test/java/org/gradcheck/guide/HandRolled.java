package org.gradcheck.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.FiniteDifferencesDifferentiator;
import org.hipparchus.analysis.differentiation.UnivariateDifferentiableFunction;

/** Tests of derivatives as people write them themselves; the guide on migrating says what they miss. */
final class HandRolled {

    private HandRolled() {}

    static void assertGradient(ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient, double[] x) {
        double eps = 1e-5;
        double[] g = gradient.apply(x);
        for (int i = 0; i < x.length; i++) {
            double[] moved = x.clone();
            moved[i] += eps;
            double difference = (f.applyAsDouble(moved) - f.applyAsDouble(x)) / eps;
            assertEquals(difference, g[i], 1e-4);
        }
    }

    static void assertDerivative(DoubleUnaryOperator f, DoubleUnaryOperator derivative, double t, double tolerance) {
        double h = 1e-4;
        double difference = (f.applyAsDouble(t + h) - f.applyAsDouble(t - h)) / (2 * h);
        assertEquals(difference, derivative.applyAsDouble(t), tolerance * Math.max(1, Math.abs(difference)));
    }

    static void assertAdjoint(BinaryOperator<double[]> jvp, BinaryOperator<double[]> vjp, double[] x) {
        Random random = new Random(1);
        double[] v = random.doubles(x.length).toArray();
        double[] w = random.doubles(x.length).toArray();
        assertEquals(dot(w, jvp.apply(x, v)), dot(vjp.apply(x, w), v), 1e-12);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static void assertHessian(UnaryOperator<double[]> gradient, Function<double[], double[][]> hessian, double[] x) {
        double eps = 1e-5;
        double[][] h = hessian.apply(x);
        double[] g = gradient.apply(x);
        for (int j = 0; j < x.length; j++) {
            double[] moved = x.clone();
            moved[j] += eps;
            double[] g1 = gradient.apply(moved);
            for (int i = 0; i < x.length; i++) {
                assertEquals((g1[i] - g[i]) / eps, h[i][j], 1e-4);
            }
        }
    }

    static void assertDerivativeByStencil(UnivariateFunction f, DoubleUnaryOperator derivative, double t) {
        FiniteDifferencesDifferentiator differentiator = new FiniteDifferencesDifferentiator(5, 0.01);
        UnivariateDifferentiableFunction differentiable = differentiator.differentiate(f);
        double difference =
                differentiable.value(new DSFactory(1, 1).variable(0, t)).getPartialDerivative(1);
        assertEquals(difference, derivative.applyAsDouble(t), 1e-6);
    }
}
