package org.gradcheck.check;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.derivative.Jvp;
import org.gradcheck.derivative.Vjp;
import org.gradcheck.function.GuardedFunction;
import org.gradcheck.function.Precision;
import org.gradcheck.report.CheckResult;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/** Operators, right and wrong, for tests of the identities; and the identities without a comparison with f. */
final class Operators {

    private Operators() {}

    /** A random matrix with entries between −1 and 1. */
    static DMatrixRMaj matrix(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new DMatrixRMaj(
                rows,
                columns,
                true,
                random.doubles((long) rows * columns, -1, 1).toArray());
    }

    static double[] vector(int length, long seed) {
        return new SplittableRandom(seed).doubles(length, -1, 1).toArray();
    }

    static double[] times(DMatrixRMaj matrix, double[] v) {
        DMatrixRMaj product = new DMatrixRMaj(matrix.numRows, 1);
        CommonOps_DDRM.mult(matrix, DMatrixRMaj.wrap(v.length, 1, v), product);
        return product.data;
    }

    static double[] transposedTimes(DMatrixRMaj matrix, double[] w) {
        DMatrixRMaj product = new DMatrixRMaj(matrix.numCols, 1);
        CommonOps_DDRM.multTransA(matrix, DMatrixRMaj.wrap(w.length, 1, w), product);
        return product.data;
    }

    /** Real and imaginary parts, one after the other, by Cooley and Tukey's recursion; the length is a power of two. */
    static double[] fourier(double[] v) {
        int n = v.length / 2;
        if (n == 1) {
            return v.clone();
        }
        double[][] halves = new double[2][n];
        for (int i = 0; i < n; i++) {
            halves[i % 2][i / 2] = v[i];
            halves[i % 2][n / 2 + i / 2] = v[n + i];
        }
        double[] even = fourier(halves[0]);
        double[] odd = fourier(halves[1]);
        double[] y = new double[2 * n];
        for (int k = 0; k < n / 2; k++) {
            double c = Math.cos(-2 * Math.PI * k / n);
            double s = Math.sin(-2 * Math.PI * k / n);
            double real = c * odd[k] - s * odd[n / 2 + k];
            double imaginary = c * odd[n / 2 + k] + s * odd[k];
            y[k] = even[k] + real;
            y[n / 2 + k] = even[k] - real;
            y[n + k] = even[n / 2 + k] + imaginary;
            y[n + n / 2 + k] = even[n / 2 + k] - imaginary;
        }
        return y;
    }

    /** Rounded to single precision after every operation. */
    static double[] singleTimes(DMatrixRMaj matrix, double[] v) {
        double[] y = new double[matrix.numRows];
        for (int i = 0; i < y.length; i++) {
            float sum = 0;
            for (int j = 0; j < v.length; j++) {
                sum += (float) matrix.get(i, j) * (float) v[j];
            }
            y[i] = sum;
        }
        return y;
    }

    static Subject subject(Space<?> domain, Space<?> codomain, double[] x) {
        double[] value = new double[codomain.dimension()];
        return new Subject(
                new GuardedFunction(z -> value), Optional.empty(), domain, codomain, x, value, 0, Optional.empty());
    }

    static CheckResult linearityOfJvp(UnaryOperator<double[]> jvp, double[] x, int outputs, long seed) {
        return linearityOfJvp(jvp, x, Spaces.vector(x.length), Spaces.vector(outputs), CheckSettings.defaults(), seed);
    }

    static CheckResult linearityOfJvp(
            UnaryOperator<double[]> jvp,
            double[] x,
            Space<?> domain,
            Space<?> codomain,
            CheckSettings settings,
            long seed) {
        Subject subject = subject(domain, codomain, x);
        return new LinearityCheck(
                        subject,
                        LinearOperator.of(new Jvp((z, v) -> jvp.apply(v)), subject),
                        new IdentityDecision(settings, settings.precision().orElse(Precision.DOUBLE), 0),
                        Seeds.identities(seed))
                .run();
    }

    static CheckResult linearityOfVjp(UnaryOperator<double[]> vjp, double[] x, int outputs, long seed) {
        Subject subject = subject(Spaces.vector(x.length), Spaces.vector(outputs), x);
        return new LinearityCheck(
                        subject,
                        LinearOperator.of(new Vjp((z, w) -> vjp.apply(w)), subject),
                        new IdentityDecision(CheckSettings.defaults(), Precision.DOUBLE, 0),
                        Seeds.identities(seed))
                .run();
    }

    static CheckResult adjoint(
            UnaryOperator<double[]> jvp, UnaryOperator<double[]> vjp, double[] x, int outputs, long seed) {
        return new AdjointCheck(
                        subject(Spaces.vector(x.length), Spaces.vector(outputs), x),
                        new IdentityDecision(CheckSettings.defaults(), Precision.DOUBLE, 0),
                        Seeds.identities(seed))
                .run(new Jvp((z, v) -> jvp.apply(v)), new Vjp((z, w) -> vjp.apply(w)));
    }

    static CheckResult agreement(Derivative first, Derivative second, double[] x, int outputs, long seed) {
        Subject subject = subject(Spaces.vector(x.length), Spaces.vector(outputs), x);
        IdentityDecision decision = new IdentityDecision(CheckSettings.defaults(), Precision.DOUBLE, 0);
        return new ConsistencyCheck(first.form(), second.form(), x.length)
                .run(
                        OperatorPair.of(subject, decision, Seeds.identities(seed), first, second),
                        decision,
                        "⟨w, f′(x)[v]⟩");
    }

    static List<String> diagnosis(CheckResult result) {
        return result.diagnosis().stream().map(d -> d.kind() + ": " + d.text()).toList();
    }
}
