package org.gradcheck.corpus;

import static java.lang.Math.acos;
import static java.lang.Math.cos;
import static java.lang.Math.cosh;
import static java.lang.Math.exp;
import static java.lang.Math.expm1;
import static java.lang.Math.log;
import static java.lang.Math.log1p;
import static java.lang.Math.pow;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.tanh;
import static org.gradcheck.corpus.CorpusCase.scalar;
import static org.gradcheck.corpus.Vectors.dot;
import static org.gradcheck.corpus.Vectors.map;
import static org.gradcheck.corpus.Vectors.sigmoid;
import static org.gradcheck.corpus.Vectors.sq;
import static org.gradcheck.corpus.Vectors.sum;
import static org.gradcheck.corpus.Vectors.vec;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Formulas in which digits cancel, as they are written by those who do not think of it: f is noisier than its last place. The
 * derivatives are those of what was meant, by formulas without cancellation.
 */
final class RoundedFunctions {

    private RoundedFunctions() {}

    static List<CorpusCase> all() {
        return List.of(
                beside("x beside 1e8", 1e8, 3.3),
                beside("x beside 1e12", 1e12, 50),
                cosineQuotient(),
                exponentialQuotient(),
                logarithmQuotient(),
                softmaxCrossEntropy(),
                binaryCrossEntropy(20),
                binaryCrossEntropy(27),
                tanhAsSigmoid(),
                gelu(-4).wrong("product rule", x -> vec(sigmoid(2 * geluArgument(x[0])))),
                gelu(-5.5).wrong("product rule", x -> vec(sigmoid(2 * geluArgument(x[0])))),
                gelu(-6.46214),
                logCosh(),
                variance(),
                squaredDistance(),
                smallRoot(),
                thinTriangle(),
                interest(),
                greatCircle(),
                expandedPower());
    }

    private static CorpusCase rounded(
            String name, double[] point, ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient) {
        return scalar(name, Category.ROUNDED, point, f, gradient);
    }

    private static CorpusCase beside(String name, double offset, double x) {
        return rounded(name, vec(x), p -> (p[0] + offset) - offset, p -> vec(1))
                .wrong("of the square", p -> vec(2 * p[0]))
                .wrong("missing factor", p -> vec(0.5));
    }

    private static CorpusCase cosineQuotient() {
        return rounded(
                        "(1 − cos x)/x² at 0.01",
                        vec(0.01),
                        p -> (1 - cos(p[0])) / sq(p[0]),
                        // The series 1/2 − x²/24 + x⁴/720 − x⁶/40320.
                        p -> vec(-p[0] / 12 + pow(p[0], 3) / 180 - pow(p[0], 5) / 6720))
                .wrong("first term of the quotient rule", p -> vec(sin(p[0]) / sq(p[0])))
                .wrong("derivative of x² is x", p -> vec(sin(p[0]) / sq(p[0]) - (1 - cos(p[0])) / pow(p[0], 3)))
                .wrong("sign of the series", p -> vec(p[0] / 12 - pow(p[0], 3) / 180));
    }

    private static CorpusCase exponentialQuotient() {
        return rounded(
                        "(eˣ − 1)/x at 1e-5",
                        vec(1e-5),
                        p -> (exp(p[0]) - 1) / p[0],
                        p -> vec(0.5 + p[0] / 3 + sq(p[0]) / 8 + pow(p[0], 3) / 30))
                .wrong("first term of the quotient rule", p -> vec(exp(p[0]) / p[0]))
                .wrong("series one term off", p -> vec(1.0 / 3 + p[0] / 8 + sq(p[0]) / 30))
                .wrong("of the numerator", p -> vec(exp(p[0])));
    }

    private static CorpusCase logarithmQuotient() {
        return rounded(
                        "log(1 + x)/x at −1e-5",
                        vec(-1e-5),
                        p -> log(1 + p[0]) / p[0],
                        p -> vec(-0.5 + 2 * p[0] / 3 - 3 * sq(p[0]) / 4 + 4 * pow(p[0], 3) / 5))
                .wrong("first term of the quotient rule", p -> vec(1 / (p[0] * (1 + p[0]))))
                .wrong("series not differentiated", p -> vec(1 - p[0] / 2 + sq(p[0]) / 3))
                .wrong("sign", p -> vec(0.5 - 2 * p[0] / 3));
    }

