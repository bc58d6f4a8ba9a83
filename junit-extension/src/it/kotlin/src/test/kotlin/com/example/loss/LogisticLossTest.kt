package com.example.loss

import org.gradcheck.assertj.DerivativeAssertions.assertThatFunction
import org.gradcheck.assertj.DerivativeAssertions.assertThatScalarFunction
import org.gradcheck.assertj.DerivativeAssertions.assertThatUnivariateFunction
import org.gradcheck.assertj.DerivativeAssertions.assertThatVectorFunction
import org.gradcheck.junit.DerivativeTest
import org.gradcheck.junit.GradientChecker
import org.gradcheck.junit.Point
import org.junit.jupiter.api.Test
import kotlin.math.exp

class LogisticLossTest {

    private val loss = LogisticLoss.ofFourSamples()

    @DerivativeTest
    fun gradient(@Point(dimension = 3) w: DoubleArray, check: GradientChecker) {
        check.that(loss::value).hasGradient(loss::gradient)
    }

    @Test
    fun `margins at a point`() {
        assertThatVectorFunction(loss::margins)
            .at(doubleArrayOf(0.5, -1.0, 0.25))
            .hasJvp(loss::marginsJvp)
            .hasVjp(loss::marginsVjp)
    }

    @Test
    fun lambdas() {
        assertThatScalarFunction { x -> x[0] * x[0] * x[1] }
            .atRandomPoints(3, 2)
            .hasGradient { x -> doubleArrayOf(2 * x[0] * x[1], x[0] * x[0]) }
        assertThatUnivariateFunction { t -> 1 / (1 + exp(-t)) }
            .at(0.3)
            .hasDerivative { t -> 1 / (2 + exp(t) + exp(-t)) }
    }

    @Test
    fun `function references tell which kind of function they are`() {
        assertThatFunction(loss::value).at(doubleArrayOf(1.0, -1.0, 2.0)).hasWrongGradient(loss::gradientWithoutRidge)
        assertThatFunction(loss::margins).at(doubleArrayOf(1.0, -1.0, 2.0)).hasJvp(loss::marginsJvp)
        assertThatFunction(::exp).at(0.5).hasDerivative(::exp)
    }
}
