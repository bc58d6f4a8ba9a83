package org.gradcheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.simple.SimpleMatrix;
import org.gradcheck.structure.Structure;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Points of every type, and derivatives checked at them. */
class PointTypesTest {

    /** A layer as a library has it, with nothing of this project on it. */
    record Layer(DMatrixRMaj weights, double[] bias, double scale) {}

    record Annotated(
            @Point(dimension = 2) double[] mean,

            @Point(rows = 2, columns = 2, structure = Structure.SPD)
            DMatrixRMaj covariance,

            @Point(distribution = Distribution.UNIFORM, low = 1, high = 2)
            double power) {}

    static double sum(DMatrixRMaj a) {
        double sum = 0;
        for (int i = 0; i < a.getNumElements(); i++) {
            sum += Math.sin(a.get(i)) * (i + 1);
        }
        return sum;
    }

    static DMatrixRMaj sumGradient(DMatrixRMaj a) {
        DMatrixRMaj g = a.createLike();
        for (int i = 0; i < a.getNumElements(); i++) {
            g.set(i, Math.cos(a.get(i)) * (i + 1));
        }
        return g;
    }

    static double loss(Layer layer) {
        return layer.scale() * (sum(layer.weights()) + layer.bias()[0] * layer.bias()[1]);
    }

    static Layer lossGradient(Layer layer) {
        DMatrixRMaj weights = sumGradient(layer.weights());
        CommonOps_DDRM.scale(layer.scale(), weights);
        return new Layer(
                weights,
                new double[] {layer.scale() * layer.bias()[1], layer.scale() * layer.bias()[0]},
                sum(layer.weights()) + layer.bias()[0] * layer.bias()[1]);
    }

    static class RightTestCase {

        @DerivativeTest
        void matrix(@Point(rows = 3, columns = 2) DMatrixRMaj a, GradientChecker check) {
            check.at(a).thatScalar(PointTypesTest::sum).hasGradient(PointTypesTest::sumGradient);
        }

        @DerivativeTest
        void simpleMatrix(@Point(rows = 3, columns = 3) SimpleMatrix a, GradientChecker check) {
            check.at(a)
                    .that((SimpleMatrix x) -> x.mult(x))
                    .hasJvp((x, v) -> x.mult(v).plus(v.mult(x)));
        }

        @DerivativeTest
        void rows(@Point(rows = 2, columns = 2) double[][] a, GradientChecker check) {
            check.at(a).thatScalar(x -> x[0][0] * x[1][1] - x[0][1] * x[1][0]).hasGradient(x ->
                    new double[][] {{x[1][1], -x[1][0]}, {-x[0][1], x[0][0]}});
        }

        @DerivativeTest
        void record(
                @Point(sizes = {@Size(of = "weights", rows = 2, columns = 3), @Size(of = "bias", dimension = 2)})
                        Layer layer,
                GradientChecker check) {
            check.at(layer).thatScalar(PointTypesTest::loss).hasGradient(PointTypesTest::lossGradient);
        }

        @DerivativeTest
        void annotatedRecord(@Point Annotated x, GradientChecker check) {
            assertThat(x.power()).isBetween(1.0, 2.0);
            assertThat(CommonOps_DDRM.det(x.covariance())).isPositive();
            check.at(x)
                    .thatScalar(p -> Math.log(CommonOps_DDRM.det(p.covariance())) + p.power() * p.mean()[0])
                    .hasGradient(p -> {
                        DMatrixRMaj inverse = new DMatrixRMaj(2, 2);
                        CommonOps_DDRM.invert(p.covariance(), inverse);
                        return new Annotated(new double[] {p.power(), 0}, inverse, p.mean()[0]);
                    });
        }

        @DerivativeTest
        void listOfVectors(@Point(count = 3, dimension = 2) List<double[]> layers, GradientChecker check) {
            check.at(layers)
                    .thatScalar(x -> x.get(0)[0] * x.get(1)[1] * x.get(2)[0])
                    .hasGradient(x -> List.of(
                            new double[] {x.get(1)[1] * x.get(2)[0], 0},
                            new double[] {0, x.get(0)[0] * x.get(2)[0]},
                            new double[] {x.get(0)[0] * x.get(1)[1], 0}));
        }

        @DerivativeTest
        void listOfNumbers(@Point(count = 2) List<Double> x, GradientChecker check) {
            check.at(x).thatScalar(z -> z.get(0) * z.get(1)).hasGradient(z -> List.of(z.get(1), z.get(0)));
        }

        @DerivativeTest
        void positiveDefinite(
                @Point(rows = 3, columns = 3, structure = Structure.SPD) DMatrixRMaj a, GradientChecker check) {
            check.at(a).thatScalar(x -> Math.log(CommonOps_DDRM.det(x))).hasGradient(x -> {
                DMatrixRMaj inverse = new DMatrixRMaj(3, 3);
                CommonOps_DDRM.invert(x, inverse);
                return inverse;
            });
        }

        /** The gradient is right along the sphere, and nowhere else. */
        @DerivativeTest
        void unitVector(@Point(dimension = 4, structure = Structure.UNIT) double[] x, GradientChecker check) {
            check.that(RightTestCase::rayleigh).hasGradient(z -> {
                double[] g = new double[4];
                for (int i = 0; i < 4; i++) {
                    g[i] = 2 * (i + 1) * z[i];
                }
                return g;
            });
        }

        private static double rayleigh(double[] x) {
            double above = 0;
            double below = 0;
            for (int i = 0; i < 4; i++) {
                above += (i + 1) * x[i] * x[i];
                below += x[i] * x[i];
            }
            return above / below;
        }
    }

