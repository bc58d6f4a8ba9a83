package com.example.loss

import org.gradcheck.junit.At
import org.gradcheck.junit.DerivativeTest
import org.gradcheck.junit.Differentiable
import org.gradcheck.junit.DifferentiableFunction
import org.gradcheck.junit.DifferentiableTests
import org.gradcheck.junit.GradientChecker
import org.gradcheck.junit.Point
import org.gradcheck.junit.Size
import kotlin.math.exp
import kotlin.math.ln
import kotlin.math.max

/** A record to Java, which a data class alone is not. */
@JvmRecord
data class Layer(val weights: DoubleArray, val bias: Double) {

    fun energy(): Double = weights.sumOf { it * it } * bias

    fun energyGradient(): Layer =
        Layer(DoubleArray(weights.size) { 2 * bias * weights[it] }, weights.sumOf { it * it })
}

class LayerTest : DifferentiableTests {

    @DerivativeTest
    fun energy(@Point(sizes = [Size(of = "weights", dimension = 3)]) layer: Layer, check: GradientChecker) {
        check.at(layer).thatScalar(Layer::energy).hasGradient(Layer::energyGradient)
    }

    @Differentiable
    fun softplus(): DifferentiableFunction =
        DifferentiableFunction.univariate { t -> ln(1 + exp(t)) }.derivative { t -> 1 / (1 + exp(-t)) }

    @Differentiable(except = [At(0.0)])
    fun relu(): DifferentiableFunction =
        DifferentiableFunction.univariate { t -> max(t, 0.0) }.derivative { t -> if (t > 0) 1.0 else 0.0 }
}
