package org.gradcheck.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatScalarFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatVectorFunction;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.derivative.Valued;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

/** Assertions on second derivatives and on linear operators. f(x) = x₀²x₁, A the matrix with rows (1, 2), (0, 3), (−1, 0). */
class OperatorAssertTest {

    private static final double[] X = {1.2, -0.7};

    private static FunctionAssert<double[], Double> f() {
        return assertThatScalarFunction(x -> x[0] * x[0] * x[1]).at(X);
    }

    private static double[] gradient(double[] x) {
        return new double[] {2 * x[0] * x[1], x[0] * x[0]};
    }

    private static double[][] rows(double[] x) {
        return new double[][] {{2 * x[1], 2 * x[0]}, {2 * x[0], 0}};
    }

    private static double[] product(double[] x, double[] v) {
        return new double[] {2 * x[1] * v[0] + 2 * x[0] * v[1], 2 * x[0] * v[0]};
    }

    private static double form(double[] x, double[] u, double[] v) {
        double[] product = product(x, v);
        return u[0] * product[0] + u[1] * product[1];
    }

    private static double[] multiply(double[] v) {
        return new double[] {v[0] + 2 * v[1], 3 * v[1], -v[0]};
    }

    private static double[] multiplyTransposed(double[] w) {
        return new double[] {w[0] - w[2], 2 * w[0] + 3 * w[1]};
    }

    private static AssertionError failure(ThrowingCallable assertion) {
        return assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion)
                .actual();
    }

    @Test
    void secondDerivativesPassInAllForms() {
        f().hasHessian(x -> new DMatrixRMaj(rows(x)));
        f().hasGradient(OperatorAssertTest::gradient)
                .hasHessianRows(OperatorAssertTest::rows)
                .hasHessianVectorProduct(OperatorAssertTest::product)
                .hasBilinearForm(OperatorAssertTest::form);
    }

    @Test
    void wrongSecondDerivativesFailAndCanBeExpected() {
        failure(() -> f().hasHessianRows(x -> new double[][] {{2 * x[1], 2 * x[0]}, {0, 0}}));
        failure(() -> f().hasHessianVectorProduct((x, v) -> new double[] {2 * x[1] * v[0], 2 * x[0] * v[0]}));
        failure(() -> f().hasBilinearForm((x, u, v) -> 2 * form(x, u, v)));
        f().hasWrongHessian(x -> new DMatrixRMaj(2, 2))
                .hasWrongHessianRows(x -> new double[2][2])
                .hasWrongHessianVectorProduct((x, v) -> v)
                .hasWrongBilinearForm((x, u, v) -> 2 * form(x, u, v));
        failure(() -> f().hasWrongHessianRows(OperatorAssertTest::rows));
        failure(() -> f().hasWrongHessian(x -> new DMatrixRMaj(rows(x))));
        failure(() -> f().hasWrongHessianVectorProduct(OperatorAssertTest::product));
        failure(() -> f().hasWrongBilinearForm(OperatorAssertTest::form));
    }

    @Test
    void formsNamedBeforeAreCompared() {
        // 2·tangent part of one row is put on the other side: right where the tangents are equal.
        assertThat(failure(() -> f().hasHessianRows(OperatorAssertTest::rows)
                        .hasBilinearForm((x, u, v) -> 2 * x[1] * u[0] * v[0] + 4 * x[0] * u[0] * v[1])))
                .hasMessageContaining("Expecting f to have the supplied bilinear form")
                .hasMessageContaining("the supplied forms contradict each other")
                .hasMessageContaining("the bilinear form is not symmetric");
    }

    @Test
    void anotherPointBeginsAnew() {
        FunctionAssert<double[], Double> wrongLater = f();
        failure(() -> wrongLater.hasHessianRows(x -> new double[2][2]));

        wrongLater.at(new double[] {1, 1}).hasHessianRows(OperatorAssertTest::rows);
    }

    @Test
    void aCallWithValueAndGradientIsBothChecked() {
        f().hasValueAndGradient(x -> new Valued<>(x[0] * x[0] * x[1], gradient(x)));

        assertThat(failure(() -> f().hasValueAndGradient(x -> new Valued<>(0.5, gradient(x)))))
                .hasMessageContaining("Expecting f to have the supplied value and gradient,"
                        + " but the gradient call returns another value than f");
    }

    @Test
    void linearOperatorsAndTheirAdjoints() {
        assertThatVectorFunction(OperatorAssertTest::multiply)
                .at(X)
                .isLinear()
                .isAdjointTo(OperatorAssertTest::multiplyTransposed);

        assertThat(failure(() -> assertThatVectorFunction(v -> new double[] {v[0] + 1, v[1]})
                        .at(X)
                        .isLinear()))
                .hasMessageContaining("Expecting f to be linear, but")
                .hasMessageContaining("the JVP is not linear");
        assertThat(failure(() -> assertThatVectorFunction(OperatorAssertTest::multiply)
                        .at(X)
                        .isAdjointTo(w -> new double[] {w[0] + w[2], 2 * w[0] + 3 * w[1]})))
                .hasMessageContaining("Expecting f to be adjoint to the supplied operator, but")
                .hasMessageContaining("JVP and VJP are not adjoint");
    }

    @Test
    void anotherInnerProductAsksForAnotherGradient() {
        double[] weights = {2, 5};
        f().on(Spaces.weighted(Spaces.vector(2), weights))
                .hasGradient(x -> new double[] {gradient(x)[0] / 2, gradient(x)[1] / 5})
                .hasHessianVectorProduct((x, v) -> new double[] {product(x, v)[0] / 2, product(x, v)[1] / 5})
                .hasWrongGradient(OperatorAssertTest::gradient);
    }
}
