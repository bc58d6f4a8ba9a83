package org.gradcheck.corpus;

import static java.lang.Math.abs;
import static java.lang.Math.acos;
import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.max;
import static java.lang.Math.pow;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.tanh;
import static org.gradcheck.corpus.CorpusCase.scalar;
import static org.gradcheck.corpus.Vectors.dot;
import static org.gradcheck.corpus.Vectors.map;
import static org.gradcheck.corpus.Vectors.sq;
import static org.gradcheck.corpus.Vectors.sum;
import static org.gradcheck.corpus.Vectors.vec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Families of functions with one difficulty in growing doses: distances, noise levels, sizes, tolerances. */
final class FamilyFunctions {

    private FamilyFunctions() {}

    static List<CorpusCase> all() {
        List<CorpusCase> all = new ArrayList<>();
        for (double distance : new double[] {1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7}) {
            all.add(besideKink(distance));
            all.add(besideHuberSwitch(distance));
            all.add(besideMaximumOfTwo(distance));
        }
        for (double distance : new double[] {1e-2, 1e-4, 1e-6, 1e-9}) {
            all.add(squareRootBesideItsEdge(distance));
            all.add(logarithmBesideItsEdge(distance));
            all.add(arcCosineBesideItsEdge(distance));
        }
        for (double size : new double[] {1e-12, 1e-10, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4}) {
            all.add(relativeNoise(size));
            all.add(absoluteNoise(size));
        }
        for (double scale : new double[] {1e-8, 1e-4, 1e4, 1e8}) {
            all.add(scaledPoint(scale));
            all.add(scaledCoordinates(scale));
            all.add(scaledValue(scale));
        }
        for (double frequency : new double[] {10, 100, 1000, 10_000}) {
            all.add(oscillating(frequency));
            all.add(narrowBell(frequency));
            all.add(steepSigmoid(frequency));
        }
        for (double offset : new double[] {1e3, 1e6, 1e9}) {
            all.add(offset(offset));
        }
        for (int variant = 0; variant < 4; variant++) {
            all.add(singlePrecision(variant));
            all.add(stationary(variant));
            all.add(flat(variant));
        }
        for (int n : new int[] {100, 10_000, 100_000}) {
            all.add(sumOfSines(n));
            all.add(chainedRosenbrock(n));
        }
        return all;
    }

    private static String named(String name, double dose) {
        return name + String.format(Locale.ROOT, " %.0e", dose);
    }

    private static CorpusCase besideKink(double distance) {
        return scalar(
                named("absolute value beside its kink, at", distance),
                Category.NEAR_KINK,
                vec(1 + distance, 0.7),
                x -> abs(x[0] - 1) * 2 + sin(x[1]) * x[0],
                x -> vec((x[0] > 1 ? 2 : -2) + sin(x[1]), cos(x[1]) * x[0]));
    }

    private static CorpusCase besideHuberSwitch(double distance) {
        return scalar(
                named("Huber loss beside its switch, at", distance),
                Category.NEAR_KINK,
                vec(1 - distance, 3),
                x -> sum(map(x, r -> abs(r) <= 1 ? r * r / 2 : abs(r) - 0.5)),
                x -> map(x, r -> abs(r) <= 1 ? r : Math.signum(r)));
    }

    private static CorpusCase besideMaximumOfTwo(double distance) {
        return scalar(
                named("maximum of two beside their tie, at", distance),
                Category.NEAR_KINK,
                vec(0.8, 0.8 - distance, 0.3),
                x -> max(sin(x[0]), sin(x[1])) + exp(x[2]),
                x -> x[0] > x[1] ? vec(cos(x[0]), 0, exp(x[2])) : vec(0, cos(x[1]), exp(x[2])));
    }

    private static CorpusCase squareRootBesideItsEdge(double distance) {
        return scalar(
                named("square root beside its edge, at", distance),
                Category.DOMAIN,
                vec(2 + distance, 1.3),
                x -> sqrt(x[0] - 2) * x[1],
                x -> vec(x[1] / (2 * sqrt(x[0] - 2)), sqrt(x[0] - 2)));
    }

    private static CorpusCase logarithmBesideItsEdge(double distance) {
        return scalar(
                named("logarithm beside its edge, at", distance),
                Category.DOMAIN,
                vec(1 + distance, 0.4),
                x -> log(x[0] - 1) + sq(x[1]),
                x -> vec(1 / (x[0] - 1), 2 * x[1]));
    }