    /** −log p₀ of a softmax that is nearly certain. */
    private static CorpusCase softmaxCrossEntropy() {
        return rounded(
                        "cross-entropy of a softmax that is nearly certain",
                        vec(18, 0.3, -1.2, 0.8),
                        z -> -log(softmax(z)[0]),
                        RoundedFunctions::crossEntropyGradient)
                .wrong("nothing for the target", z -> {
                    double[] g = crossEntropyGradient(z);
                    g[0] = 0;
                    return g;
                })
                .wrong("probabilities without the target", RoundedFunctions::softmax)
                .wrong("not normalised", z -> map(crossEntropyGradient(z), g -> g * sum(map(z, Math::exp))));
    }

    private static double[] softmax(double[] z) {
        double[] e = map(z, Math::exp);
        double total = sum(e);
        return map(e, v -> v / total);
    }

    /** p − e₀, where p₀ − 1 is the sum of the others with the sign turned. */
    private static double[] crossEntropyGradient(double[] z) {
        double[] g = softmax(z);
        g[0] = 0;
        g[0] = -sum(g);
        return g;
    }

    /** −log(1 − σ(z)): the derivative is σ(z). */
    private static CorpusCase binaryCrossEntropy(double logit) {
        return rounded(
                        "binary cross-entropy of a zero at a logit of " + (int) logit,
                        vec(logit),
                        z -> -log(1 - sigmoid(z[0])),
                        z -> vec(sigmoid(z[0])))
                .wrong("sigmoid's own derivative", z -> vec(sigmoid(z[0]) * sigmoid(-z[0])))
                .wrong("of a one", z -> vec(-sigmoid(-z[0])))
                .wrong("of half the loss", z -> vec(sigmoid(z[0]) / 2));
    }

    /** (1 + tanh(x/2))/2 = σ(x). */
    private static CorpusCase tanhAsSigmoid() {
        return rounded(
                        "sigmoid as a shifted tanh at −20",
                        vec(-20),
                        x -> (1 + tanh(x[0] / 2)) / 2,
                        x -> vec(sigmoid(x[0]) * sigmoid(-x[0])))
                .wrong("inner factor dropped", x -> vec(2 * sigmoid(x[0]) * sigmoid(-x[0])))
                .wrong("of the tanh", x -> vec(1 / sq(cosh(x[0]))));
    }

    /** The tanh approximation of GELU (Hendrycks and Gimpel, 2016), where 1 + tanh is 1e-5, 2e-9 and 3e-13. */
    private static CorpusCase gelu(double point) {
        return rounded(
                        "GELU by tanh at " + point,
                        vec(point),
                        x -> x[0] * (1 + tanh(geluArgument(x[0]))) / 2,
                        x -> vec(geluSlope(x[0], 3)))
                .wrong("cube not differentiated", x -> vec(geluSlope(x[0], 1)));
    }

    private static double geluArgument(double x) {
        return sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
    }

    /** With s = σ(2u) = (1 + tanh u)/2: s + 2x·s(1 − s)·u′. */
    private static double geluSlope(double x, double power) {
        double s = sigmoid(2 * geluArgument(x));
        double rest = sigmoid(-2 * geluArgument(x));
        return s + 2 * x * s * rest * sqrt(2 / Math.PI) * (1 + power * 0.044715 * x * x);
    }

    private static CorpusCase logCosh() {
        return rounded(
                        "logarithm of a cosh near zero",
                        vec(1e-3, -2e-3),
                        x -> log(cosh(x[0])) + log((exp(x[1]) + exp(-x[1])) / 2),
                        x -> map(x, Math::tanh))
                .wrong("quotient upside down", x -> map(x, v -> 1 / tanh(v)))
                .wrong("derivative of tanh", x -> map(x, v -> 1 - sq(tanh(v))))
                .wrong("logarithm left out at two", x -> vec(tanh(x[0]), 2 * tanh(x[1])));
    }

