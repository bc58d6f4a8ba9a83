package org.gradcheck.assertj;

import static org.gradcheck.assertj.DerivativeAssertions.assertThatFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatScalarFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatScalarFunctionOfMatrix;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatVectorFunction;
import static org.gradcheck.assertj.Stages.ones;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.chain.DerivativeChain;
import org.gradcheck.chain.Link;
import org.gradcheck.complex.ComplexArray;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.derivative.Valued;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.Spaces;

/** The examples in the Javadoc of {@link FunctionAssert}, to the letter; {@link JavadocExamplesTest} runs and compares them. */
final class FunctionAssertExamples {

    void at1Passes() {
        // assertion will pass
        assertThatScalarFunction(x -> Math.abs(x[0])).at(new double[] {2}).hasGradient(x -> new double[] {1});
    }

    void at1Fails() {
        // assertion will fail: there is a kink at this point
        assertThatScalarFunction(x -> Math.abs(x[0])).at(new double[] {0}).hasGradient(x -> new double[] {1});
    }

    void atRandomPoints1Passes() {
        // assertion will pass
        assertThatScalarFunction(x -> x[0] * x[1]).atRandomPoints(3, 2).hasGradient(x -> new double[] {x[1], x[0]});
    }

    void atRandomPoints1Fails() {
        // assertion will fail: right for positive numbers only
        assertThatScalarFunction(x -> Math.abs(x[0]) * x[1])
                .withSeed(42)
                .atRandomPoints(3, 2)
                .hasGradient(x -> new double[] {x[1], x[0]});
    }

    void atRandomPoints2Passes() {
        // assertion will pass
        assertThatScalarFunctionOfMatrix(CommonOps_DDRM::elementSum)
                .atRandomPoints(3, 2, 4)
                .hasGradient(x -> ones(2, 4));
    }

    void atRandomPoints2Fails() {
        // assertion will fail: the gradient has another shape
        assertThatScalarFunctionOfMatrix(CommonOps_DDRM::elementSum)
                .atRandomPoints(3, 2, 4)
                .hasGradient(x -> ones(4, 2));
    }

    void on1Passes() {
        // assertion will pass: on the sphere the radial part of a gradient does not count
        assertThatScalarFunction(x -> x[2])
                .on(Manifolds.sphere(3))
                .at(new double[] {0.6, 0, 0.8})
                .hasGradient(x -> new double[] {5 * x[0], 5 * x[1], 5 * x[2] + 1});
    }

    void on1Fails() {
        // assertion will fail: with weights 2 and 4 the gradient is another
        assertThatScalarFunction(x -> x[0] + x[1])
                .on(Spaces.weighted(Spaces.vector(2), new double[] {2, 4}))
                .at(new double[] {1, -2})
                .hasGradient(x -> new double[] {1, 1});
    }

    void along1Passes() {
        // assertion will pass: the second entry is not looked at
        assertThatScalarFunction(x -> x[0] * x[1])
                .at(new double[] {1, -2})
                .along(new double[] {1, 0})
                .hasGradient(x -> new double[] {x[1], 0});
    }

    void along1Fails() {
        // assertion will fail
        assertThatScalarFunction(x -> x[0] * x[1])
                .at(new double[] {1, -2})
                .along(new double[] {0, 1})
                .hasGradient(x -> new double[] {x[1], 0});
    }

    void hasGradient1Passes() {
        // assertion will pass
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasGradient(x -> new double[] {2 * x[0] * x[1], x[0] * x[0]});
    }

    void hasGradient1Fails() {
        // assertion will fail: a factor 2 is missing
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasGradient(x -> new double[] {x[0] * x[1], x[0] * x[0]});
    }

    void hasGradient2Passes() {
        // assertion will pass: each pair of off-diagonal entries is one parameter, and counts twice
        assertThatFunction(Spaces.symmetric(2), Spaces.scalar(), CommonOps_DDRM::elementSum)
                .at(new DMatrixRMaj(new double[][] {{2, 1}, {1, 3}}))
                .hasGradient(x -> new DMatrixRMaj(new double[][] {{1, 2}, {2, 1}}), GradientConvention.INDEPENDENT);
    }

    void hasGradient2Fails() {
        // assertion will fail: that is the gradient for pairing with symmetric matrices
        assertThatFunction(Spaces.symmetric(2), Spaces.scalar(), CommonOps_DDRM::elementSum)
                .at(new DMatrixRMaj(new double[][] {{2, 1}, {1, 3}}))
                .hasGradient(x -> ones(2, 2), GradientConvention.INDEPENDENT);
    }