    private static CorpusCase arcCosineBesideItsEdge(double distance) {
        return scalar(
                named("arc cosine beside its edge, at", distance),
                Category.DOMAIN,
                vec(1 - distance),
                x -> acos(x[0]),
                x -> vec(-1 / sqrt((1 - x[0]) * (1 + x[0]))));
    }

    private static CorpusCase relativeNoise(double size) {
        return scalar(
                named("relative noise", size),
                Category.NOISY,
                vec(0.8, 1.7, -0.3),
                x -> (sin(x[0]) + x[1] * x[1] * exp(x[2])) * (1 + size * HardFunctions.hash(x)),
                x -> vec(cos(x[0]), 2 * x[1] * exp(x[2]), x[1] * x[1] * exp(x[2])));
    }

    private static CorpusCase absoluteNoise(double size) {
        return scalar(
                named("absolute noise", size),
                Category.NOISY,
                vec(3.1, -2.2),
                x -> tanh(x[0] / 3) + dot(x, x) / 10 + size * HardFunctions.hash(x),
                x -> vec((1 - sq(tanh(x[0] / 3))) / 3 + x[0] / 5, x[1] / 5));
    }

    private static CorpusCase scaledPoint(double scale) {
        return scalar(
                named("point of size", scale),
                Category.SCALED,
                vec(1.3 * scale, -0.6 * scale),
                x -> sin(x[0] / scale) * exp(x[1] / scale),
                x -> vec(cos(x[0] / scale) * exp(x[1] / scale) / scale, sin(x[0] / scale) * exp(x[1] / scale) / scale));
    }

    private static CorpusCase scaledCoordinates(double scale) {
        return scalar(
                named("one coordinate of size", scale),
                Category.SCALED,
                vec(0.4, 2.5 * scale, -1.2),
                x -> x[0] * log(x[1] / scale) + sq(x[2]) * x[0],
                x -> vec(log(x[1] / scale) + sq(x[2]), x[0] / x[1], 2 * x[2] * x[0]));
    }

    private static CorpusCase scaledValue(double scale) {
        return scalar(
                named("value of size", scale),
                Category.SCALED,
                vec(0.4, 2.5),
                x -> scale * cos(x[0] * x[1]),
                x -> vec(-scale * sin(x[0] * x[1]) * x[1], -scale * sin(x[0] * x[1]) * x[0]));
    }

    private static CorpusCase oscillating(double frequency) {
        return scalar(
                named("oscillation of frequency", frequency),
                Category.CURVED,
                vec(0.71, 1.2),
                x -> sin(frequency * x[0]) + x[1] * x[1],
                x -> vec(frequency * cos(frequency * x[0]), 2 * x[1]));
    }

    private static CorpusCase narrowBell(double frequency) {
        return scalar(
                named("bell of inverse width", frequency),
                Category.CURVED,
                vec(0.5 + 0.6 / frequency, 1.2),
                x -> exp(-sq(frequency * (x[0] - 0.5))) + x[1],
                x -> vec(-2 * sq(frequency) * (x[0] - 0.5) * exp(-sq(frequency * (x[0] - 0.5))), 1));
    }

    private static CorpusCase steepSigmoid(double frequency) {
        return scalar(
                named("sigmoid of steepness", frequency),
                Category.CURVED,
                vec(1 + 1 / frequency),
                x -> Vectors.sigmoid(frequency * (x[0] - 1)),
                x -> {
                    double s = Vectors.sigmoid(frequency * (x[0] - 1));
                    return vec(frequency * s * (1 - s));
                });
    }

    private static CorpusCase offset(double offset) {
        return scalar(
                named("offset", offset),
                Category.SCALED,
                vec(0.3, 1.9),
                x -> offset + pow(x[1], 3) * cos(x[0]),
                x -> vec(-pow(x[1], 3) * sin(x[0]), 3 * sq(x[1]) * cos(x[0])));
    }

