package org.gradcheck.assertj;

import static org.gradcheck.assertj.DerivativeAssertions.assertThatFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatScalarFunction;

import java.util.List;
import org.gradcheck.complex.Complex;
import org.gradcheck.complex.ComplexTwin;

/** The examples in the Javadoc of {@link AbstractFunctionAssert}, to the letter; {@link JavadocExamplesTest} runs and compares them. */
final class AbstractFunctionAssertExamples {

    void atPoints1Passes() {
        // assertion will pass
        assertThatScalarFunction(x -> x[0] * x[1])
                .atPoints(List.of(new double[] {1, -2}, new double[] {3, 0.5}))
                .hasGradient(x -> new double[] {x[1], x[0]});
    }

    void atPoints1Fails() {
        // assertion will fail: at the second point the derivative is 1
        assertThatFunction((double x) -> Math.abs(x))
                .atPoints(List.of(-1.0, 2.0))
                .hasDerivative(x -> -1);
    }

    void atRandomPoints1Passes() {
        // assertion will pass
        assertThatFunction(Math::exp).atRandomPoints(3).hasDerivative(Math::exp);
    }

    void atRandomPoints1Fails() {
        // assertion will fail: not at negative points
        assertThatFunction((double x) -> Math.abs(x)).atRandomPoints(3).hasDerivative(x -> 1);
    }

    void isDifferentiable1Passes() {
        // assertion will pass
        assertThatScalarFunction(x -> Math.hypot(x[0], x[1]))
                .at(new double[] {3, 4})
                .isDifferentiable();
    }

    void isDifferentiable1Fails() {
        // assertion will fail: a norm has a kink at zero
        assertThatScalarFunction(x -> Math.hypot(x[0], x[1]))
                .at(new double[] {0, 0})
                .isDifferentiable();
    }

    void isNotDifferentiable1Passes() {
        // assertions will pass
        assertThatFunction((double x) -> Math.max(0, x)).at(0).isNotDifferentiable();
        assertThatFunction(Math::cbrt).at(0).isNotDifferentiable();
    }

    void isNotDifferentiable1Fails() {
        // assertion will fail: beside the kink there is a derivative
        assertThatFunction((double x) -> Math.max(0, x)).at(1).isNotDifferentiable();
    }

    void hasComplexTwin1Passes() {
        // assertion will pass
        assertThatScalarFunction(x -> Math.exp(x[0]) * x[1])
                .at(new double[] {1, -2})
                .hasComplexTwin(ComplexTwin.ofScalar(z -> z.get(0).exp().times(z.get(1))));
    }

    void hasComplexTwin1Fails() {
        // assertion will fail: the twin takes a modulus, which is not analytic
        assertThatScalarFunction(x -> x[0] * x[0])
                .at(new double[] {1})
                .hasComplexTwin(ComplexTwin.ofScalar(z ->
                        Complex.of(Math.hypot(z.get(0).re(), z.get(0).im())).square()));
    }
}
