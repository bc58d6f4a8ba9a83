package org.gradcheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Points that tests give themselves. */
class PointSourcesTest {

    static class ValuesTestCase {
        @DerivativeTest
        void vector(@Point(values = {"1, -1, 2", "[0 0 1]"}) double[] x) {}

        @DerivativeTest
        void matrix(@Point(values = "1, 2; 3, 4") DMatrixRMaj x) {}

        @DerivativeTest
        void scalar(@Point(values = {"0.5", "-1e-3"}) double t) {}

        @DerivativeTest(seed = 2, points = 3)
        void roundAndRound(@Point(values = {"1", "2"}) double t) {}
    }

    @Test
    void valuesAreWrittenInTheAnnotation() {
        assertThat(Kit.names(Kit.run(ValuesTestCase.class)))
                .containsExactlyInAnyOrder(
                        "[1] seed 1, x = [1.0, -1.0, 2.0]",
                        "[2] seed 2, x = [0.0, 0.0, 1.0]",
                        "[1] seed 1, x = 2×2 [1.0, 2.0, 3.0, 4.0]",
                        "[1] seed 1, t = 0.5",
                        "[2] seed 2, t = -0.001",
                        "[1] seed 2, t = 2.0",
                        "[2] seed 3, t = 1.0",
                        "[3] seed 4, t = 2.0");
    }

    /** Points of another class. */
    static final class Elsewhere {
        private Elsewhere() {}

