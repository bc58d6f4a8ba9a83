package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradcheck.check.Algebra.dot;
import static org.gradcheck.check.Algebra.minus;
import static org.gradcheck.check.Algebra.plus;
import static org.gradcheck.check.Algebra.product;
import static org.gradcheck.check.Algebra.scaled;
import static org.gradcheck.check.Algebra.symmetric;
import static org.gradcheck.check.Algebra.times;
import static org.gradcheck.check.Algebra.transposed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.report.CheckReport;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

/** The guide to implicit and spectral derivatives shows nothing that does not compile and pass, or a mistake that does. */
class ImplicitAndSpectralGuideTest {

    private final DMatrixRMaj stiffness = new DMatrixRMaj(new double[][] {{2, 1, -1}, {1, 3, 0.5}, {-1, 0.5, -1}});
    private final DMatrixRMaj tall = new DMatrixRMaj(new double[][] {{2, 1}, {-1, 0.5}, {0.3, 1.5}});
    private final DMatrixRMaj nonsymmetric =
            new DMatrixRMaj(new double[][] {{2, 0.5, -1}, {-0.7, 1.5, 0.2}, {0.4, -0.3, 1}});
    private final double[] load = {1, -2, 0.5};

    private static DMatrixRMaj identity(int size) {
        return CommonOps_DDRM.identity(size);
    }

    private static DMatrixRMaj outer(double[] u, double[] v) {
        return product(new DMatrixRMaj(u.length, 1, true, u), new DMatrixRMaj(1, v.length, true, v));
    }

    private static double[] solve(DMatrixRMaj a, double[] b) {
        DMatrixRMaj x = new DMatrixRMaj(b.length, 1);
        CommonOps_DDRM.solve(a.copy(), new DMatrixRMaj(b.length, 1, true, b), x);
        return x.data;
    }

    /** The largest eigenvalue with its eigenvector, whose sign is the solver's. */
    private static final class Eigen {
        static double largest(DMatrixRMaj a) {
            double[] q = top(a);
            return dot(q, times(a, q));
        }

        static double[] top(DMatrixRMaj a) {
            EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(a.numRows, true, true);
            eigen.decompose(a.copy());
            int top = 0;
            for (int i = 1; i < a.numRows; i++) {
                top = eigen.getEigenvalue(i).getReal()
                                > eigen.getEigenvalue(top).getReal()
                        ? i
                        : top;
            }
            return eigen.getEigenVector(top).data;
        }

        /** p of (A − λI)p + μq = w, ⟨q, p⟩ = 0. */
        static double[] bordered(DMatrixRMaj a, double[] w) {
            int n = a.numRows;
            double[] q = top(a);
            DMatrixRMaj system = new DMatrixRMaj(n + 1, n + 1);
            CommonOps_DDRM.insert(plus(a, scaled(-largest(a), identity(n))), system, 0, 0);
            for (int i = 0; i < n; i++) {
                system.set(i, n, q[i]);
                system.set(n, i, q[i]);
            }
            return Arrays.copyOf(solve(system, Arrays.copyOf(w, n + 1)), n);
        }
    }

    private static final class Singular {
        static double largest(DMatrixRMaj a) {
            return Math.sqrt(Eigen.largest(product(transposed(a), a)));
        }

        static double[] right(DMatrixRMaj a) {
            return Eigen.top(product(transposed(a), a));
        }

        static double[] left(DMatrixRMaj a) {
            return Algebra.unit(times(a, right(a)));
        }
    }

    /** x = tanh(Mx + p). */
    private static final class FixedPoint {
        private static final DMatrixRMaj M = new DMatrixRMaj(new double[][] {{0.4, -0.3}, {0.5, 0.2}});

        static double[] of(double[] p) {
            double[] x = new double[p.length];
            for (int k = 0; k < 200; k++) {
                x = Algebra.map(plus(times(M, x), p), Math::tanh);
            }
            return x;
        }

        /** g′ₓ, diag(1 − x²)M; g′ₚ is diag(1 − x²). */
        static DMatrixRMaj slope(double[] x) {
            return product(slopeInP(x), M);
        }

        static DMatrixRMaj slopeInP(double[] x) {
            return CommonOps_DDRM.diag(Algebra.map(x, t -> 1 - t * t));
        }
    }

    /** Euler's method for x″ = −sin x. */
    private static final class Pendulum {
        static final double STEP = 0.05;
        private static final int STEPS = 40;

        static List<double[]> states(double[] start) {
            List<double[]> states = new ArrayList<>(List.of(start));
            for (int k = 0; k < STEPS; k++) {
                double[] x = states.get(k);
                states.add(new double[] {x[0] + STEP * x[1], x[1] - STEP * Math.sin(x[0])});
            }
            return states;
        }