    void hasValueAndGradient1Passes() {
        // assertion will pass
        assertThatScalarFunction(x -> x[0] * x[1])
                .at(new double[] {1, -2})
                .hasValueAndGradient(x -> new Valued<>(x[0] * x[1], new double[] {x[1], x[0]}));
    }

    void hasValueAndGradient1Fails() {
        // assertion will fail: the value is another
        assertThatScalarFunction(x -> x[0] * x[1])
                .at(new double[] {1, -2})
                .hasValueAndGradient(x -> new Valued<>(x[0] + x[1], new double[] {x[1], x[0]}));
    }

    void hasJvp1Passes() {
        // assertion will pass
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], x[1]})
                .at(new double[] {1, -2})
                .hasJvp((x, v) -> new double[] {x[1] * v[0] + x[0] * v[1], v[1]});
    }

    void hasJvp1Fails() {
        // assertion will fail: a term is missing
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], x[1]})
                .at(new double[] {1, -2})
                .hasJvp((x, v) -> new double[] {x[1] * v[0], v[1]});
    }

    void hasVjp1Passes() {
        // assertion will pass
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], x[1]})
                .at(new double[] {1, -2})
                .hasVjp((x, w) -> new double[] {x[1] * w[0], x[0] * w[0] + w[1]});
    }

    void hasVjp1Fails() {
        // assertion will fail: it is not transposed
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], x[1]})
                .at(new double[] {1, -2})
                .hasVjp((x, w) -> new double[] {x[1] * w[0] + x[0] * w[1], w[1]});
    }

    void hasJacobian1Passes() {
        // assertion will pass
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], x[1]})
                .at(new double[] {1, -2})
                .hasJacobian(x -> new DMatrixRMaj(new double[][] {{x[1], x[0]}, {0, 1}}));
    }

    void hasJacobian1Fails() {
        // assertion will fail: it is transposed
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], x[1]})
                .at(new double[] {1, -2})
                .hasJacobian(x -> new DMatrixRMaj(new double[][] {{x[1], 0}, {x[0], 1}}));
    }

    void hasJacobianRows1Passes() {
        // assertion will pass
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], x[1]})
                .at(new double[] {1, -2})
                .hasJacobianRows(x -> new double[][] {{x[1], x[0]}, {0, 1}});
    }

    void hasJacobianRows1Fails() {
        // assertion will fail: it is transposed
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], x[1]})
                .at(new double[] {1, -2})
                .hasJacobianRows(x -> new double[][] {{x[1], 0}, {x[0], 1}});
    }

    void hasHessian1Passes() {
        // assertion will pass
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasHessian(x -> new DMatrixRMaj(new double[][] {{2 * x[1], 2 * x[0]}, {2 * x[0], 0}}));
    }

    void hasHessian1Fails() {
        // assertion will fail: the mixed derivatives are missing
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasHessian(x -> new DMatrixRMaj(new double[][] {{2 * x[1], 0}, {0, 0}}));
    }

    void hasHessianRows1Passes() {
        // assertion will pass
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasHessianRows(x -> new double[][] {{2 * x[1], 2 * x[0]}, {2 * x[0], 0}});
    }

    void hasHessianRows1Fails() {
        // assertion will fail: it is not symmetric
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasHessianRows(x -> new double[][] {{2 * x[1], 4 * x[0]}, {0, 0}});
    }

    void hasHessianVectorProduct1Passes() {
        // assertion will pass
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasHessianVectorProduct((x, v) -> new double[] {2 * x[1] * v[0] + 2 * x[0] * v[1], 2 * x[0] * v[0]});
    }

    void hasHessianVectorProduct1Fails() {
        // assertion will fail: a term is missing
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasHessianVectorProduct((x, v) -> new double[] {2 * x[1] * v[0], 2 * x[0] * v[0]});
    }

    void hasBilinearForm1Passes() {
        // assertion will pass
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasBilinearForm((x, u, v) -> 2 * x[1] * u[0] * v[0] + 2 * x[0] * (u[0] * v[1] + u[1] * v[0]));
    }

    void hasBilinearForm1Fails() {
        // assertion will fail: only one of two mixed terms
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasBilinearForm((x, u, v) -> 2 * x[1] * u[0] * v[0] + 2 * x[0] * u[0] * v[1]);
    }

    void isLinear1Passes() {
        // assertion will pass
        assertThatVectorFunction(v -> new double[] {v[0] + 2 * v[1], 3 * v[1]})
                .at(new double[] {1, -2})
                .isLinear();
    }

    void isLinear1Fails() {
        // assertion will fail: a constant is added
        assertThatVectorFunction(v -> new double[] {v[0] + 2 * v[1], 3 * v[1] + 1})
                .at(new double[] {1, -2})
                .isLinear();
    }

    void isAdjointTo1Passes() {
        // assertion will pass
        assertThatVectorFunction(v -> new double[] {v[0] + 2 * v[1], 3 * v[1]})
                .at(new double[] {1, -2})
                .isAdjointTo(w -> new double[] {w[0], 2 * w[0] + 3 * w[1]});
    }

    void isAdjointTo1Fails() {
        // assertion will fail: no operator but a symmetric one is adjoint to itself
        assertThatVectorFunction(v -> new double[] {v[0] + 2 * v[1], 3 * v[1]})
                .at(new double[] {1, -2})
                .isAdjointTo(w -> new double[] {w[0] + 2 * w[1], 3 * w[1]});
    }

    void isChainOf1Passes() {
        // assertion will pass
        assertThatScalarFunction(x -> Math.exp(2 * x[0]) + Math.exp(2 * x[1]))
                .at(new double[] {1, -2})
                .isChainOf(start -> start.then(
                                "double", Link.<double[]>vector(Stages::twice).vjp((x, w) -> Stages.twice(w)))
                        .then("exp", Link.<double[]>vector(Stages::exp).vjp((x, w) -> Stages.times(Stages.exp(x), w)))
                        .then("sum", Link.<double[]>scalar(Stages::sum).vjp((x, w) -> new double[] {w, w})));
    }

    void isChainOf1Fails() {
        // assertion will fail: the pullback of "double" lacks the 2
        assertThatScalarFunction(x -> Math.exp(2 * x[0]) + Math.exp(2 * x[1]))
                .at(new double[] {1, -2})
                .isChainOf(start -> start.then(
                                "double", Link.<double[]>vector(Stages::twice).vjp((x, w) -> w))
                        .then("exp", Link.<double[]>vector(Stages::exp).vjp((x, w) -> Stages.times(Stages.exp(x), w)))
                        .then("sum", Link.<double[]>scalar(Stages::sum).vjp((x, w) -> new double[] {w, w})));
    }

    void isChainOf2Passes() {
        // assertion will pass
        assertThatScalarFunction(x -> 2 * x[0] + 2 * x[1])
                .isChainOf(DerivativeChain.start(new double[] {1, -2})
                        .then("double", Link.<double[]>vector(Stages::twice).vjp((x, w) -> Stages.twice(w)))
                        .then("sum", Link.<double[]>scalar(Stages::sum).vjp((x, w) -> new double[] {w, w})));
    }

    void isChainOf2Fails() {
        // assertion will fail: every stage is right, and f is something else
        assertThatScalarFunction(x -> 2 * x[0] + 3 * x[1])
                .isChainOf(DerivativeChain.start(new double[] {1, -2})
                        .then("double", Link.<double[]>vector(Stages::twice).vjp((x, w) -> Stages.twice(w)))
                        .then("sum", Link.<double[]>scalar(Stages::sum).vjp((x, w) -> new double[] {w, w})));
    }

    void hasComplexTwin1Passes() {
        // assertion will pass
        assertThatScalarFunction(x -> Math.exp(x[0]) * x[1])
                .at(new double[] {1, -2})
                .hasComplexTwin(z -> z.get(0).exp().times(z.get(1)));
    }

    void hasComplexTwin1Fails() {
        // assertion will fail: the twin is of another function
        assertThatScalarFunction(x -> Math.exp(x[0]) * x[1])
                .at(new double[] {1, -2})
                .hasComplexTwin(z -> z.get(0).exp().plus(z.get(1)));
    }

    void hasComplexVectorTwin1Passes() {
        // assertion will pass
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], Math.sin(x[0])})
                .at(new double[] {1, -2})
                .hasComplexVectorTwin(
                        z -> ComplexArray.of(z.get(0).times(z.get(1)), z.get(0).sin()));
    }

    void hasComplexVectorTwin1Fails() {
        // assertion will fail: the second output is of another function
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], Math.sin(x[0])})
                .at(new double[] {1, -2})
                .hasComplexVectorTwin(
                        z -> ComplexArray.of(z.get(0).times(z.get(1)), z.get(0).cos()));
    }
}