    /** The mean of the squares minus the square of the mean, of numbers near 1000. */
    private static CorpusCase variance() {
        return rounded(
                        "variance as a difference of squares",
                        map(Points.normal(12, 301), v -> 1000 + v),
                        x -> dot(x, x) / x.length - sq(sum(x) / x.length),
                        x -> map(x, v -> 2 * (v - sum(x) / x.length) / x.length))
                .wrong("mean taken for constant", x -> map(x, v -> 2 * v / x.length))
                .wrong("of the unbiased variance", x -> map(x, v -> 2 * (v - sum(x) / x.length) / (x.length - 1)))
                .wrong("factor dropped", x -> map(x, v -> (v - sum(x) / x.length) / x.length));
    }

    /** |x|² + |c|² − 2⟨x, c⟩ for a centre c close by. */
    private static CorpusCase squaredDistance() {
        double[] centre = map(Points.normal(6, 302), v -> 100 * v);
        double[] offset = Points.normal(6, 303);
        double[] x = new double[6];
        Arrays.setAll(x, i -> centre[i] + 0.1 * offset[i]);
        UnaryOperator<double[]> difference = p -> {
            double[] d = new double[6];
            Arrays.setAll(d, i -> p[i] - centre[i]);
            return d;
        };
        return rounded(
                        "squared distance by expansion",
                        x,
                        p -> dot(p, p) + dot(centre, centre) - 2 * dot(p, centre),
                        p -> map(difference.apply(p), d -> 2 * d))
                .wrong("factor dropped", difference)
                .wrong("from the centre", p -> map(difference.apply(p), d -> -2 * d))
                .wrong("cross term dropped", p -> map(p, v -> 2 * v));
    }

    /** The root of smaller size of a·r² + b·r + c; its derivatives follow from the equation. */
    private static CorpusCase smallRoot() {
        return rounded(
                        "small root of a quadratic by the school formula",
                        vec(1.3, 300, 0.7),
                        p -> (-p[1] + sqrt(sq(p[1]) - 4 * p[0] * p[2])) / (2 * p[0]),
                        p -> {
                            double r = smallRootOf(p);
                            double slope = 2 * p[0] * r + p[1];
                            return vec(-r * r / slope, -r / slope, -1 / slope);
                        })
                .wrong("slope of the quadratic at zero", p -> {
                    double r = smallRootOf(p);
                    return vec(-r * r, -r, -1);
                })
                .wrong("coefficients in reverse", p -> {
                    double r = smallRootOf(p);
                    double slope = 2 * p[0] * r + p[1];
                    return vec(-1 / slope, -r / slope, -r * r / slope);
                })
                .wrong("sign of the implicit derivative", p -> {
                    double r = smallRootOf(p);
                    double slope = 2 * p[0] * r + p[1];
                    return vec(r * r / slope, r / slope, 1 / slope);
                });
    }

    private static double smallRootOf(double[] p) {
        return -2 * p[2] / (p[1] + sqrt(sq(p[1]) - 4 * p[0] * p[2]));
    }

    /** Heron's formula for a triangle whose longest side is nearly as long as the others together. */
    private static CorpusCase thinTriangle() {
        return rounded(
                        "Heron's area of a thin triangle",
                        vec(3 - 1e-5, 1.7, 1.3),
                        s -> {
                            double half = (s[0] + s[1] + s[2]) / 2;
                            return sqrt(half * (half - s[0]) * (half - s[1]) * (half - s[2]));
                        },
                        s -> ofHeron(s, 8))
                .wrong("factor of the square root", s -> ofHeron(s, 4))
                .wrong("own side left out", s -> {
                    double[] g = ofHeron(s, 8);
                    return vec(g[0] / s[0], g[1] / s[1], g[2] / s[2]);
                });
    }

