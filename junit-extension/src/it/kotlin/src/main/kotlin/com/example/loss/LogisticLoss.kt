package com.example.loss

import kotlin.math.exp
import kotlin.math.ln

class LogisticLoss(private val samples: Array<DoubleArray>, private val labels: DoubleArray, private val ridge: Double) {

    fun value(w: DoubleArray): Double =
        margins(w).sumOf { ln(1 + exp(-it)) } + 0.5 * ridge * w.sumOf { it * it }

    fun gradient(w: DoubleArray): DoubleArray {
        val margins = margins(w)
        return DoubleArray(w.size) { j ->
            ridge * w[j] - labels.indices.sumOf { labels[it] * samples[it][j] / (1 + exp(margins[it])) }
        }
    }

    fun gradientWithoutRidge(w: DoubleArray): DoubleArray {
        val g = gradient(w)
        return DoubleArray(w.size) { g[it] - ridge * w[it] }
    }

    fun margins(w: DoubleArray): DoubleArray =
        DoubleArray(labels.size) { i -> labels[i] * w.indices.sumOf { samples[i][it] * w[it] } }

    fun marginsJvp(w: DoubleArray, dw: DoubleArray): DoubleArray {
        check(w.size == dw.size)
        return margins(dw)
    }

    fun marginsVjp(w: DoubleArray, cotangent: DoubleArray): DoubleArray =
        DoubleArray(w.size) { j -> labels.indices.sumOf { cotangent[it] * labels[it] * samples[it][j] } }

    companion object {
        fun ofFourSamples() =
            LogisticLoss(
                arrayOf(
                    doubleArrayOf(5.1, 3.5, 1.4),
                    doubleArrayOf(4.9, 3.0, 1.3),
                    doubleArrayOf(7.0, 3.2, 4.7),
                    doubleArrayOf(6.4, 2.9, 4.3),
                ),
                doubleArrayOf(-1.0, -1.0, 1.0, 1.0),
                0.1,
            )
    }
}