    @Test
    void rightDerivativesPassAtPointsOfEveryType() {
        EngineExecutionResults results = Kit.run(RightTestCase.class);

        assertThat(Kit.failures(results)).isEmpty();
        results.testEvents().assertStatistics(tests -> tests.started(27).succeeded(27));
    }

    static class WrongTestCase {
        @DerivativeTest(points = 1)
        void record(
                @Point(sizes = {@Size(of = "weights", rows = 2, columns = 3), @Size(of = "bias", dimension = 2)})
                        Layer layer,
                GradientChecker check) {
            check.at(layer).thatScalar(PointTypesTest::loss).hasGradient(x -> {
                Layer right = lossGradient(x);
                return new Layer(right.weights(), new double[] {right.bias()[1], right.bias()[0]}, right.scale());
            });
        }
    }

    @Test
    void aWrongDerivativeIsToldByTheNamesOfTheRecord() {
        assertThat(Kit.messages(Kit.run(WrongTestCase.class), TestExecutionResult.Status.FAILED))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .contains("bias[0]")
                        .contains("bias[1]")
                        .contains("replay       @DerivativeTest(seed = 1, points = 1)"));
    }

    static class NamedTestCase {
        @DerivativeTest(points = 1)
        void record(
                @Point(sizes = {@Size(of = "weights", rows = 2, columns = 3), @Size(of = "bias", dimension = 2)})
                        Layer layer) {}

        @DerivativeTest(points = 1)
        void list(@Point(count = 5, dimension = 2) List<double[]> x) {}

        @DerivativeTest(points = 1)
        void structured(@Point(rows = 2, columns = 2, structure = Structure.ROTATION) SimpleMatrix x) {}
    }

    @Test
    void namesShowPointsInAFewCharacters() {
        assertThat(Kit.names(Kit.run(NamedTestCase.class)))
                .containsExactlyInAnyOrder(
                        "[1] seed 1, layer = Layer(weights = 2×3 [-0.411, 0.583, -0.913, -1.9, …], bias = [0.543, 1.38],"
                                + " scale = 0.536)",
                        "[1] seed 1, x = [[-1.24, 0.433], [0.543, -1.38], [1.46, 0.463], [-1.61, -0.75], …]",
                        "[1] seed 1, x = 2×2 [0.575, -0.818, 0.818, 0.575]");
    }

    static class MistakenTestCase {
        @DerivativeTest
        void sizesMissing(@Point Layer layer) {}

        @DerivativeTest
        void sizeOfNoComponent(@Point(sizes = @Size(of = "wieghts", rows = 1, columns = 1)) Layer layer) {}

        @DerivativeTest
        void sizesOfVector(@Point(dimension = 2, sizes = @Size(of = "x")) double[] x) {}

        @DerivativeTest
        void recordWithDimension(@Point(dimension = 2) Layer layer) {}

        @DerivativeTest
        void listWithoutCount(@Point(dimension = 2) List<double[]> x) {}

        @DerivativeTest
        void listOfStrings(@Point(count = 2) List<String> x) {}

        @DerivativeTest
        void wideSpd(@Point(rows = 2, columns = 3, structure = Structure.SPD) DMatrixRMaj x) {}

        @DerivativeTest
        void structureAndDistribution(
                @Point(dimension = 3, structure = Structure.UNIT, distribution = Distribution.NORMAL) double[] x) {}
    }

    @Test
    void mistakesAreNamed() {
        assertThat(Kit.failures(Kit.run(MistakenTestCase.class)))
                .containsExactlyInAnyOrder(
                        "@Point on parameter layer of type Layer: component weights of type DMatrixRMaj requires `rows`",
                        "@Point on parameter layer of type Layer gives `sizes` of \"wieghts\", but the components are"
                                + " weights, bias, scale",
                        "@Point on parameter x of type double[] takes no `sizes`, which are for records",
                        "@Point on parameter layer of type Layer is a record and takes no sizes itself: give them for its"
                                + " components, by @Point on these or by `sizes`",
                        "@Point on parameter x of type List requires `count`",
                        "@Point on parameter x of type List: its element of type String is not supported; supported are"
                                + " double, double[], float[], double[][], DMatrixRMaj, SimpleMatrix, records and lists of these",
                        "@Point on parameter x of type DMatrixRMaj has `structure` SPD, which is for square matrices, and"
                                + " the size 2×3",
                        "@Point on parameter x of type double[] sets `distribution`, which a `structure` decides itself");
    }

    static class OutsideTestCase {
        @DerivativeTest(points = 1)
        void ofAnUnknownType(GradientChecker check) {
            check.at("a point");
        }

        @DerivativeTest(points = 1)
        void withValuesOfAnUnknownType(@Point(dimension = 2) double[] x, GradientChecker check) {
            check.at(x).that(z -> "a value").hasJvp((z, v) -> "a tangent");
        }
    }

    @Test
    void whatIsNoPointIsRefused() {
        EngineExecutionResults results = Kit.run(OutsideTestCase.class);

        assertThat(Kit.messages(results, TestExecutionResult.Status.FAILED))
                .containsExactly(
                        "a point of type String is not supported; supported are double, double[], float[], double[][],"
                                + " DMatrixRMaj, SimpleMatrix, records and lists of these");
        assertThat(Kit.messages(results, TestExecutionResult.Status.ABORTED))
                .singleElement()
                .satisfies(
                        message -> assertThat(message)
                                .contains(
                                        "a value of type String is not supported; supported are double, double[], float[], double[][],"
                                                + " DMatrixRMaj, SimpleMatrix, records and lists of these; for others give their space"));
    }
}