    private static CorpusCase singlePrecision(int variant) {
        double[] x0 = Points.uniform(3, 0.5, 2, 100 + variant);
        return switch (variant) {
            case 0 ->
                scalar(
                        "float product",
                        Category.SINGLE_PRECISION,
                        x0,
                        x -> (float) x[0] * (float) x[1] * (float) x[2],
                        x -> vec(x[1] * x[2], x[0] * x[2], x[0] * x[1]));
            case 1 ->
                scalar(
                        "float exponential of a double",
                        Category.SINGLE_PRECISION,
                        x0,
                        x -> (float) exp(x[0] - x[1] * x[2]),
                        x -> {
                            double e = exp(x[0] - x[1] * x[2]);
                            return vec(e, -x[2] * e, -x[1] * e);
                        });
            case 2 ->
                scalar(
                        "float accumulation",
                        Category.SINGLE_PRECISION,
                        Points.normal(50, 101),
                        x -> {
                            float s = 0;
                            for (double v : x) {
                                s += (float) v * (float) v;
                            }
                            return s;
                        },
                        x -> map(x, v -> 2 * v));
            default ->
                scalar(
                        "float inside, double outside",
                        Category.SINGLE_PRECISION,
                        x0,
                        x -> 1.1 * (float) sin((float) (x[0] * x[1])) + x[2],
                        x -> vec(1.1 * x[1] * cos(x[0] * x[1]), 1.1 * x[0] * cos(x[0] * x[1]), 1));
        };
    }

    private static CorpusCase stationary(int variant) {
        return switch (variant) {
            case 0 ->
                scalar(
                        "minimum of a quartic",
                        Category.STATIONARY,
                        vec(1, 1),
                        x -> pow(x[0] - 1, 4) + sq(x[1] - 1),
                        x -> vec(4 * pow(x[0] - 1, 3), 2 * (x[1] - 1)));
            case 1 ->
                scalar(
                        "saddle",
                        Category.STATIONARY,
                        vec(2, 3),
                        x -> (x[0] - 2) * (x[1] - 3) + 5,
                        x -> vec(x[1] - 3, x[0] - 2));
            case 2 ->
                scalar(
                        "minimum at the origin",
                        Category.STATIONARY,
                        new double[4],
                        x -> 1 - exp(-dot(x, x)),
                        x -> map(x, v -> 2 * v * exp(-dot(x, x))));
            default ->
                scalar(
                        "inflection",
                        Category.STATIONARY,
                        vec(0.5),
                        x -> pow(x[0] - 0.5, 3) + 2,
                        x -> vec(3 * sq(x[0] - 0.5)));
        };
    }

    private static CorpusCase flat(int variant) {
        return switch (variant) {
            case 0 ->
                scalar(
                        "dead rectifier",
                        Category.FLAT,
                        vec(-0.3, -2),
                        x -> max(x[0], 0) + max(x[1], 0),
                        x -> new double[2]);
            case 1 ->
                scalar(
                        "clipped on both sides",
                        Category.FLAT,
                        vec(1.2, 5),
                        x -> Math.min(1, max(-1, x[0])) * 3,
                        x -> new double[2]);
            case 2 ->
                scalar(
                        "outside of a compact kernel",
                        Category.FLAT,
                        vec(1.3),
                        x -> abs(x[0]) < 1 ? sq(1 - sq(x[0])) : 0,
                        x -> vec(abs(x[0]) < 1 ? -4 * x[0] * (1 - sq(x[0])) : 0));
            default ->
                scalar(
                        "between the steps of a table",
                        Category.FLAT,
                        vec(2.43, 1),
                        x -> Math.floor(10 * x[0]) + 0 * x[1],
                        x -> new double[2]);
        };
    }

    private static CorpusCase sumOfSines(int n) {
        return scalar(
                named("sum of sines, n =", n),
                Category.LARGE,
                Points.normal(n, 55),
                x -> sum(map(x, Math::sin)),
                x -> map(x, Math::cos));
    }

    private static CorpusCase chainedRosenbrock(int n) {
        return scalar(
                named("chained Rosenbrock, n =", n),
                Category.LARGE,
                Points.uniform(n, -1.5, 1.5, 56),
                x -> {
                    double sum = 0;
                    for (int i = 1; i < x.length; i++) {
                        sum += 100 * sq(x[i] - sq(x[i - 1])) + sq(1 - x[i - 1]);
                    }
                    return sum;
                },
                x -> {
                    double[] g = new double[x.length];
                    for (int i = 1; i < x.length; i++) {
                        double r = x[i] - sq(x[i - 1]);
                        g[i] += 200 * r;
                        g[i - 1] += -400 * r * x[i - 1] - 2 * (1 - x[i - 1]);
                    }
                    return g;
                });
    }
}
