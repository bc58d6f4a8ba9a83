package org.gradcheck.guide;

/** What is tested in the guide on migrating, right and wrong. */
final class Migrated {

    private Migrated() {}

    /** Σ log(1 + exp(wᵢ)) + λ/2 |w|². */
    record Model(double penalty) {

        double value(double[] w) {
            double sum = 0;
            for (double t : w) {
                sum += Math.log1p(Math.exp(t)) + 0.5 * penalty * t * t;
            }
            return sum;
        }

        double[] gradient(double[] w) {
            double[] g = gradientWithoutPenalty(w);
            for (int i = 0; i < g.length; i++) {
                g[i] += penalty * w[i];
            }
            return g;
        }

        double[] gradientWithoutPenalty(double[] w) {
            double[] g = new double[w.length];
            for (int i = 0; i < g.length; i++) {
                g[i] = 1 / (1 + Math.exp(-w[i]));
            }
            return g;
        }

        double[][] hessian(double[] w) {
            double[][] h = hessianWithoutPenalty(w);
            for (int i = 0; i < h.length; i++) {
                h[i][i] += penalty;
            }
            return h;
        }

        /** Consistent with the gradient that has the same mistake. */
        double[][] hessianWithoutPenalty(double[] w) {
            double[] s = gradientWithoutPenalty(w);
            double[][] h = new double[w.length][w.length];
            for (int i = 0; i < h.length; i++) {
                h[i][i] = s[i] * (1 - s[i]);
            }
            return h;
        }
    }

    /** Σ exp(3xᵢ). */
    static final class Growth {

        double value(double[] x) {
            double sum = 0;
            for (double t : x) {
                sum += Math.exp(3 * t);
            }
            return sum;
        }

        double[] gradient(double[] x) {
            double[] g = new double[x.length];
            for (int i = 0; i < g.length; i++) {
                g[i] = 3 * Math.exp(3 * x[i]);
            }
            return g;
        }
    }

    /** t/2 (1 + tanh(c (t + a t³))) with c = √(2/π). */
    static final class Gelu {

        private static final double A = 0.044715;
        private static final double C = Math.sqrt(2 / Math.PI);

        double value(double t) {
            return 0.5 * t * (1 + Math.tanh(C * (t + A * t * t * t)));
        }

        double derivative(double t) {
            return derivative(t, C);
        }

        /** Its constant was copied from a table with one digit. */
        double derivativeWithRoundedConstant(double t) {
            return derivative(t, 0.8);
        }

        private static double derivative(double t, double c) {
            double tanh = Math.tanh(c * (t + A * t * t * t));
            return 0.5 * (1 + tanh) + 0.5 * t * (1 - tanh * tanh) * c * (1 + 3 * A * t * t);
        }
    }

    /** Scaled exponentials sᵢ = c exp(xᵢ) / Σ exp(xⱼ). */
    record Softmax(double scale) {

        double[] value(double[] x) {
            double sum = 0;
            for (double t : x) {
                sum += Math.exp(t);
            }
            double[] s = new double[x.length];
            for (int i = 0; i < s.length; i++) {
                s[i] = scale * Math.exp(x[i]) / sum;
            }
            return s;
        }

        double[] jvp(double[] x, double[] v) {
            double[] s = value(x);
            double mean = HandRolled.dot(s, v) / scale;
            double[] result = new double[s.length];
            for (int i = 0; i < s.length; i++) {
                result[i] = s[i] * (v[i] - mean);
            }
            return result;
        }

        double[] vjp(double[] x, double[] w) {
            return jvp(x, w); // the Jacobian is symmetric
        }

        /** Forgets that the sum depends on x as well. */
        double[] jvpWithoutSum(double[] x, double[] v) {
            double[] s = value(x);
            for (int i = 0; i < s.length; i++) {
                s[i] *= v[i];
            }
            return s;
        }

        double[] vjpWithoutSum(double[] x, double[] w) {
            return jvpWithoutSum(x, w);
        }
    }

    /** Rosenbrock's function 100 (y − x²)² + (1 − x)². */
    static final class Rosenbrock {

        double value(double[] x) {
            double r = x[1] - x[0] * x[0];
            return 100 * r * r + (1 - x[0]) * (1 - x[0]);
        }

        double[] gradient(double[] x) {
            double r = x[1] - x[0] * x[0];
            return new double[] {-400 * r * x[0] - 2 * (1 - x[0]), 200 * r};
        }

        double[][] hessian(double[] x) {
            return new double[][] {{1200 * x[0] * x[0] - 400 * x[1] + 2, -400 * x[0]}, {-400 * x[0], 200}};
        }
    }

    /** The rate of a reaction A exp(−E/(R T)), in mol/(l s), and its derivative by the temperature in K. */
    static final class Rate {

        private static final double FACTOR = 2e-3;
        private static final double KELVIN = 6000;

        double value(double temperature) {
            return FACTOR * Math.exp(-KELVIN / temperature);
        }

        double derivative(double temperature) {
            return value(temperature) * KELVIN / (temperature * temperature);
        }

        double derivativeWithWrongSign(double temperature) {
            return -derivative(temperature);
        }
    }
}