        static double[][] starts() {
            return new double[][] {{1, 2}, {3, 4}};
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class MethodsTestCase {
        static Stream<double[]> stream() {
            return Stream.of(new double[] {1}, new double[] {2});
        }

        List<Double> numbers() {
            return List.of(0.5, 1.5);
        }

        static List<double[]> one() {
            return List.of(new double[] {1}, new double[] {2});
        }

        @DerivativeTest
        void ofStream(@Point(method = "stream") double[] x) {}

        @DerivativeTest
        void ofInstance(@Point(method = "numbers") double t) {}

        @DerivativeTest
        void ofArray(@Point(method = "org.gradcheck.junit.PointSourcesTest$Elsewhere#starts") double[] x) {}

        @DerivativeTest
        void aListIsOnePoint(@Point(method = "one") List<double[]> x) {}

        @Nested
        class Inner {
            @DerivativeTest
            void ofTheClassAround(@Point(method = "stream") double[] y) {}
        }
    }

    @Test
    void methodsReturnPoints() {
        assertThat(Kit.names(Kit.run(MethodsTestCase.class)))
                .containsExactlyInAnyOrder(
                        "[1] seed 1, x = [1.0]",
                        "[2] seed 2, x = [2.0]",
                        "[1] seed 1, t = 0.5",
                        "[2] seed 2, t = 1.5",
                        "[1] seed 1, x = [1.0, 2.0]",
                        "[2] seed 2, x = [3.0, 4.0]",
                        "[1] seed 1, x = [[1.0], [2.0]]",
                        "[1] seed 1, y = [1.0]",
                        "[2] seed 2, y = [2.0]");
    }

    static class TableTestCase {
        @DerivativeTest
        void rows(@Point(csv = "margins.csv") double[] x) {}

        @DerivativeTest
        void fromTheRoot(@Point(csv = "/org/gradcheck/junit/margins.csv", rows = 1, columns = 3) double[][] x) {}
    }

    @Test
    void theRowsOfAResourceArePoints() {
        assertThat(Kit.names(Kit.run(TableTestCase.class)))
                .containsExactlyInAnyOrder(
                        "[1] seed 1, x = [1.0, -1.0, 2.0]",
                        "[2] seed 2, x = [0.5, 0.25, -3.0]",
                        "[3] seed 3, x = [-1.0, 4.0, 0.125]",
                        "[1] seed 1, x = 1×3 [1.0, -1.0, 2.0]",
                        "[2] seed 2, x = 1×3 [0.5, 0.25, -3.0]",
                        "[3] seed 3, x = 1×3 [-1.0, 4.0, 0.125]");
    }

    static final class Halves implements ArgumentsProvider {
        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            return Stream.of(Arguments.of(0.5, new double[] {1, 2}));
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ArgumentsSource(Halves.class)
    @interface HalvesSource {}

    static class ArgumentsTestCase {
        static Stream<Arguments> activations() {
            return Stream.of(
                    Arguments.of("sine", (DoubleUnaryOperator) Math::sin, (DoubleUnaryOperator) Math::cos),
                    Arguments.of("exponential", (DoubleUnaryOperator) Math::exp, (DoubleUnaryOperator) Math::exp));
        }

        @DerivativeTest
        @MethodSource("activations")
        void functionsMeetPoints(
                String name,
                DoubleUnaryOperator f,
                DoubleUnaryOperator derivative,
                @Point double t,
                GradientChecker check) {
            check.thatUnivariate(f).hasDerivative(derivative);
        }

        @DerivativeTest
        @ArgumentsSource(Halves.class)
        void provider(double t, double[] x, GradientChecker check) {
            check.thatScalar(z -> t * z[0] * z[1]).hasGradient(z -> new double[] {t * z[1], t * z[0]});
        }

        @DerivativeTest
        @HalvesSource
        void composed(double t, double[] x) {}

        @DerivativeTest
        @CsvSource({"1.5, '[1, 2]', one", "2.5, '3, 4', two"})
        void text(double t, double[] x, String label) {}

        @DerivativeTest
        @CsvFileSource(resources = "/org/gradcheck/junit/margins.csv", numLinesToSkip = 1)
        void file(double a, double b, double c) {}

        @DerivativeTest
        @ValueSource(doubles = {7, 8})
        void values(double t) {}
    }

    @Test
    void sourcesOfJUnitGiveArguments() {
        var results = Kit.run(ArgumentsTestCase.class);

        assertThat(Kit.failures(results)).isEmpty();
        assertThat(Kit.names(results).stream().map(name -> name.replaceAll("[a-z]+ = [^,]*Lambda[^,]*", "#")))
                .containsExactlyInAnyOrder(
                        "[1] seed 1, name = sine, #, #, t = -0.47 (ordinary)",
                        "[2] seed 2, name = sine, #, #, t = 6.29 (large)",
                        "[3] seed 3, name = sine, #, #, t = -0.0202 (small)",
                        "[4] seed 4, name = exponential, #, #, t = 0.816 (ordinary)",
                        "[5] seed 5, name = exponential, #, #, t = -5.55 (large)",
                        "[6] seed 6, name = exponential, #, #, t = 0.0619 (small)",
                        "[1] seed 1, t = 0.5, x = [1.0, 2.0]",
                        "[1] seed 1, t = 0.5, x = [1.0, 2.0]",
                        "[1] seed 1, t = 1.5, x = [1.0, 2.0], label = one",
                        "[2] seed 2, t = 2.5, x = [3.0, 4.0], label = two",
                        "[1] seed 1, a = 1.0, b = -1.0, c = 2.0",
                        "[2] seed 2, a = 0.5, b = 0.25, c = -3.0",
                        "[3] seed 3, a = -1.0, b = 4.0, c = 0.125",
                        "[1] seed 1, t = 7.0",
                        "[2] seed 2, t = 8.0");
    }

    static class ExceptTestCase {
        @DerivativeTest(except = @At(0))
        void origin(@Point(values = {"0, 0", "1, 0", "0, 1"}) double[] x) {}

        @DerivativeTest(except = @At(value = 0, anyCoordinate = true))
        void axes(@Point(values = {"0, 0", "1, 0", "1, 1"}) double[] y) {}

        @DerivativeTest(except = {@At({1, 0}), @At(value = 2, within = 0.1)})
        void several(@Point(values = {"0, 0", "1, 0", "2, 2.05", "2, 2.15"}) double[] z) {}
    }

    @Test
    void excludedPointsAreLeftOut() {
        assertThat(Kit.names(Kit.run(ExceptTestCase.class)))
                .containsExactlyInAnyOrder(
                        "[1] seed 2, x = [1.0, 0.0]",
                        "[2] seed 3, x = [0.0, 1.0]",
                        "[1] seed 3, y = [1.0, 1.0]",
                        "[1] seed 1, z = [0.0, 0.0]",
                        "[2] seed 4, z = [2.0, 2.15]");
    }

    static class CopiedTestCase {
        private static final double[] SHARED = {1, 2};

        static List<double[]> shared() {
            return List.of(SHARED);
        }

        @DerivativeTest(points = 2)
        void mayBeChanged(@Point(method = "shared") double[] x, TestReporter reporter) {
            reporter.publishEntry("x", Arrays.toString(x));
            x[0] = 99;
        }
    }

    @Test
    void givenPointsAreCopied() {
        assertThat(Kit.published(Kit.run(CopiedTestCase.class)))
                .extracting(entry -> entry.get("x"))
                .containsExactly("[1.0, 2.0]", "[1.0, 2.0]");
    }

    static class MistakenTestCase {
        static Stream<double[]> none() {
            return Stream.empty();
        }

        @DerivativeTest
        void words(@Point(values = "one, two") double[] x) {}

        @DerivativeTest
        void ragged(@Point(values = "1, 2; 3") double[][] x) {}

        @DerivativeTest
        void severalNumbers(@Point(values = "1, 2") double x) {}

        @DerivativeTest
        void twoSources(@Point(values = "1", csv = "margins.csv") double x) {}

        @DerivativeTest
        void noMethod(@Point(method = "nowhere") double x) {}

        @DerivativeTest
        void noPoints(@Point(method = "none") double[] x) {}

        @DerivativeTest
        void noResource(@Point(csv = "nowhere.csv") double[] x) {}

        @DerivativeTest
        void otherSize(@Point(csv = "margins.csv", dimension = 2) double[] x) {}

        @DerivativeTest
        void otherTable(@Point(csv = "margins.csv", rows = 2, columns = 2) double[][] x) {}

        @DerivativeTest
        void differentNumbers(@Point(values = {"1", "2"}) double x, @Point(csv = "margins.csv") double[] y) {}

        @DerivativeTest(except = @At(1))
        void nothingLeft(@Point(values = "1") double x) {}

        @DerivativeTest
        @ValueSource(strings = "seven")
        void noNumber(double x) {}
    }

    @Test
    void mistakesAreNamed() {
        assertThat(Kit.failures(Kit.run(MistakenTestCase.class)))
                .containsExactlyInAnyOrder(
                        "@Point on parameter x of type double[] has the point \"one, two\", where numbers, as \"1, -1, 2\" or"
                                + " \"1, 2; 3, 4\" for two rows should be",
                        "@Point on parameter x of type double[][] has the point \"1, 2; 3\", where rows of one length should be",
                        "@Point on parameter x of type double has the point \"1, 2\", where one number should be",
                        "@Point on parameter x of type double takes only one of `values`, `method` and `csv`",
                        "@Point on parameter x of type double names the method \"nowhere\", which MistakenTestCase does not"
                                + " have without parameters",
                        "@Point on parameter x of type double[] has no points",
                        "@Point on parameter x of type double[] names the resource \"nowhere.csv\", which is not on the class"
                                + " path; a name that begins with / starts at its root, another one at the package of the test",
                        "@Point on parameter x of type double[] has a point of the size 3×1, other than it says",
                        "@Point on parameter x of type double[][] has in line 2 of its table 3 numbers, where 4 should be",
                        "@DerivativeTest on differentNumbers: parameters are given different numbers of points: 2 and 3",
                        "@DerivativeTest on nothingLeft: every point is left out by `except`",
                        "the source of arguments on parameter x of type double has the point \"seven\", where numbers, as"
                                + " \"1, -1, 2\" or \"1, 2; 3, 4\" for two rows should be");
    }
}
