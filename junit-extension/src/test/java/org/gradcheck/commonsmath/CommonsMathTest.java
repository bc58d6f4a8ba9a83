package org.gradcheck.commonsmath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatUnivariateFunction;

import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.analysis.MultivariateMatrixFunction;
import org.apache.commons.math3.analysis.MultivariateVectorFunction;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.differentiation.MultivariateDifferentiableFunction;
import org.apache.commons.math3.analysis.differentiation.MultivariateDifferentiableVectorFunction;
import org.apache.commons.math3.analysis.differentiation.UnivariateDifferentiableFunction;
import org.apache.commons.math3.analysis.function.Sigmoid;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.apache.commons.math3.util.Pair;
import org.junit.jupiter.api.Test;

class CommonsMathTest {

    private static final double[] X = {-0.7, 1.3};

    private final MultivariateFunction f = x -> x[0] * x[0] * x[1];
    private final MultivariateVectorFunction gradient = x -> new double[] {2 * x[0] * x[1], x[0] * x[0]};
    private final MultivariateVectorFunction wrongGradient = x -> new double[] {2 * x[0] * x[1], 2 * x[0]};

    private final MultivariateVectorFunction g = x -> new double[] {x[0] * Math.sin(x[1]), Math.exp(x[0]), x[1]};
    private final MultivariateMatrixFunction jacobian =
            x -> new double[][] {{Math.sin(x[1]), x[0] * Math.cos(x[1])}, {Math.exp(x[0]), 0}, {0, 1}};
    private final MultivariateMatrixFunction transposed =
            x -> new double[][] {{Math.sin(x[1]), Math.exp(x[0]), 0}, {x[0] * Math.cos(x[1]), 0, 1}};

    @Test
    void gradients() {
        assertThatFunction(CommonsMath.check(f))
                .at(X)
                .hasGradient(CommonsMathDerivatives.gradient(gradient))
                .hasWrongGradient(CommonsMathDerivatives.gradient(wrongGradient));
        assertThatFunction(CommonsMath.check(new ObjectiveFunction(f)))
                .at(X)
                .hasGradient(CommonsMathDerivatives.gradient(new ObjectiveFunctionGradient(gradient)))
                .hasWrongGradient(CommonsMathDerivatives.gradient(new ObjectiveFunctionGradient(wrongGradient)));
    }

    @Test
    void failureNamesTheWrongEntry() {
        String message = String.valueOf(catchThrowable(() -> assertThatFunction(CommonsMath.check(f))
                        .named("scale", "shift")
                        .at(X)
                        .hasGradient(CommonsMathDerivatives.gradient(wrongGradient)))
                .getMessage());

        assertThat(message)
                .contains("  where        wrong in shift alone, -1.4 instead of 0.49; the other entry agrees\n")
                .contains("  point        scale -0.7, shift 1.3\n");
    }

    @Test
    void jacobians() {
        assertThatFunction(CommonsMath.check(g))
                .at(X)
                .hasJacobian(CommonsMathDerivatives.jacobian(jacobian))
                .hasWrongJacobian(CommonsMathDerivatives.jacobian(transposed));
        assertThat(CommonsMath.check(g)
                        .at(X)
                        .jacobian(CommonsMathDerivatives.jacobian(transposed))
                        .run()
                        .verdict()
                        .text())
                .endsWith("returned a 2×3 Jacobian where 3×2 is expected (outputs × inputs); is it transposed?");
    }

    private static MultivariateJacobianFunction model(double factor) {
        return new MultivariateJacobianFunction() {
            @Override
            public Pair<RealVector, RealMatrix> value(RealVector p) {
                double a = p.getEntry(0);
                double b = p.getEntry(1);
                return new Pair<>(
                        new ArrayRealVector(new double[] {a * b, Math.exp(a), b}),
                        new Array2DRowRealMatrix(new double[][] {{b, factor * a}, {Math.exp(a), 0}, {0, 1}}));
            }
        };
    }

