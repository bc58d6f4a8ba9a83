package org.gradcheck.corpus;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.function.ComplexVector;
import org.gradcheck.report.CheckReport;

/** Functions with an analytic continuation. */
final class ComplexFunctions {

    private ComplexFunctions() {}

    /**
     * A function with its continuation.
     *
     * @param point where it is checked
     * @param function f
     * @param continuation f on complex coordinates
     * @param gradient its right gradient
     */
    record Case(
            double[] point,
            ToDoubleFunction<double[]> function,
            ComplexFunction continuation,
            UnaryOperator<double[]> gradient)
            implements DetectionBySize.Subject {

        @Override
        public CheckReport check(double factor, CheckSettings settings) {
            return DerivativeCheck.ofScalar(function)
                    .at(point)
                    .settings(settings)
                    .complexStep(continuation)
                    .gradient(x -> {
                        double[] g = gradient.apply(x).clone();
                        for (int i = 0; i < g.length; i++) {
                            g[i] *= factor;
                        }
                        return g;
                    })
                    .run();
        }
    }

    static List<Case> all() {
        return List.of(
                new Case(
                        new double[] {0.7, -1.3, 2.1},
                        x -> Math.exp(x[0]) * Math.exp(x[1]) * Math.exp(x[2]),
                        z -> exp(z.real()[0] + z.real()[1] + z.real()[2], sum(z.imaginary())),
                        x -> {
                            double e = Math.exp(x[0]) * Math.exp(x[1]) * Math.exp(x[2]);
                            return new double[] {e, e, e};
                        }),
                new Case(
                        new double[] {0.3, 1.1, -0.8, 2.5},
                        x -> sumOf(x, Math::sin),
                        z -> {
                            double re = 0;
                            double im = 0;
                            for (int i = 0; i < z.length(); i++) {
                                re += Math.sin(z.real()[i]) * Math.cosh(z.imaginary()[i]);
                                im += Math.cos(z.real()[i]) * Math.sinh(z.imaginary()[i]);
                            }
                            return scalar(re, im);
                        },
                        x -> entrywise(x, Math::cos)),
                new Case(
                        new double[] {1.7, 0.4, -2.2},
                        x -> sumOf(x, t -> t * t * t),
                        z -> {
                            double re = 0;
                            double im = 0;
                            for (int i = 0; i < z.length(); i++) {
                                double a = z.real()[i];
                                double b = z.imaginary()[i];
                                re += a * a * a - 3 * a * b * b;
                                im += 3 * a * a * b - b * b * b;
                            }
                            return scalar(re, im);
                        },
                        x -> entrywise(x, t -> 3 * t * t)),
                new Case(
                        new double[] {3.1, 0.2, 12},
                        x -> sumOf(x, t -> 1 / t),
                        z -> {
                            double re = 0;
                            double im = 0;
                            for (int i = 0; i < z.length(); i++) {
                                double a = z.real()[i];
                                double b = z.imaginary()[i];
                                re += a / (a * a + b * b);
                                im -= b / (a * a + b * b);
                            }
                            return scalar(re, im);
                        },
                        x -> entrywise(x, t -> -1 / (t * t))),
                new Case(
                        new double[] {1.5, 0.25, 40},
                        x -> sumOf(x, Math::log),
                        z -> {
                            double re = 0;
                            double im = 0;
                            for (int i = 0; i < z.length(); i++) {
                                re += Math.log(Math.hypot(z.real()[i], z.imaginary()[i]));
                                im += Math.atan2(z.imaginary()[i], z.real()[i]);
                            }
                            return scalar(re, im);
                        },
                        x -> entrywise(x, t -> 1 / t)));
    }

    private static ComplexVector exp(double re, double im) {
        return scalar(Math.exp(re) * Math.cos(im), Math.exp(re) * Math.sin(im));
    }

    private static ComplexVector scalar(double re, double im) {
        return new ComplexVector(new double[] {re}, new double[] {im});
    }

    private static double sum(double[] x) {
        return sumOf(x, t -> t);
    }

    private static double sumOf(double[] x, java.util.function.DoubleUnaryOperator term) {
        double sum = 0;
        for (double t : x) {
            sum += term.applyAsDouble(t);
        }
        return sum;
    }

    private static double[] entrywise(double[] x, java.util.function.DoubleUnaryOperator derivative) {
        return java.util.Arrays.stream(x).map(derivative).toArray();
    }
}