        static double[] atTheEnd(double[] start) {
            return states(start).get(STEPS);
        }

        static DMatrixRMaj slope(double[] x) {
            return new DMatrixRMaj(new double[][] {{0, 1}, {-Math.cos(x[0]), 0}});
        }
    }

    private static final class Exponential {
        /** By scaling, squaring and the series. */
        static DMatrixRMaj of(DMatrixRMaj a) {
            int squarings = 8;
            DMatrixRMaj small = scaled(Math.scalb(1.0, -squarings), a);
            DMatrixRMaj sum = identity(a.numRows);
            for (int k = 14; k >= 1; k--) {
                sum = plus(identity(a.numRows), scaled(1.0 / k, product(small, sum)));
            }
            for (int k = 0; k < squarings; k++) {
                sum = product(sum, sum);
            }
            return sum;
        }

        static DMatrixRMaj derivative(DMatrixRMaj a, DMatrixRMaj v) {
            int n = a.numRows;
            DMatrixRMaj block = new DMatrixRMaj(2 * n, 2 * n);
            CommonOps_DDRM.insert(a, block, 0, 0);
            CommonOps_DDRM.insert(v, block, 0, n);
            CommonOps_DDRM.insert(a, block, n, n);
            return CommonOps_DDRM.extract(of(block), 0, n, n, 2 * n);
        }
    }

    /** The sign of the eigenvector at the point of the check, for all others. */
    private Function<DMatrixRMaj, double[]> aligned() {
        double[] there = Eigen.top(stiffness);
        return a -> {
            double[] q = Eigen.top(a);
            return dot(q, there) < 0 ? Algebra.map(q, entry -> -entry) : q;
        };
    }

