package org.gradcheck.corpus;

import static java.lang.Math.cos;
import static java.lang.Math.cosh;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.log1p;
import static java.lang.Math.pow;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.tanh;
import static org.gradcheck.corpus.CorpusCase.scalar;
import static org.gradcheck.corpus.CorpusCase.vector;
import static org.gradcheck.corpus.Vectors.diagonal;
import static org.gradcheck.corpus.Vectors.dot;
import static org.gradcheck.corpus.Vectors.map;
import static org.gradcheck.corpus.Vectors.rows;
import static org.gradcheck.corpus.Vectors.sigmoid;
import static org.gradcheck.corpus.Vectors.sq;
import static org.gradcheck.corpus.Vectors.sum;
import static org.gradcheck.corpus.Vectors.vec;

import java.util.List;

/** Textbook functions of a few variables at ordinary points. */
final class SmoothFunctions {

    private static final double[] X3 = {1.2, -0.7, 0.4};
    private static final double[] P3 = {0.9, 1.7, 0.6};
    private static final double[] X5 = {0.3, -1.1, 0.8, 1.9, -0.4};

    private SmoothFunctions() {}

    static List<CorpusCase> all() {
        Category c = Category.SMOOTH;
        return List.of(
                scalar(
                                "product of three",
                                c,
                                X3,
                                x -> x[0] * x[1] * x[2],
                                x -> vec(x[1] * x[2], x[0] * x[2], x[0] * x[1]))
                        .wrong("dropped term of the product rule", x -> vec(x[1] * x[2], x[0] * x[2], 0))
                        .wrong("swapped arguments", x -> vec(x[0] * x[2], x[1] * x[2], x[0] * x[1])),
                scalar(
                                "polynomial and exponential",
                                c,
                                X3,
                                x -> x[0] * x[0] * x[1] + exp(x[2]),
                                x -> vec(2 * x[0] * x[1], x[0] * x[0], exp(x[2])))
                        .wrong("power rule without the power", x -> vec(x[0] * x[1], x[0] * x[0], exp(x[2])))
                        .wrong("missing term", x -> vec(2 * x[0] * x[1], x[0] * x[0], 0)),
                scalar("sine of a square", c, vec(1.3), x -> sin(x[0] * x[0]), x -> vec(2 * x[0] * cos(x[0] * x[0])))
                        .wrong("missing inner derivative", x -> vec(cos(x[0] * x[0])))
                        .wrong("inner derivative at the wrong place", x -> vec(cos(2 * x[0]))),
                scalar("quotient", c, vec(0.8, 1.5), x -> x[0] / x[1], x -> vec(1 / x[1], -x[0] / (x[1] * x[1])))
                        .wrong("sign of the quotient rule", x -> vec(1 / x[1], x[0] / (x[1] * x[1])))
                        .wrong("denominator not squared", x -> vec(1 / x[1], -x[0] / x[1])),
                scalar(
                                "power with variable exponent",
                                c,
                                vec(1.4, 2.3),
                                x -> pow(x[0], x[1]),
                                x -> vec(x[1] * pow(x[0], x[1] - 1), pow(x[0], x[1]) * log(x[0])))
                        .wrong("missing logarithm", x -> vec(x[1] * pow(x[0], x[1] - 1), pow(x[0], x[1])))
                        .wrong("exponent off by one", x -> vec(x[1] * pow(x[0], x[1]), pow(x[0], x[1]) * log(x[0]))),
                scalar(
                                "Rosenbrock",
                                c,
                                vec(-1.2, 1.0),
                                SmoothFunctions::rosenbrock,
                                x -> vec(
                                        -400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]),
                                        200 * (x[1] - x[0] * x[0])))
                        .wrong(
                                "sign of one product",
                                x -> vec(
                                        400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]), 200 * (x[1] - x[0] * x[0])))
                        .wrong("missing term", x -> vec(-400 * x[0] * (x[1] - x[0] * x[0]), 200 * (x[1] - x[0] * x[0])))
                        .wrong(
                                "factor in one coordinate",
                                x -> vec(
                                        -400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]),
                                        100 * (x[1] - x[0] * x[0]))),
                scalar(
                                "Himmelblau",
                                c,
                                vec(2.1, -1.3),
                                x -> sq(x[0] * x[0] + x[1] - 11) + sq(x[0] + x[1] * x[1] - 7),
                                x -> {
                                    double a = x[0] * x[0] + x[1] - 11;
                                    double b = x[0] + x[1] * x[1] - 7;
                                    return vec(4 * x[0] * a + 2 * b, 2 * a + 4 * x[1] * b);
                                })
                        .wrong("stale residual", x -> {
                            double a = x[0] * x[0] + x[1] - 11;
                            return vec(4 * x[0] * a + 2 * a, 2 * a + 4 * x[1] * a);
                        })
                        .wrong(
                                "missing cross terms",
                                x -> vec(4 * x[0] * (x[0] * x[0] + x[1] - 11), 4 * x[1] * (x[0] + x[1] * x[1] - 7))),
                scalar("log-sum-exp", c, X5, SmoothFunctions::logSumExp, SmoothFunctions::softmax)
                        .wrong("not normalised", x -> map(x, Math::exp))
                        .wrong("normalised by the mean", x -> map(softmax(x), p -> p * x.length)),
                scalar(
                                "entropy of positive numbers",
                                c,
                                P3,
                                x -> sum(map(x, p -> -p * log(p))),
                                x -> map(x, p -> -log(p) - 1))
                        .wrong("dropped term of the product rule", x -> map(x, p -> -log(p)))
                        .wrong("sign of one term", x -> map(x, p -> -log(p) + 1)),
                scalar("Euclidean norm", c, X3, x -> sqrt(dot(x, x)), x -> map(x, v -> v / sqrt(dot(x, x))))
                        .wrong("norm squared", x -> map(x, v -> v / dot(x, x)))
                        .wrong("of half the square", x -> x.clone()),
                scalar("squared norm", c, X5, x -> dot(x, x), x -> map(x, v -> 2 * v))
                        .wrong("missing factor", x -> x.clone())
                        .wrong("absolute values", x -> map(x, v -> 2 * Math.abs(v))),
                scalar("Gaussian", c, X3, x -> exp(-dot(x, x) / 2), x -> map(x, v -> -v * exp(-dot(x, x) / 2)))
                        .wrong("missing upstream factor", x -> map(x, v -> -v))
                        .wrong("twice", x -> map(x, v -> -2 * v * exp(-dot(x, x) / 2))),
                scalar("softplus sum", c, X5, x -> sum(map(x, v -> log1p(exp(v)))), x -> map(x, Vectors::sigmoid))
                        .wrong("mirrored sigmoid", x -> map(x, v -> sigmoid(-v)))
                        .wrong("hyperbolic tangent instead", x -> map(x, Math::tanh)),
                scalar("logistic loss", c, X3, x -> log1p(exp(-1.5 * x[0] + 0.4 * x[1] - x[2])), x -> {
                            double s = sigmoid(-1.5 * x[0] + 0.4 * x[1] - x[2]);
                            return vec(-1.5 * s, 0.4 * s, -s);
                        })
                        .wrong("sigmoid of the margin", x -> {
                            double s = sigmoid(1.5 * x[0] - 0.4 * x[1] + x[2]);
                            return vec(-1.5 * s, 0.4 * s, -s);
                        }),
                scalar("chain of tanh", c, vec(0.6, -0.3), x -> tanh(2 * tanh(x[0] * x[1]) + x[0]), x -> {
                            double inner = tanh(x[0] * x[1]);
                            double outer = 1 - sq(tanh(2 * inner + x[0]));
                            double middle = 2 * (1 - inner * inner);
                            return vec(outer * (middle * x[1] + 1), outer * middle * x[0]);
                        })
                        .wrong("missing chain link", x -> {
                            double inner = tanh(x[0] * x[1]);
                            double outer = 1 - sq(tanh(2 * inner + x[0]));
                            return vec(outer * (2 * x[1] + 1), outer * 2 * x[0]);
                        })
                        .wrong("missing path", x -> {
                            double inner = tanh(x[0] * x[1]);
                            double outer = 1 - sq(tanh(2 * inner + x[0]));
                            double middle = 2 * (1 - inner * inner);
                            return vec(outer * middle * x[1], outer * middle * x[0]);
                        }),
                scalar("cosine similarity with a constant", c, X3, SmoothFunctions::cosine, x -> {
                            double norm = sqrt(dot(x, x));
                            double[] a = {1, 2, -1};
                            double[] g = new double[3];
                            for (int i = 0; i < 3; i++) {
                                g[i] = a[i] / (norm * sqrt(6)) - cosine(x) * x[i] / (norm * norm);
                            }
                            return g;
                        })
                        .wrong("right on the unit sphere only", x -> {
                            double[] a = {1, 2, -1};
                            double[] g = new double[3];
                            for (int i = 0; i < 3; i++) {
                                g[i] = a[i] / sqrt(6) - cosine(x) * x[i];
                            }
                            return g;
                        }),
                vector(
                                "polar to Cartesian",
                                c,
                                vec(1.7, 0.6),
                                x -> vec(x[0] * cos(x[1]), x[0] * sin(x[1])),
                                x -> rows(vec(cos(x[1]), -x[0] * sin(x[1])), vec(sin(x[1]), x[0] * cos(x[1]))))
                        .wrongJacobian(
                                "transposed",
                                x -> rows(vec(cos(x[1]), sin(x[1])), vec(-x[0] * sin(x[1]), x[0] * cos(x[1]))))
                        .wrongJacobian(
                                "sign of one entry",
                                x -> rows(vec(cos(x[1]), x[0] * sin(x[1])), vec(sin(x[1]), x[0] * cos(x[1])))),
                vector("softmax", c, X3, SmoothFunctions::softmax, x -> {
                            double[] p = softmax(x);
                            double[][] j = new double[3][3];
                            for (int i = 0; i < 3; i++) {
                                for (int k = 0; k < 3; k++) {
                                    j[i][k] = (i == k ? p[i] : 0) - p[i] * p[k];
                                }
                            }
                            return j;
                        })
                        .wrongJacobian("diagonal only", x -> {
                            double[] p = softmax(x);
                            return rows(
                                    vec(p[0] * (1 - p[0]), 0, 0),
                                    vec(0, p[1] * (1 - p[1]), 0),
                                    vec(0, 0, p[2] * (1 - p[2])));
                        })
                        .wrongJacobian("missing diagonal", x -> {
                            double[] p = softmax(x);
                            double[][] j = new double[3][3];
                            for (int i = 0; i < 3; i++) {
                                for (int k = 0; k < 3; k++) {
                                    j[i][k] = -p[i] * p[k];
                                }
                            }
                            return j;
                        }),
                vector(
                                "cross product with a constant",
                                c,
                                X3,
                                x -> vec(2 * x[2] - 3 * x[1], 3 * x[0] - x[2], x[1] - 2 * x[0]),
                                x -> rows(vec(0, -3, 2), vec(3, 0, -1), vec(-2, 1, 0)))
                        .wrongJacobian("transposed", x -> rows(vec(0, 3, -2), vec(-3, 0, 1), vec(2, -1, 0))),
                vector("entrywise square", c, X5, x -> map(x, v -> v * v), x -> diagonal(map(x, v -> 2 * v)))
                        .wrongJacobian("first row filled alone", x -> {
                            double[][] j = new double[5][5];
                            j[0][0] = 2 * x[0];
                            return j;
                        }),
                vector(
                                "many outputs of different size",
                                c,
                                X3,
                                SmoothFunctions::ladder,
                                SmoothFunctions::ladderJacobian)
                        .wrongJacobian("smallest output wrong", x -> {
                            double[][] j = ladderJacobian(x);
                            j[11] = map(j[11], v -> 2 * v);
                            return j;
                        })
                        .wrongJacobian("largest output wrong", x -> {
                            double[][] j = ladderJacobian(x);
                            j[0] = map(j[0], v -> -v);
                            return j;
                        }),
                scalar("hyperbolic cosine", c, vec(0.7), x -> cosh(x[0]), x -> vec(Math.sinh(x[0])))
                        .wrong("as for the cosine", x -> vec(-Math.sinh(x[0]))),
                scalar("large offset", c, X3, x -> 1e6 + sin(x[0]) + x[1] * x[2], x -> vec(cos(x[0]), x[2], x[1]))
                        .wrong("swapped arguments", x -> vec(cos(x[0]), x[1], x[2])),
                scalar(
                                "linear, coefficients of size 1e6",
                                c,
                                X3,
                                x -> 1e6 * x[0] - 2e6 * x[1] + 3e6 * x[2],
                                x -> vec(1e6, -2e6, 3e6))
                        .wrong("one coefficient off by 1e-6", x -> vec(1e6, -2e6, 3.000003e6)));
    }

    private static double[][] ladderJacobian(double[] x) {
        double[][] j = new double[12][];
        for (int i = 0; i < 12; i++) {
            double s = pow(10, -i);
            j[i] = vec(s * cos(x[0] + i), s * 2 * x[1], s * i);
        }
        return j;
    }

    private static double[] ladder(double[] x) {
        double[] y = new double[12];
        for (int i = 0; i < 12; i++) {
            y[i] = pow(10, -i) * (sin(x[0] + i) + x[1] * x[1] + i * x[2]);
        }
        return y;
    }

    private static double cosine(double[] x) {
        return (x[0] + 2 * x[1] - x[2]) / (sqrt(dot(x, x)) * sqrt(6));
    }

    private static double rosenbrock(double[] x) {
        return 100 * sq(x[1] - x[0] * x[0]) + sq(1 - x[0]);
    }

    private static double logSumExp(double[] x) {
        return log(sum(map(x, Math::exp)));
    }

    private static double[] softmax(double[] x) {
        double total = sum(map(x, Math::exp));
        return map(x, v -> exp(v) / total);
    }

    static double sigmoid(double x) {
        return 1 / (1 + exp(-x));
    }
}
