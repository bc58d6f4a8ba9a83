package org.gradcheck.corpus;

import static java.lang.Math.abs;
import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.tanh;
import static org.gradcheck.corpus.CorpusCase.scalar;
import static org.gradcheck.corpus.Vectors.sq;
import static org.gradcheck.corpus.Vectors.vec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Loops: recurrences with a hand-written adjoint, solvers stopped by a tolerance, tables and approximations. */
final class ProgramFunctions {

    private ProgramFunctions() {}

    static List<CorpusCase> all() {
        List<CorpusCase> all = new ArrayList<>();
        all.add(oscillator());
        all.add(logisticMap());
        all.add(horner());
        all.add(network());
        all.add(recurrent());
        all.add(arithmeticGeometricMean());
        for (double tolerance : new double[] {1e-12, 1e-10, 1e-8, 1e-6, 1e-4}) {
            all.add(newton(tolerance));
            all.add(fixedPoint(tolerance));
            all.add(bisection(tolerance));
            all.add(gaussSeidel(tolerance));
        }
        all.add(sinc(1e-4));
        all.add(sinc(1e-8));
        all.add(patchedLogarithm());
        all.add(atTheMoney());
        all.add(stirling());
        all.add(typedConstant());
        all.add(errorFunction());
        return all;
    }

    /** Damped pendulum, 40 Runge–Kutta steps, final energy; the adjoint goes backwards through the stages. */
    private static CorpusCase oscillator() {
        return scalar(
                        "pendulum by Euler steps with adjoint",
                        Category.PROGRAM,
                        vec(0.6, -0.2, 0.3),
                        p -> {
                            double q = p[0];
                            double v = p[1];
                            for (int i = 0; i < 40; i++) {
                                double nextV = v - 0.05 * (sin(q) + p[2] * v);
                                q += 0.05 * nextV;
                                v = nextV;
                            }
                            return v * v / 2 - cos(q);
                        },
                        p -> pendulumAdjoint(p, true))
                .wrong("damping left out of the adjoint", p -> pendulumAdjoint(p, false));
    }

    private static double[] pendulumAdjoint(double[] p, boolean damping) {
        int steps = 40;
        double[] q = new double[steps + 1];
        double[] v = new double[steps + 1];
        q[0] = p[0];
        v[0] = p[1];
        for (int i = 0; i < steps; i++) {
            v[i + 1] = v[i] - 0.05 * (sin(q[i]) + p[2] * v[i]);
            q[i + 1] = q[i] + 0.05 * v[i + 1];
        }
        double qBar = sin(q[steps]);
        double vBar = v[steps];
        double dampingBar = 0;
        for (int i = steps - 1; i >= 0; i--) {
            vBar += 0.05 * qBar;
            dampingBar += -0.05 * v[i] * vBar;
            qBar += -0.05 * cos(q[i]) * vBar;
            vBar -= damping ? 0.05 * p[2] * vBar : 0;
        }
        return vec(qBar, vBar, dampingBar);
    }

    private static CorpusCase logisticMap() {
        return scalar(
                        "twelve steps of the logistic map",
                        Category.PROGRAM,
                        vec(0.31, 3.2),
                        p -> {
                            double x = p[0];
                            for (int i = 0; i < 12; i++) {
                                x = p[1] * x * (1 - x);
                            }
                            return x;
                        },
                        p -> {
                            double x = p[0];
                            double dx = 1;
                            double dr = 0;
                            for (int i = 0; i < 12; i++) {
                                dr = x * (1 - x) + p[1] * (1 - 2 * x) * dr;
                                dx = p[1] * (1 - 2 * x) * dx;
                                x = p[1] * x * (1 - x);
                            }
                            return vec(dx, dr);
                        })
                .wrong("stale state in the recurrence", p -> {
                    double x = p[0];
                    double dx = 1;
                    double dr = 0;
                    for (int i = 0; i < 12; i++) {
                        x = p[1] * x * (1 - x);
                        dr = x * (1 - x) + p[1] * (1 - 2 * x) * dr;
                        dx = p[1] * (1 - 2 * x) * dx;
                    }
                    return vec(dx, dr);
                });
    }