    /** From 16A² = 2a²b² + 2b²c² + 2c²a² − a⁴ − b⁴ − c⁴: ∂A/∂a = a(b² + c² − a²)/(8A). */
    private static double[] ofHeron(double[] s, double factor) {
        double a = s[0];
        double b = s[1];
        double c = s[2];
        // Factors without cancellation as in Kahan, "Miscalculating area and angles of a needle-like triangle" (2014).
        double area = sqrt((a + (b + c)) * (c - (a - b)) * (c + (a - b)) * (a + (b - c))) / 4;
        return vec(
                a * (b * b + c * c - a * a) / (factor * area),
                b * (a * a + c * c - b * b) / (factor * area),
                c * (a * a + b * b - c * c) / (factor * area));
    }

    /** Interest compounded a million times a year: 1 + r/n loses the digits of r. */
    private static CorpusCase interest() {
        double n = 1e6;
        return rounded(
                        "interest compounded a million times a year",
                        vec(0.043, 7.5),
                        p -> pow(1 + p[0] / n, n * p[1]),
                        p -> {
                            double growth = exp(n * p[1] * log1p(p[0] / n));
                            return vec(growth * p[1] / (1 + p[0] / n), growth * n * log1p(p[0] / n));
                        })
                .wrong("rate per period", p -> {
                    double growth = exp(n * p[1] * log1p(p[0] / n));
                    return vec(growth * n * p[1] / (1 + p[0] / n), growth * n * log1p(p[0] / n));
                })
                .wrong(
                        "of compounding once a year",
                        p -> vec(p[1] * pow(1 + p[0], p[1] - 1), pow(1 + p[0], p[1]) * log1p(p[0])))
                .wrong("return for growth", p -> vec(expm1(p[0] * p[1]) * p[1], expm1(p[0] * p[1]) * p[0]));
    }

    /** The angle between two places 200 m apart by the law of cosines; the derivative by haversines. */
    private static CorpusCase greatCircle() {
        return rounded(
                        "short great circle by the law of cosines",
                        vec(0.8403, 0.1493, 0.8403 + 2.1e-5, 0.1493 - 2.4e-5),
                        p -> acos(sin(p[0]) * sin(p[2]) + cos(p[0]) * cos(p[2]) * cos(p[1] - p[3])),
                        p -> ofHaversine(p, 1))
                .wrong("parallels as long as the equator", p -> ofHaversine(vec(p[0], p[1], p[2], p[3]), 0))
                .wrong("degrees", p -> map(ofHaversine(p, 1), d -> d * Math.PI / 180))
                .wrong("places exchanged", p -> {
                    double[] g = ofHaversine(p, 1);
                    return vec(g[2], g[3], g[0], g[1]);
                });
    }

    /** h = sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2) = sin²(d/2), so ∂d = ∂h/√(h(1 − h)). */
    private static double[] ofHaversine(double[] p, int convergence) {
        double north = (p[2] - p[0]) / 2;
        double east = (p[3] - p[1]) / 2;
        double parallels = convergence == 0 ? 1 : cos(p[0]) * cos(p[2]);
        double h = sq(sin(north)) + parallels * sq(sin(east));
        double scale = 1 / sqrt(h * (1 - h));
        double alongMeridian = sin(north) * cos(north);
        double alongParallel = parallels * sin(east) * cos(east);
        double narrowing1 = convergence * sin(p[0]) * cos(p[2]) * sq(sin(east));
        double narrowing2 = convergence * cos(p[0]) * sin(p[2]) * sq(sin(east));
        return vec(
                scale * (-alongMeridian - narrowing1),
                -scale * alongParallel,
                scale * (alongMeridian - narrowing2),
                scale * alongParallel);
    }

    private static CorpusCase expandedPower() {
        return rounded(
                        "(x − 2)⁵ expanded at 2.2",
                        vec(2.2),
                        p -> {
                            double x = p[0];
                            return ((((x - 10) * x + 40) * x - 80) * x + 80) * x - 32;
                        },
                        p -> vec(5 * pow(p[0] - 2, 4)))
                .wrong("power not lowered", p -> vec(5 * pow(p[0] - 2, 5)))
                .wrong("factor dropped", p -> vec(pow(p[0] - 2, 4)))
                .wrong("one coefficient", p -> {
                    double x = p[0];
                    return vec((((5 * x - 40) * x + 120) * x - 160) * x + 32);
                });
    }
}