    private static void assertConfirmed(CheckReport report) {
        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    private static void assertRefuted(CheckReport report) {
        assertThat(report.isRefuted()).as(report.toString()).isTrue();
    }

    @Test
    void eigenvalue() {
        CheckReport report = DerivativeCheck.of(Spaces.symmetric(3), Spaces.scalar(), Eigen::largest)
                .at(stiffness)
                .gradient(a -> outer(Eigen.top(a), Eigen.top(a)), GradientConvention.RIESZ)
                .run();
        CheckReport vector = DerivativeCheck.of(Spaces.symmetric(3), Spaces.scalar(), Eigen::largest)
                .at(stiffness)
                .gradient(a -> scaled(Eigen.largest(a), outer(Eigen.top(a), Eigen.top(a))))
                .run();

        assertConfirmed(report);
        assertRefuted(vector);
    }

    @Test
    void eigenvector() {
        Function<DMatrixRMaj, double[]> aligned = aligned();
        CheckReport report = DerivativeCheck.of(Spaces.symmetric(3), Spaces.vector(3), aligned)
                .at(stiffness)
                .vjp((a, w) -> minus(symmetric(outer(Eigen.bordered(a, w), aligned.apply(a)))))
                .run();
        CheckReport sign = DerivativeCheck.of(Spaces.symmetric(3), Spaces.vector(3), aligned)
                .at(stiffness)
                .vjp((a, w) -> symmetric(outer(Eigen.bordered(a, w), aligned.apply(a))))
                .run();
        CheckReport oneTriangle = DerivativeCheck.of(Spaces.symmetric(3), Spaces.vector(3), aligned)
                .at(stiffness)
                .vjp((a, w) -> minus(outer(Eigen.bordered(a, w), aligned.apply(a))), GradientConvention.RIESZ)
                .run();

        assertConfirmed(report);
        assertRefuted(sign);
        assertRefuted(oneTriangle);
    }

    /** A sign that depends on the last places of the matrix, as solvers' signs may. */
    @Test
    void eigenvectorThatIsNotAlignedIsNeverConfirmed() {
        Function<DMatrixRMaj, double[]> flipping = a -> {
            double[] q = aligned().apply(a);
            return Double.doubleToLongBits(a.get(0, 0) * 3 + a.get(1, 2)) * 0x9E3779B97F4A7C15L > 0
                    ? q
                    : Algebra.map(q, entry -> -entry);
        };
        CheckReport report = DerivativeCheck.of(Spaces.symmetric(3), Spaces.vector(3), flipping)
                .at(stiffness)
                .vjp((a, w) ->
                        minus(symmetric(outer(Eigen.bordered(a, w), aligned().apply(a)))))
                .run();

        assertThat(report.isInconclusive()).as(report.toString()).isTrue();
    }

    /** qqᵀ has no gauge: P′[V] = pqᵀ + qpᵀ for p = q′[V]. */
    @Test
    void projector() {
        CheckReport report = DerivativeCheck.of(
                        Spaces.symmetric(3), Spaces.symmetric(3), (DMatrixRMaj a) -> outer(Eigen.top(a), Eigen.top(a)))
                .at(stiffness)
                .jvp((a, v) -> {
                    double[] q = Eigen.top(a);
                    return minus(scaled(2, symmetric(outer(Eigen.bordered(a, times(v, q)), q))));
                })
                .run();

        assertConfirmed(report);
    }

    @Test
    void singularValue() {
        CheckReport report = DerivativeCheck.of(Spaces.matrix(3, 2), Spaces.scalar(), Singular::largest)
                .at(tall)
                .gradient(a -> outer(Singular.left(a), Singular.right(a)))
                .run();
        CheckReport scaledTwice = DerivativeCheck.of(Spaces.matrix(3, 2), Spaces.scalar(), Singular::largest)
                .at(tall)
                .gradient(a -> outer(times(a, Singular.right(a)), Singular.right(a)))
                .run();

        assertConfirmed(report);
        assertRefuted(scaledTwice);
    }

    @Test
    void linearSolve() {
        CheckReport report = DerivativeCheck.of(
                        Spaces.matrix(3, 3), Spaces.vector(3), (DMatrixRMaj a) -> solve(a, load))
                .at(nonsymmetric)
                .vjp((a, w) -> minus(outer(solve(transposed(a), w), solve(a, load))))
                .run();
        CheckReport untransposed = DerivativeCheck.of(
                        Spaces.matrix(3, 3), Spaces.vector(3), (DMatrixRMaj a) -> solve(a, load))
                .at(nonsymmetric)
                .vjp((a, w) -> minus(outer(solve(a, w), solve(a, load))))
                .run();

        assertConfirmed(report);
        assertRefuted(untransposed);
    }

    @Test
    void fixedPoint() {
        CheckReport report = DerivativeCheck.ofVector(FixedPoint::of)
                .at(new double[] {0.3, -0.2})
                .vjp((p, w) -> {
                    double[] x = FixedPoint.of(p);
                    double[] lambda = solve(plus(identity(2), minus(transposed(FixedPoint.slope(x)))), w);
                    return times(transposed(FixedPoint.slopeInP(x)), lambda);
                })
                .run();
        CheckReport oneIteration = DerivativeCheck.ofVector(FixedPoint::of)
                .at(new double[] {0.3, -0.2})
                .vjp((p, w) -> times(transposed(FixedPoint.slopeInP(FixedPoint.of(p))), w))
                .run();

        assertConfirmed(report);
        assertRefuted(oneIteration);
    }

    @Test
    void stepsOfADifferentialEquation() {
        CheckReport report = DerivativeCheck.ofVector(Pendulum::atTheEnd)
                .at(new double[] {0.5, 1})
                .vjp((start, w) -> {
                    List<double[]> states = Pendulum.states(start);
                    double[] lambda = w;
                    for (int k = states.size() - 2; k >= 0; k--) {
                        lambda = plus(
                                lambda,
                                times(scaled(Pendulum.STEP, transposed(Pendulum.slope(states.get(k)))), lambda));
                    }
                    return lambda;
                })
                .run();
        CheckReport stateTooLate = DerivativeCheck.ofVector(Pendulum::atTheEnd)
                .at(new double[] {0.5, 1})
                .vjp((start, w) -> {
                    List<double[]> states = Pendulum.states(start);
                    double[] lambda = w;
                    for (int k = states.size() - 1; k >= 1; k--) {
                        lambda = plus(
                                lambda,
                                times(scaled(Pendulum.STEP, transposed(Pendulum.slope(states.get(k)))), lambda));
                    }
                    return lambda;
                })
                .run();

        assertConfirmed(report);
        assertRefuted(stateTooLate);
    }

    @Test
    void matrixExponential() {
        CheckReport report = DerivativeCheck.of(Spaces.matrix(3, 3), Spaces.matrix(3, 3), Exponential::of)
                .at(nonsymmetric)
                .jvp(Exponential::derivative)
                .vjp((a, w) -> Exponential.derivative(transposed(a), w))
                .run();
        CheckReport asIfCommuting = DerivativeCheck.of(Spaces.matrix(3, 3), Spaces.matrix(3, 3), Exponential::of)
                .at(nonsymmetric)
                .jvp((a, v) -> product(Exponential.of(a), v))
                .run();

        assertConfirmed(report);
        assertRefuted(asIfCommuting);
    }

    @Test
    void everyExampleOfTheGuideIsHere() throws IOException {
        String source =
                Files.readString(Path.of("src/test/java/org/gradcheck/check/ImplicitAndSpectralGuideTest.java"));
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/implicit-and-spectral.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();

        assertThat(blocks)
                .hasSize(7)
                .allSatisfy(block -> assertThat(onOneLine(source)).contains(onOneLine(block)));
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ").replace("( ", "(").strip();
    }
}