    private static CorpusCase horner() {
        return scalar(
                        "Horner's rule in its coefficients",
                        Category.PROGRAM,
                        Points.normal(8, 71),
                        c -> {
                            double y = 0;
                            for (int i = c.length - 1; i >= 0; i--) {
                                y = y * 1.1 + c[i];
                            }
                            return y;
                        },
                        c -> {
                            double[] g = new double[c.length];
                            for (int i = 0; i < g.length; i++) {
                                g[i] = Math.pow(1.1, i);
                            }
                            return g;
                        })
                .wrong("powers off by one", c -> {
                    double[] g = new double[c.length];
                    for (int i = 0; i < g.length; i++) {
                        g[i] = Math.pow(1.1, i + 1);
                    }
                    return g;
                });
    }

    /** One hidden layer of three units on two inputs; nine parameters: W by rows, then the output weights. */
    private static CorpusCase network() {
        return scalar(
                        "network with one hidden layer",
                        Category.PROGRAM,
                        Points.normal(9, 72),
                        ProgramFunctions::loss,
                        p -> backward(p, true))
                .wrong("derivative of tanh left out", p -> backward(p, false));
    }

    private static double loss(double[] p) {
        double y = 0;
        for (int k = 0; k < 3; k++) {
            y += p[6 + k] * tanh(p[2 * k] * 0.7 - p[2 * k + 1] * 1.1);
        }
        return sq(y - 0.5) / 2;
    }

    private static double[] backward(double[] p, boolean activation) {
        double[] h = new double[3];
        double y = 0;
        for (int k = 0; k < 3; k++) {
            h[k] = tanh(p[2 * k] * 0.7 - p[2 * k + 1] * 1.1);
            y += p[6 + k] * h[k];
        }
        double[] g = new double[9];
        for (int k = 0; k < 3; k++) {
            double hBar = (y - 0.5) * p[6 + k] * (activation ? 1 - h[k] * h[k] : 1);
            g[2 * k] = hBar * 0.7;
            g[2 * k + 1] = -hBar * 1.1;
            g[6 + k] = (y - 0.5) * h[k];
        }
        return g;
    }

    private static CorpusCase recurrent() {
        return scalar(
                        "recurrent unit over five inputs",
                        Category.PROGRAM,
                        vec(0.4, -0.9, 0.2),
                        p -> {
                            double h = 0;
                            for (int t = 0; t < 5; t++) {
                                h = tanh(p[0] * h + p[1] * sin(t) + p[2]);
                            }
                            return h * h;
                        },
                        p -> {
                            double h = 0;
                            double[] d = new double[3];
                            for (int t = 0; t < 5; t++) {
                                double next = tanh(p[0] * h + p[1] * sin(t) + p[2]);
                                double s = 1 - next * next;
                                d = vec(s * (h + p[0] * d[0]), s * (sin(t) + p[0] * d[1]), s * (1 + p[0] * d[2]));
                                h = next;
                            }
                            return vec(2 * h * d[0], 2 * h * d[1], 2 * h * d[2]);
                        })
                .wrong("path through time left out", p -> {
                    double h = 0;
                    double[] d = new double[3];
                    for (int t = 0; t < 5; t++) {
                        double next = tanh(p[0] * h + p[1] * sin(t) + p[2]);
                        double s = 1 - next * next;
                        d = vec(s * h, s * sin(t), s);
                        h = next;
                    }
                    return vec(2 * h * d[0], 2 * h * d[1], 2 * h * d[2]);
                });
    }

