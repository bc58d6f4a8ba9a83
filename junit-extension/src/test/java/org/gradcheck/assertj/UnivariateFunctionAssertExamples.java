package org.gradcheck.assertj;

import static org.gradcheck.assertj.DerivativeAssertions.assertThatFunction;

import org.gradcheck.complex.Complex;

/** The examples in the Javadoc of {@link UnivariateFunctionAssert}, to the letter; {@link JavadocExamplesTest} runs and compares them. */
final class UnivariateFunctionAssertExamples {

    void at1Passes() {
        // assertion will pass
        assertThatFunction(Math::sin).at(0.5, 1, -3).hasDerivative(Math::cos);
    }

    void at1Fails() {
        // assertion will fail: at the last point the derivative is -1
        assertThatFunction((double x) -> Math.abs(x)).at(0.5, 1, -3).hasDerivative(x -> 1);
    }

    void hasDerivative1Passes() {
        // assertion will pass
        assertThatFunction(Math::sin).at(0.5).hasDerivative(Math::cos);
    }

    void hasDerivative1Fails() {
        // assertion will fail: the sign is wrong
        assertThatFunction(Math::cos).at(0.5).hasDerivative(Math::sin);
    }

    void hasSecondDerivative1Passes() {
        // assertion will pass
        assertThatFunction(Math::sin).at(0.5).hasDerivative(Math::cos).hasSecondDerivative(x -> -Math.sin(x));
    }

    void hasSecondDerivative1Fails() {
        // assertion will fail: the sign is wrong
        assertThatFunction(Math::sin).at(0.5).hasSecondDerivative(Math::sin);
    }

    void hasWrongDerivative1Passes() {
        // assertion will pass
        assertThatFunction(Math::sin).at(0.5).hasWrongDerivative(Math::sin);
    }

    void hasWrongDerivative1Fails() {
        // assertion will fail: the derivative is right
        assertThatFunction(Math::sin).at(0.5).hasWrongDerivative(Math::cos);
    }

    void hasWrongSecondDerivative1Passes() {
        // assertion will pass
        assertThatFunction(Math::sin).at(0.5).hasWrongSecondDerivative(Math::cos);
    }

    void hasWrongSecondDerivative1Fails() {
        // assertion will fail: the second derivative is right
        assertThatFunction(Math::sin).at(0.5).hasWrongSecondDerivative(x -> -Math.sin(x));
    }

    void hasComplexTwin1Passes() {
        // assertion will pass
        assertThatFunction(Math::tanh).at(0.5).hasComplexTwin(Complex::tanh);
    }

    void hasComplexTwin1Fails() {
        // assertion will fail: the twin is of another function
        assertThatFunction(Math::tanh).at(0.5).hasComplexTwin(Complex::tan);
    }
}
