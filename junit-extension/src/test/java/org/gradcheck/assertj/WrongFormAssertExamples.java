package org.gradcheck.assertj;

import static org.gradcheck.assertj.DerivativeAssertions.assertThatScalarFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatVectorFunction;

import org.ejml.data.DMatrixRMaj;

/** The examples in the Javadoc of {@link WrongFormAssert}, to the letter; {@link JavadocExamplesTest} runs and compares them. */
final class WrongFormAssertExamples {

    void hasWrongGradient1Passes() {
        // assertion will pass: a factor 2 is missing
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasWrongGradient(x -> new double[] {x[0] * x[1], x[0] * x[0]});
    }

    void hasWrongGradient1Fails() {
        // assertion will fail: the gradient is right
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasWrongGradient(x -> new double[] {2 * x[0] * x[1], x[0] * x[0]});
    }

    void hasWrongJvp1Passes() {
        // assertion will pass: a term is missing
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], x[1]})
                .at(new double[] {1, -2})
                .hasWrongJvp((x, v) -> new double[] {x[1] * v[0], v[1]});
    }

    void hasWrongJvp1Fails() {
        // assertion will fail: the pushforward is right
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], x[1]})
                .at(new double[] {1, -2})
                .hasWrongJvp((x, v) -> new double[] {x[1] * v[0] + x[0] * v[1], v[1]});
    }

    void hasWrongVjp1Passes() {
        // assertion will pass: this is the pushforward
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], x[1]})
                .at(new double[] {1, -2})
                .hasWrongVjp((x, w) -> new double[] {x[1] * w[0] + x[0] * w[1], w[1]});
    }

    void hasWrongVjp1Fails() {
        // assertion will fail: the pullback is right
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], x[1]})
                .at(new double[] {1, -2})
                .hasWrongVjp((x, w) -> new double[] {x[1] * w[0], x[0] * w[0] + w[1]});
    }

    void hasWrongJacobian1Passes() {
        // assertion will pass: it is transposed
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], x[1]})
                .at(new double[] {1, -2})
                .hasWrongJacobian(x -> new DMatrixRMaj(new double[][] {{x[1], 0}, {x[0], 1}}));
    }

    void hasWrongJacobian1Fails() {
        // assertion will fail: the Jacobian is right
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], x[1]})
                .at(new double[] {1, -2})
                .hasWrongJacobian(x -> new DMatrixRMaj(new double[][] {{x[1], x[0]}, {0, 1}}));
    }

    void hasWrongJacobianRows1Passes() {
        // assertion will pass: it is transposed
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], x[1]})
                .at(new double[] {1, -2})
                .hasWrongJacobianRows(x -> new double[][] {{x[1], 0}, {x[0], 1}});
    }

    void hasWrongJacobianRows1Fails() {
        // assertion will fail: the Jacobian is right
        assertThatVectorFunction(x -> new double[] {x[0] * x[1], x[1]})
                .at(new double[] {1, -2})
                .hasWrongJacobianRows(x -> new double[][] {{x[1], x[0]}, {0, 1}});
    }

    void hasWrongHessian1Passes() {
        // assertion will pass: nothing but zeros
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasWrongHessian(x -> new DMatrixRMaj(2, 2));
    }

    void hasWrongHessian1Fails() {
        // assertion will fail: the Hessian is right
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasWrongHessian(x -> new DMatrixRMaj(new double[][] {{2 * x[1], 2 * x[0]}, {2 * x[0], 0}}));
    }

    void hasWrongHessianRows1Passes() {
        // assertion will pass: nothing but zeros
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasWrongHessianRows(x -> new double[2][2]);
    }

    void hasWrongHessianRows1Fails() {
        // assertion will fail: the Hessian is right
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasWrongHessianRows(x -> new double[][] {{2 * x[1], 2 * x[0]}, {2 * x[0], 0}});
    }

    void hasWrongHessianVectorProduct1Passes() {
        // assertion will pass: the product with another matrix
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasWrongHessianVectorProduct((x, v) -> v);
    }

    void hasWrongHessianVectorProduct1Fails() {
        // assertion will fail: the product is right
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasWrongHessianVectorProduct(
                        (x, v) -> new double[] {2 * x[1] * v[0] + 2 * x[0] * v[1], 2 * x[0] * v[0]});
    }

    void hasWrongBilinearForm1Passes() {
        // assertion will pass: only one of two mixed terms
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasWrongBilinearForm((x, u, v) -> 2 * x[1] * u[0] * v[0] + 2 * x[0] * u[0] * v[1]);
    }

    void hasWrongBilinearForm1Fails() {
        // assertion will fail: the form is right
        assertThatScalarFunction(x -> x[0] * x[0] * x[1])
                .at(new double[] {1, -2})
                .hasWrongBilinearForm((x, u, v) -> 2 * x[1] * u[0] * v[0] + 2 * x[0] * (u[0] * v[1] + u[1] * v[0]));
    }
}
