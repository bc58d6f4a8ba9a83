package com.example.loss

import org.gradcheck.assertj.DerivativeAssertions.assertThatFunction
import org.gradcheck.junit.DerivativeTest
import org.gradcheck.junit.GradientChecker
import org.gradcheck.junit.Point
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import kotlin.math.sqrt

/** A test that compares norms, as it is written by hand, and what takes its place. */
class MigratingTest {

    private fun assertGradient(f: (DoubleArray) -> Double, gradient: (DoubleArray) -> DoubleArray, x: DoubleArray) {
        val eps = 1e-6
        val differences = DoubleArray(x.size) { i ->
            val moved = x.copyOf().also { it[i] += eps }
            (f(moved) - f(x)) / eps
        }
        val g = gradient(x)
        val error = sqrt(g.indices.sumOf { (g[it] - differences[it]) * (g[it] - differences[it]) })
        assertTrue(error / sqrt(g.sumOf { it * it }) < 1e-3)
    }

    @DerivativeTest
    fun gradient(@Point(dimension = 2) x: DoubleArray, check: GradientChecker) {
        check.that(::cost).hasGradient(::costGradient)
    }

    @Test
    fun `what the norm hides`() {
        val x = doubleArrayOf(1.0, -2.0)
        assertGradient(::cost, ::costGradient, x)

        assertGradient(::cost, ::costGradientWithWrongSign, x)
        assertThatFunction(::cost).at(x).hasWrongGradient(::costGradientWithWrongSign)
    }

    @Test
    fun `what the quotient spoils`() {
        val minimum = doubleArrayOf(0.0, 0.0)

        assertThrows<AssertionError> { assertGradient(::cost, ::costGradient, minimum) }
        assertThatFunction(::cost).at(minimum).hasGradient(::costGradient)
    }
}

fun cost(x: DoubleArray): Double = 1000 * x[0] * x[0] + 0.01 * x[1] * x[1]

fun costGradient(x: DoubleArray) = doubleArrayOf(2000 * x[0], 0.02 * x[1])

fun costGradientWithWrongSign(x: DoubleArray) = doubleArrayOf(2000 * x[0], -0.02 * x[1])
