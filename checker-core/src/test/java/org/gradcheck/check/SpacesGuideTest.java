package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.report.CheckReport;
import org.gradcheck.space.Constraints;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

/** The guide to spaces shows nothing that does not compile, pass and print as it says. */
class SpacesGuideTest {

    private static final class Complex {
        static double squaredNorm(ZMatrixRMaj z) {
            return Algebra.dot(z.data, z.data);
        }

        static ZMatrixRMaj twice(ZMatrixRMaj z) {
            return new ZMatrixRMaj(z.numRows, 1, true, Algebra.map(z.data, part -> 2 * part));
        }
    }

    private static final class Rayleigh {
        private static final DMatrixRMaj A = new DMatrixRMaj(new double[][] {{2, 1, -1}, {1, 3, 0.5}, {-1, 0.5, -1}});

        static double quotient(double[] x) {
            return Algebra.dot(x, Algebra.times(A, x)) / Algebra.dot(x, x);
        }

        static double[] riemannianGradient(double[] x) {
            return Algebra.tangent(x, twiceA(x));
        }

        static double[] riemannianHessian(double[] x, double[] v) {
            double curvature = Algebra.dot(x, twiceA(x));
            return Algebra.plus(Algebra.tangent(x, twiceA(v)), Algebra.map(v, entry -> -curvature * entry));
        }

        private static double[] twiceA(double[] x) {
            return Algebra.map(Algebra.times(A, x), y -> 2 * y);
        }
    }

    record Pose(DMatrixRMaj rotation, double[] translation) {}

    private static double[] times(DMatrixRMaj a, double[] x) {
        return Algebra.times(a, x);
    }

    private static DMatrixRMaj outer(double[] u, double[] v) {
        return Algebra.product(new DMatrixRMaj(u.length, 1, true, u), new DMatrixRMaj(1, v.length, true, v));
    }

    private static double[] along(double[] x, double factor) {
        return new double[] {factor * x[0], -factor * x[1]};
    }

    private static void assertConfirmed(CheckReport report) {
        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void matrices() {
        double[] input = {1, -2, 0.5};
        DMatrixRMaj weights = new DMatrixRMaj(new double[][] {{1, 2, 3}, {-1, 0.5, 2}});
        CheckReport report = DerivativeCheck.of(
                        Spaces.matrix(2, 3), Spaces.vector(2), (DMatrixRMaj a) -> times(a, input))
                .at(weights)
                .jvp((a, da) -> times(da, input))
                .vjp((a, w) -> outer(w, input))
                .run();

        assertConfirmed(report);
    }

    @Test
    void innerProducts() {
        Space<double[]> weighted = Spaces.weighted(Spaces.vector(2), new double[] {1, 4});
        CheckReport report = DerivativeCheck.of(weighted, Spaces.scalar(), (double[] x) -> x[0] * x[1])
                .at(new double[] {3, 2})
                .gradient(x -> new double[] {x[1], x[0] / 4})
                .run();

        assertConfirmed(report);
    }

    @Test
    void complexNumbers() {
        CheckReport report = DerivativeCheck.of(Spaces.complexVector(2), Spaces.scalar(), Complex::squaredNorm)
                .at(new ZMatrixRMaj(2, 1, true, 1, -2, 0.5, 3))
                .gradient(Complex::twice)
                .run();

        assertConfirmed(report);
    }

    @Test
    void sphere() {
        CheckReport report = DerivativeCheck.of(Manifolds.sphere(3), Spaces.scalar(), Rayleigh::quotient)
                .at(new double[] {2.0 / 7, -3.0 / 7, 6.0 / 7})
                .gradient(Rayleigh::riemannianGradient, GradientConvention.RIESZ)
                .hessianVectorProduct(Rayleigh::riemannianHessian)
                .run();

        assertConfirmed(report);
    }

    @Test
    void poses() {
        Manifold<Pose> poses = Manifolds.product(
                Manifolds.part(Pose::rotation, Manifolds.rotations(2)),
                Manifolds.part(Pose::translation, Spaces.vector(2)),
                Pose::new);
        double[] p = {1, 2};
        CheckReport report = DerivativeCheck.of(
                        poses,
                        Spaces.scalar(),
                        (Pose pose) -> Algebra.dot(pose.translation(), times(pose.rotation(), p)))
                .at(new Pose(new DMatrixRMaj(new double[][] {{0.6, -0.8}, {0.8, 0.6}}), new double[] {3, 1}))
                .gradient(pose -> new Pose(outer(pose.translation(), p), times(pose.rotation(), p)))
                .run();

        assertConfirmed(report);
    }

    @Test
    void ownManifold() throws IOException {
        Manifold<double[]> hyperbola = Manifolds.embedded(
                Spaces.vector(2), // the points x with x₀x₁ = 1, x₀ > 0
                1,
                (x, u) -> along(x, (u[0] * x[0] - u[1] * x[1]) / (x[0] * x[0] + x[1] * x[1])),
                (x, v) -> new double[] {x[0] * Math.exp(v[0] / x[0]), x[1] * Math.exp(v[1] / x[1])},
                1);
        CheckReport report = DerivativeCheck.of(hyperbola, Spaces.scalar(), (double[] x) -> x[0] + x[1] * x[1])
                .at(new double[] {2, 0.5})
                .gradient(x -> new double[] {1, 2 * x[1]})
                .run();
        Manifold<double[]> boastful =
                Manifolds.embedded(Spaces.vector(2), 1, hyperbola::projection, hyperbola::retraction, 2);

        assertConfirmed(report);
        String printed = blocks("text").get(0).replace("\n", " ").strip();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> boastful.requireConsistent(new double[] {2, 0.5}))
                .withMessage(printed);
    }

    @Test
    void levelSet() {
        Manifold<double[]> circle = Manifolds.levelSet(
                Spaces.vector(2), Constraints.ofRows(1, x -> new double[] {x[0] * x[0] + x[1] * x[1] - 2}, x ->
                        new double[][] {{2 * x[0], 2 * x[1]}}));
        CheckReport report = DerivativeCheck.ofScalar(x -> x[0] * x[0] * x[1])
                .on(circle)
                .at(new double[] {1.4, 0.2})
                .gradient(x -> new double[] {2 * x[0] * x[1], x[0] * x[0]})
                .run();

        assertConfirmed(report);
    }

    @Test
    void stationarity() {
        CheckReport report = StationarityCheck.of(
                        Spaces.vector(2),
                        (double[] x) -> x[0] + x[1],
                        x -> new double[] {1, 1},
                        Constraints.ofRows(1, x -> new double[] {x[0] * x[0] + x[1] * x[1] - 2}, x ->
                                new double[][] {{2 * x[0], 2 * x[1]}}))
                .run(new double[] {-1, -1}, new double[] {0.5});

        assertConfirmed(report);
    }

    @Test
    void everyExampleOfTheGuideIsHere() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/gradcheck/check/SpacesGuideTest.java"));

        assertThat(blocks("java"))
                .hasSize(8)
                .allSatisfy(block -> assertThat(onOneLine(source)).contains(onOneLine(block)));
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ").replace("( ", "(").strip();
    }

    private static List<String> blocks(String language) throws IOException {
        String guide = Files.readString(Path.of("../docs/spaces.md"));
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
