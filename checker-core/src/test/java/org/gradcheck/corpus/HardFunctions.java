package org.gradcheck.corpus;

import static java.lang.Math.abs;
import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.max;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.tan;
import static org.gradcheck.corpus.CorpusCase.scalar;
import static org.gradcheck.corpus.Vectors.dot;
import static org.gradcheck.corpus.Vectors.map;
import static org.gradcheck.corpus.Vectors.sq;
import static org.gradcheck.corpus.Vectors.sum;
import static org.gradcheck.corpus.Vectors.vec;

import java.util.List;

/** Functions that defeat a fixed step and a fixed tolerance, all with a derivative at the point. */
final class HardFunctions {

    private HardFunctions() {}

    static List<CorpusCase> all() {
        return List.of(
                scalar(
                                "sizes 1e-8 to 1e8",
                                Category.SCALED,
                                vec(1e-8, 1, 1e8),
                                x -> sin(1e8 * x[0]) + x[1] * x[1] + cos(1e-8 * x[2]),
                                x -> vec(1e8 * cos(1e8 * x[0]), 2 * x[1], -1e-8 * sin(1e-8 * x[2])))
                        .wrong("unit conversion dropped", x -> vec(1e8 * cos(1e8 * x[0]), 2 * x[1], -sin(1e-8 * x[2]))),
                scalar(
                        "value of size 1e12",
                        Category.SCALED,
                        vec(0.7, -1.2),
                        x -> 1e12 * sin(x[0]) * x[1],
                        x -> vec(1e12 * cos(x[0]) * x[1], 1e12 * sin(x[0]))),
                scalar(
                        "value of size 1e-13",
                        Category.SCALED,
                        vec(0.7, -1.2),
                        x -> 1e-13 * sin(x[0]) * x[1],
                        x -> vec(1e-13 * cos(x[0]) * x[1], 1e-13 * sin(x[0]))),
                scalar(
                        "point of size 1e6",
                        Category.SCALED,
                        vec(1.1e6, -2.3e6),
                        x -> sin(1e-6 * x[0]) * x[1] * 1e-6,
                        x -> vec(1e-12 * cos(1e-6 * x[0]) * x[1], 1e-6 * sin(1e-6 * x[0]))),
                scalar(
                        "frequency 300",
                        Category.CURVED,
                        vec(0.7),
                        x -> sin(300 * x[0]),
                        x -> vec(300 * cos(300 * x[0]))),
                scalar(
                        "near the pole of tan",
                        Category.CURVED,
                        vec(Math.PI / 2 - 0.01),
                        x -> tan(x[0]),
                        x -> vec(1 / sq(cos(x[0])))),
                scalar(
                        "narrow bell",
                        Category.CURVED,
                        vec(0.0103),
                        x -> exp(-sq(x[0] / 0.01)),
                        x -> vec(-2 * x[0] / 1e-4 * exp(-sq(x[0] / 0.01)))),
                scalar(
                        "power 20",
                        Category.CURVED,
                        vec(1.05, 0.9),
                        x -> Math.pow(x[0], 20) + Math.pow(x[1], 20),
                        x -> map(x, v -> 20 * Math.pow(v, 19))),
                scalar(
                        "absolute value 0.01 beside its kink",
                        Category.NEAR_KINK,
                        vec(1.01, 0.3),
                        x -> abs(x[0] - 1) + x[1] * x[1],
                        x -> vec(1, 2 * x[1])),
                scalar(
                        "absolute value 1e-4 beside its kink",
                        Category.NEAR_KINK,
                        vec(1.0001, 0.3),
                        x -> abs(x[0] - 1) + x[1] * x[1],
                        x -> vec(1, 2 * x[1])),
                scalar(
                        "rectifier 1e-5 beside its kink",
                        Category.NEAR_KINK,
                        vec(1e-5 + 1, 2),
                        x -> max(x[0] - 1, 0) * x[1],
                        x -> vec(x[1], x[0] - 1)),
                scalar(
                        "square root 1e-3 inside its domain",
                        Category.DOMAIN,
                        vec(0.001, 1),
                        x -> sqrt(x[0]) * x[1],
                        x -> vec(x[1] / (2 * sqrt(x[0])), sqrt(x[0]))),
                scalar(
                        "logarithm 0.01 inside its domain",
                        Category.DOMAIN,
                        vec(1.01),
                        x -> log(x[0] - 1),
                        x -> vec(1 / (x[0] - 1))),
                scalar(
                        "minimum of a quadratic",
                        Category.STATIONARY,
                        vec(1, -2),
                        x -> sq(x[0] - 1) + 3 * sq(x[1] + 2),
                        x -> vec(2 * (x[0] - 1), 6 * (x[1] + 2))),
                scalar("cosine at zero", Category.STATIONARY, vec(0.0), x -> cos(x[0]), x -> vec(-sin(x[0]))),
                scalar("constant", Category.FLAT, vec(1, 2), x -> 3, x -> vec(0, 0)),
                scalar("linear", Category.FLAT, vec(1.5, -2.5), x -> 3 * x[0] + x[1], x -> vec(3, 1)),
                scalar(
                        "single precision inside",
                        Category.SINGLE_PRECISION,
                        vec(0.6, -1.3),
                        x -> (float) (sin((float) x[0]) * (float) x[1]),
                        x -> vec(cos(x[0]) * x[1], sin(x[0]))),
                noisy(1e-12),
                noisy(1e-9),
                noisy(1e-6),
                scalar(
                        "sum of a thousand sines",
                        Category.LARGE,
                        Points.normal(1000, 21),
                        x -> sum(map(x, Math::sin)),
                        x -> map(x, Math::cos)),
                scalar(
                        "quadratic of 10000",
                        Category.LARGE,
                        Points.normal(10_000, 22),
                        x -> dot(x, x) / 2,
                        double[]::clone));
    }

    /** A smooth function with deterministic noise of a relative size, as a simulation has. */
    private static CorpusCase noisy(double size) {
        return scalar(
                "noise " + size,
                Category.NOISY,
                vec(0.8, 1.7),
                x -> (sin(x[0]) + x[1] * x[1]) * (1 + size * hash(x)),
                x -> vec(cos(x[0]), 2 * x[1]));
    }

    /** A number between −1 and 1 that looks random and is a function of x. */
    static double hash(double[] x) {
        long bits = 0x9E3779B97F4A7C15L;
        for (double v : x) {
            bits = (bits ^ Double.doubleToLongBits(v)) * 0xBF58476D1CE4E5B9L;
            bits ^= bits >>> 29;
        }
        return (bits >> 11) * 0x1p-52;
    }
}
