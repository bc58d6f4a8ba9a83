package org.gradcheck.guide;

import org.ddogleg.optimization.functions.FunctionNtoM;
import org.ddogleg.optimization.functions.FunctionNtoMxN;
import org.ddogleg.optimization.functions.FunctionNtoN;
import org.ddogleg.optimization.functions.FunctionNtoS;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.differentiation.Derivative;
import org.hipparchus.analysis.differentiation.UnivariateDifferentiableFunction;
import org.hipparchus.util.MathArrays;
import smile.math.DifferentiableMultivariateFunction;

/** Code as it is written for libraries. */
final class LibraryCode {

    private LibraryCode() {}

    /** (1 − x₀)² + 100(x₁ − x₀²)². */
    static final class Rosenbrock {
        private Rosenbrock() {}

        static <T extends CalculusFieldElement<T>> T value(T[] x) {
            T a = x[0].negate().add(1);
            T b = x[1].subtract(x[0].square());
            return a.square().add(b.square().multiply(100));
        }

        static double realValue(double[] x) {
            double a = 1 - x[0];
            double b = x[1] - x[0] * x[0];
            return a * a + 100 * b * b;
        }

        static double[] gradient(double[] x) {
            double b = x[1] - x[0] * x[0];
            return new double[] {-2 * (1 - x[0]) - 400 * x[0] * b, 200 * b};
        }
    }

    /** (t cos t, t sin t). */
    static final class Spiral {
        private Spiral() {}

        static <T extends CalculusFieldElement<T>> T[] position(T[] t) {
            T[] y = MathArrays.buildArray(t[0].getField(), 2);
            y[0] = t[0].multiply(t[0].cos());
            y[1] = t[0].multiply(t[0].sin());
            return y;
        }

        static double[][] velocity(double[] t) {
            double cos = Math.cos(t[0]);
            double sin = Math.sin(t[0]);
            return new double[][] {{cos - t[0] * sin}, {sin + t[0] * cos}};
        }
    }

    /** log(1 + exp x), which has the logistic function for its derivative. */
    static final class Softplus implements UnivariateDifferentiableFunction {
        @Override
        public double value(double x) {
            return Math.log1p(Math.exp(x));
        }

        @Override
        public <T extends Derivative<T>> T value(T x) {
            return x.compose(value(x.getValue()), 1 / (1 + Math.exp(-x.getValue())));
        }
    }

    /** (x₀x₁, exp x₀). */
    static final class Residuals implements FunctionNtoM {
        @Override
        public void process(double[] x, double[] r) {
            r[0] = x[0] * x[1];
            r[1] = Math.exp(x[0]);
        }

        @Override
        public int getNumOfInputsN() {
            return 2;
        }

        @Override
        public int getNumOfOutputsM() {
            return 2;
        }
    }

    static final class ResidualsJacobian implements FunctionNtoMxN<DMatrixRMaj> {
        @Override
        public void process(double[] x, DMatrixRMaj j) {
            j.set(0, 0, x[1]);
            j.set(0, 1, x[0]);
            j.set(1, 0, Math.exp(x[0]));
            j.set(1, 1, 0);
        }

        @Override
        public DMatrixRMaj declareMatrixMxN() {
            return new DMatrixRMaj(2, 2);
        }

        @Override
        public int getNumOfInputsN() {
            return 2;
        }

        @Override
        public int getNumOfOutputsM() {
            return 2;
        }
    }

    static final class Cost implements FunctionNtoS {
        @Override
        public int getNumOfInputsN() {
            return 2;
        }

        @Override
        public double process(double[] x) {
            return Rosenbrock.realValue(x);
        }
    }

    static final class CostGradient implements FunctionNtoN {
        @Override
        public int getN() {
            return 2;
        }

        @Override
        public void process(double[] x, double[] g) {
            System.arraycopy(Rosenbrock.gradient(x), 0, g, 0, 2);
        }
    }

    /** ½Σwᵢ⁴ for Smile; it fills in so many entries of the gradient. */
    record Quartic(int filled) implements DifferentiableMultivariateFunction {
        @Override
        public double f(double[] w) {
            double sum = 0;
            for (double wi : w) {
                sum += wi * wi * wi * wi / 2;
            }
            return sum;
        }

        @Override
        public double f(double[] w, double[] gradient) {
            for (int i = 0; i < filled; i++) {
                gradient[i] = 2 * w[i] * w[i] * w[i];
            }
            return f(w);
        }
    }

    /** The interface of value and derivative that several optimisers have. */
    interface DiffFunction {
        double valueAt(double[] x);

        double[] derivativeAt(double[] x);
    }

    /** Value and derivative are computed together and kept until another point is asked for. */
    static final class Cached implements DiffFunction {
        private final double factor;
        private final double[] last = {Double.NaN, Double.NaN};
        private final double[] derivative = new double[2];
        private double value;

        /** @param factor 1 if the derivative is to be right */
        Cached(double factor) {
            this.factor = factor;
        }

        @Override
        public double valueAt(double[] x) {
            ensure(x);
            return value;
        }

        @Override
        public double[] derivativeAt(double[] x) {
            ensure(x);
            return derivative;
        }

        private void ensure(double[] x) {
            if (x[0] != last[0] || x[1] != last[1]) {
                System.arraycopy(x, 0, last, 0, 2);
                value = Rosenbrock.realValue(x);
                double[] g = Rosenbrock.gradient(x);
                derivative[0] = g[0];
                derivative[1] = factor * g[1];
            }
        }
    }
}