    @Test
    void modelWithValueAndJacobian() {
        assertThatFunction(CommonsMath.check(model(1)))
                .at(X)
                .hasJacobian(CommonsMathDerivatives.jacobian(model(1)))
                .hasWrongJacobian(CommonsMathDerivatives.jacobian(model(2)));
        assertThat(CommonsMath.check(g)
                        .at(X)
                        .valueAndJacobian(CommonsMathDerivatives.valueAndJacobian(model(1)))
                        .run()
                        .isRefuted())
                .isTrue();
    }

    @Test
    void modelThatChangesItsParametersIsFoundOut() {
        MultivariateJacobianFunction changing = p -> {
            p.setEntry(0, 3);
            return model(1).value(p);
        };

        assertThat(CommonsMath.check(changing)
                        .at(X)
                        .jacobian(CommonsMathDerivatives.jacobian(changing))
                        .run()
                        .verdict()
                        .text())
                .contains("changed its argument");
    }

    /** sin x, composed with a derivative that is the given multiple of the right one. */
    private record Sine(double factor) implements UnivariateDifferentiableFunction {
        @Override
        public double value(double x) {
            return Math.sin(x);
        }

        @Override
        public DerivativeStructure value(DerivativeStructure x) {
            return x.compose(Math.sin(x.getValue()), factor * Math.cos(x.getValue()));
        }
    }

    /** x₀² sin x₁, likewise. */
    private record SquareSine(double factor) implements MultivariateDifferentiableFunction {
        @Override
        public double value(double[] x) {
            return x[0] * x[0] * Math.sin(x[1]);
        }

        @Override
        public DerivativeStructure value(DerivativeStructure[] x) {
            double y = x[1].getValue();
            DerivativeStructure sine = x[1].getOrder() == 1
                    ? x[1].compose(Math.sin(y), factor * Math.cos(y))
                    : x[1].compose(Math.sin(y), factor * Math.cos(y), -factor * Math.sin(y));
            return x[0].multiply(x[0]).multiply(sine);
        }
    }

    private record Both(double factor) implements MultivariateDifferentiableVectorFunction {
        @Override
        public double[] value(double[] x) {
            return new double[] {x[0] + x[1], new SquareSine(1).value(x)};
        }

        @Override
        public DerivativeStructure[] value(DerivativeStructure[] x) {
            return new DerivativeStructure[] {x[0].add(x[1]), new SquareSine(factor).value(x)};
        }
    }

    @Test
    void derivativeStructures() {
        assertThatUnivariateFunction(CommonsMath.check(new Sine(1)))
                .at(0.7)
                .hasDerivative(CommonsMathDerivatives.derivative(new Sine(1)))
                .hasWrongDerivative(CommonsMathDerivatives.derivative(new Sine(2)));
        assertThatFunction(CommonsMath.check((MultivariateFunction) new SquareSine(1)))
                .at(X)
                .hasGradient(CommonsMathDerivatives.gradient(new SquareSine(1)))
                .hasHessian(CommonsMathDerivatives.hessian(new SquareSine(1)))
                .hasWrongGradient(CommonsMathDerivatives.gradient(new SquareSine(2)))
                .hasWrongHessian(CommonsMathDerivatives.hessian(new SquareSine(2)));
        assertThatFunction(CommonsMath.check((MultivariateVectorFunction) new Both(1)))
                .at(X)
                .hasJacobian(CommonsMathDerivatives.jacobian(new Both(1)))
                .hasWrongJacobian(CommonsMathDerivatives.jacobian(new Both(2)));
    }

    @Test
    void functionOfTheLibraryItselfIsRight() {
        assertThatUnivariateFunction(CommonsMath.check(new Sigmoid()))
                .at(0.3)
                .hasDerivative(CommonsMathDerivatives.derivative(new Sigmoid()));
    }
}