    private static CorpusCase arithmeticGeometricMean() {
        return scalar(
                "arithmetic-geometric mean, six steps",
                Category.PROGRAM,
                vec(1.7, 0.6),
                p -> {
                    double a = p[0];
                    double g = p[1];
                    for (int i = 0; i < 6; i++) {
                        double next = (a + g) / 2;
                        g = sqrt(a * g);
                        a = next;
                    }
                    return a;
                },
                p -> {
                    double a = p[0];
                    double g = p[1];
                    double[] da = {1, 0};
                    double[] dg = {0, 1};
                    for (int i = 0; i < 6; i++) {
                        double nextG = sqrt(a * g);
                        double[] nextDa = vec((da[0] + dg[0]) / 2, (da[1] + dg[1]) / 2);
                        dg = vec((da[0] * g + a * dg[0]) / (2 * nextG), (da[1] * g + a * dg[1]) / (2 * nextG));
                        da = nextDa;
                        a = (a + g) / 2;
                        g = nextG;
                    }
                    return da;
                });
    }

    private static CorpusCase newton(double tolerance) {
        return scalar(
                "Newton's iteration stopped at " + tolerance,
                Category.SOLVER,
                vec(2.3, 0.7),
                p -> {
                    double y = 1;
                    for (int i = 0; i < 100 && abs(y * y * y + p[1] * y - p[0]) > tolerance; i++) {
                        y -= (y * y * y + p[1] * y - p[0]) / (3 * y * y + p[1]);
                    }
                    return y;
                },
                p -> {
                    double y = root(z -> z * z * z + p[1] * z - p[0], 0, 3);
                    double slope = 3 * y * y + p[1];
                    return vec(1 / slope, -y / slope);
                });
    }

    private static CorpusCase fixedPoint(double tolerance) {
        return scalar(
                "fixed point stopped at " + tolerance,
                Category.SOLVER,
                vec(0.8, 0.3),
                p -> {
                    double y = 0;
                    double change = 1;
                    for (int i = 0; i < 1000 && change > tolerance; i++) {
                        double next = p[0] * tanh(y) + p[1];
                        change = abs(next - y);
                        y = next;
                    }
                    return y;
                },
                p -> {
                    double y = root(z -> z - p[0] * tanh(z) - p[1], 0, 2);
                    double slope = 1 - p[0] * (1 - sq(tanh(y)));
                    return vec(tanh(y) / slope, 1 / slope);
                });
    }

    private static CorpusCase bisection(double tolerance) {
        return scalar(
                "bisection stopped at " + tolerance,
                Category.SOLVER,
                vec(1.9),
                p -> {
                    double low = 0;
                    double high = 4;
                    while (high - low > tolerance) {
                        double middle = (low + high) / 2;
                        if (exp(middle) - 1 + middle > p[0]) {
                            high = middle;
                        } else {
                            low = middle;
                        }
                    }
                    return (low + high) / 2;
                },
                p -> vec(1 / (exp(root(z -> exp(z) - 1 + z - p[0], 0, 4)) + 1)));
    }

    private static CorpusCase gaussSeidel(double tolerance) {
        return scalar(
                "Gauss–Seidel stopped at " + tolerance,
                Category.SOLVER,
                vec(1.2, -0.5, 0.9),
                b -> {
                    double[] y = new double[3];
                    double change = 1;
                    while (change > tolerance) {
                        change = 0;
                        for (int i = 0; i < 3; i++) {
                            double next = (b[i] + (i > 0 ? y[i - 1] : 0) + (i < 2 ? y[i + 1] : 0)) / 3;
                            change = Math.max(change, abs(next - y[i]));
                            y[i] = next;
                        }
                    }
                    return sq(y[0]) + y[1] + y[2];
                },
                b -> {
                    // The inverse of tridiag(−1, 3, −1) is this, over 21.
                    double y0 = (8 * b[0] + 3 * b[1] + b[2]) / 21;
                    double[] w = {2 * y0, 1, 1};
                    return vec(
                            (8 * w[0] + 3 * w[1] + w[2]) / 21,
                            (3 * w[0] + 9 * w[1] + 3 * w[2]) / 21,
                            (w[0] + 3 * w[1] + 8 * w[2]) / 21);
                });
    }

