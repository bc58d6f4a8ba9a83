package org.gradcheck.assertj;

import org.ejml.data.DMatrixRMaj;

/** f(x) = x₀²x₁ and F(x) = (x₀x₁, x₁²) with their derivatives, right and wrong. */
final class Bilinear {

    private Bilinear() {}

    static double value(double[] x) {
        return x[0] * x[0] * x[1];
    }

    static double[] gradient(double[] x) {
        return new double[] {2 * x[0] * x[1], x[0] * x[0]};
    }

    static double[] gradientWithoutTwo(double[] x) {
        return new double[] {x[0] * x[1], x[0] * x[0]};
    }

    static double[] forward(double[] x) {
        return new double[] {x[0] * x[1], x[1] * x[1]};
    }

    static double[] jvp(double[] x, double[] v) {
        return new double[] {x[1] * v[0] + x[0] * v[1], 2 * x[1] * v[1]};
    }

    static double[] wrongJvp(double[] x, double[] v) {
        return new double[] {x[1] * v[0], 2 * x[1] * v[1]};
    }

    static double[] vjp(double[] x, double[] w) {
        return new double[] {x[1] * w[0], x[0] * w[0] + 2 * x[1] * w[1]};
    }

    static double[] wrongVjp(double[] x, double[] w) {
        return new double[] {x[1] * w[0] + x[0] * w[1], 2 * x[1] * w[1]};
    }

    static double[][] jacobianRows(double[] x) {
        return new double[][] {{x[1], x[0]}, {0, 2 * x[1]}};
    }

    static DMatrixRMaj jacobian(double[] x) {
        return new DMatrixRMaj(jacobianRows(x));
    }

    static DMatrixRMaj wrongJacobian(double[] x) {
        return new DMatrixRMaj(wrongJacobianRows(x));
    }

    static double[][] wrongJacobianRows(double[] x) {
        return new double[][] {{x[1], 0}, {x[0], 2 * x[1]}};
    }
}
