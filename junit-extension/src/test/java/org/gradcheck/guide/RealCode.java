package org.gradcheck.guide;

import java.util.Arrays;

/** Code in the shapes that code has. */
final class RealCode {

    private RealCode() {}

    /** f = ½Σwᵢ² + w₀w₁ + 2.7w₀ + w₂. */
    static final class Loss {
        double value(double[] w) {
            return 0.5 * Arrays.stream(w).map(wi -> wi * wi).sum() + w[0] * w[1] + w[2] + 2.7 * w[0];
        }

        void gradientInto(double[] w, double[] g) {
            gradientWithoutLast(w, g);
            g[2] = w[2] + 1;
        }

        void gradientWithoutLast(double[] w, double[] g) {
            g[0] = w[0] + w[1] + 2.7;
            g[1] = w[1] + w[0];
        }

        void addGradient(double[] w, double[] sum) {
            double[] g = new double[w.length];
            gradientInto(w, g);
            for (int i = 0; i < g.length; i++) {
                sum[i] += g[i];
            }
        }

        double valueAndGradientInto(double[] w, double[] g) {
            gradientInto(w, g);
            return value(w);
        }
    }

    record Priced(double value, double[] greeks) {
        double greek(int i) {
            return greeks[i];
        }
    }

    /** A price of forward, strike and volatility; the derivative to the strike is right for the sign 1. */
    record Pricer(double sign) {
        Priced price(double[] x) {
            double growth = Math.exp(x[2]);
            double value = (x[0] - x[1]) * growth + x[1] * x[1] / 200;
            return new Priced(value, new double[] {growth, sign * (x[1] / 100 - growth), (x[0] - x[1]) * growth});
        }
    }

    /** f = p₀²p₁, whose gradient is in a buffer of its own. */
    static final class Curve {
        private final double[] parameters = new double[2];
        private final double[] gradient = new double[2];

        void setParameters(double[] p) {
            System.arraycopy(p, 0, parameters, 0, 2);
        }

        double getValue() {
            return parameters[0] * parameters[0] * parameters[1];
        }

        double[] getGradient() {
            gradient[0] = 2 * parameters[0] * parameters[1];
            gradient[1] = parameters[0] * parameters[0];
            return gradient;
        }
    }

    /** A point projected to a plane: two outputs of three inputs. */
    static final class Camera {
        double[] project(double[] p) {
            return new double[] {p[0] / p[2], p[1] / p[2]};
        }

        void projectInto(double[] p, double[] pixel) {
            System.arraycopy(project(p), 0, pixel, 0, 2);
        }

        double[] jacobian(double[] p) {
            return new double[] {1 / p[2], 0, -p[0] / (p[2] * p[2]), 0, 1 / p[2], -p[1] / (p[2] * p[2])};
        }

        double[] jacobianByColumns(double[] p) {
            return new double[] {1 / p[2], 0, 0, 1 / p[2], -p[0] / (p[2] * p[2]), -p[1] / (p[2] * p[2])};
        }

        void jacobianInto(double[] p, double[] j) {
            System.arraycopy(jacobian(p), 0, j, 0, 6);
        }
    }

    static final class Likelihood {
        double logLikelihood(double[] w) {
            return -Arrays.stream(w).map(wi -> Math.log1p(Math.exp(wi))).sum();
        }

        double[] score(double[] w) {
            return Arrays.stream(w).map(wi -> -1 / (1 + Math.exp(-wi))).toArray();
        }
    }

    static final class TanhLayer {
        double[] forward(double[] x) {
            return Arrays.stream(x).map(Math::tanh).toArray();
        }

        double[] slopesOfOutput(double[] y) {
            return Arrays.stream(y).map(yi -> 1 - yi * yi).toArray();
        }

        double[] backward(double[] y, double[] w) {
            double[] dx = slopesOfOutput(y);
            for (int i = 0; i < dx.length; i++) {
                dx[i] *= w[i];
            }
            return dx;
        }
    }

    /** The loss x₀²x₁ for each row. */
    static final class Net {
        double[] losses(double[][] batch) {
            return Arrays.stream(batch).mapToDouble(x -> x[0] * x[0] * x[1]).toArray();
        }

        double totalLoss(double[][] batch) {
            return Arrays.stream(losses(batch)).sum();
        }

        double[][] gradients(double[][] batch) {
            return Arrays.stream(batch)
                    .map(x -> new double[] {2 * x[0] * x[1], x[0] * x[0]})
                    .toArray(double[][]::new);
        }
    }
}