    private static double root(DoubleUnaryOperator f, double low, double high) {
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (f.applyAsDouble(middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }

    /** sin(x)/x with the value 1 near zero, as many libraries have it. */
    private static CorpusCase sinc(double patch) {
        return scalar(
                "sinc with a patch of " + patch + ", at zero",
                Category.APPROXIMATED,
                vec(0, 0.4),
                x -> (abs(x[0]) < patch ? 1 : sin(x[0]) / x[0]) * exp(x[1]),
                x -> {
                    double d = abs(x[0]) < patch ? 0 : (x[0] * cos(x[0]) - sin(x[0])) / sq(x[0]);
                    return vec(d * exp(x[1]), (abs(x[0]) < patch ? 1 : sin(x[0]) / x[0]) * exp(x[1]));
                });
    }

    /** log(1 + x)/x with its limit 1 where x is tiny; the derivative at zero is −1/2. */
    private static CorpusCase patchedLogarithm() {
        return scalar(
                "log(1+x)/x with a patch of 1e-9, at zero",
                Category.APPROXIMATED,
                vec(0.0),
                x -> abs(x[0]) < 1e-9 ? 1 : Math.log1p(x[0]) / x[0],
                x -> vec(-0.5));
    }

    /** A smile that takes another formula where forward and strike agree to 1e-7. */
    private static CorpusCase atTheMoney() {
        return scalar(
                "formula for the money, at it",
                Category.APPROXIMATED,
                vec(100, 100),
                x -> abs(x[0] / x[1] - 1) < 1e-7 ? 0.2 : 0.2 * log(x[0] / x[1]) / (x[0] / x[1] - 1),
                x -> vec(-0.1 / 100, 0.1 / 100));
    }

    /** log Γ by Stirling's series with two terms from 8 on: about ten digits; the derivative is exact. */
    private static CorpusCase stirling() {
        return scalar(
                "log-gamma to nine digits",
                Category.APPROXIMATED,
                vec(6.3),
                x -> {
                    double z = x[0];
                    double shift = 0;
                    while (z < 8) {
                        shift -= log(z);
                        z++;
                    }
                    return shift + (z - 0.5) * log(z) - z + 0.9189385332046728 + 1 / (12 * z) - 1 / (360 * z * z * z);
                },
                x -> vec(digamma(x[0])));
    }

    private static double digamma(double x) {
        double sum = 0;
        double z = x;
        while (z < 30) {
            sum -= 1 / z;
            z++;
        }
        double i = 1 / (z * z);
        return sum + log(z) - 0.5 / z - i * (1.0 / 12 - i * (1.0 / 120 - i * (1.0 / 252 - i / 240)));
    }

    private static CorpusCase typedConstant() {
        return scalar(
                "a constant typed with nine digits",
                Category.APPROXIMATED,
                vec(0.7),
                x -> exp(-x[0] * x[0] / 2) * 0.398942280,
                x -> vec(-x[0] * exp(-x[0] * x[0] / 2) / sqrt(2 * Math.PI)));
    }

    /** Abramowitz and Stegun 7.1.28, |error| < 3e-7 of the value, with the exact derivative beside a large slope. */
    private static CorpusCase errorFunction() {
        return scalar(
                "error function to seven digits",
                Category.APPROXIMATED,
                vec(2.1, 1.5),
                x -> {
                    double z = x[0];
                    double s = 1
                            + z
                                    * (0.0705230784
                                            + z
                                                    * (0.0422820123
                                                            + z
                                                                    * (0.0092705272
                                                                            + z
                                                                                    * (0.0001520143
                                                                                            + z
                                                                                                    * (0.0002765672
                                                                                                            + z
                                                                                                                    * 0.0000430638)))));
                    return 1 - Math.pow(s, -16) + 30 * sin(x[1] * x[0]);
                },
                x -> {
                    double d = 2 / sqrt(Math.PI) * exp(-sq(x[0]));
                    return vec(d + 30 * x[1] * cos(x[1] * x[0]), 30 * x[0] * cos(x[1] * x[0]));
                });
    }
}
