package org.gradcheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class DerivativeTestExtensionTest {

    private static final double[] OFFSET = {1, 2, 3};

    static double value(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * x[i] * x[0];
        }
        return sum;
    }

    static double[] gradient(double[] x) {
        double[] g = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            g[i] += 2 * x[i] * x[0];
            g[0] += x[i] * x[i];
        }
        return g;
    }

    static double[] wrongGradient(double[] x) {
        double[] g = gradient(x);
        g[1] = -g[1];
        return g;
    }

    static class RightTestCase {
        @DerivativeTest
        void gradient(@Point(dimension = 5) double[] x, GradientChecker check) {
            check.that(DerivativeTestExtensionTest::value).hasGradient(DerivativeTestExtensionTest::gradient);
        }

        @DerivativeTest
        void lambdas(@Point(dimension = 2) double[] x, GradientChecker check) {
            check.thatScalar(z -> z[0] * z[1]).hasGradient(z -> new double[] {z[1], z[0]});
            check.thatVector(z -> new double[] {z[0] * z[1]})
                    .hasJvp((z, v) -> new double[] {z[1] * v[0] + z[0] * v[1]})
                    .hasVjp((z, w) -> new double[] {z[1] * w[0], z[0] * w[0]});
        }

        @DerivativeTest
        void univariate(@Point double t, GradientChecker check) {
            check.thatUnivariate(Math::sin).hasDerivative(Math::cos);
        }

        @DerivativeTest
        void typed(@Point(dimension = 3) float[] x, GradientChecker check) {
            check.that(Spaces.floatVector(3), Spaces.scalar(), z -> (double) z[0] * z[1] * z[2])
                    .at(x)
                    .hasGradient(z -> new float[] {z[1] * z[2], z[0] * z[2], z[0] * z[1]});
        }

        @DerivativeTest
        void severalPoints(@Point(dimension = 3) double[] x, @Point(dimension = 3) double[] y, GradientChecker check) {
            check.thatScalar(z -> z[0] * y[1]).at(x).hasGradient(z -> new double[] {y[1], 0, 0});
        }

        @DerivativeTest
        void aPointThatTheTestChanges(@Point(dimension = 1) double[] x, GradientChecker check) {
            x[0] = Math.abs(x[0]);
            check.thatScalar(z -> Math.log(z[0])).hasGradient(z -> new double[] {1 / z[0]});
        }
    }

    @Test
    void aRightDerivativePassesAtEveryPoint() {
        run(RightTestCase.class)
                .testEvents()
                .assertStatistics(tests -> tests.started(18).succeeded(18));
    }

    static class WrongTestCase {
        @DerivativeTest
        void gradient(@Point(dimension = 3) double[] x, GradientChecker check) {
            check.that(DerivativeTestExtensionTest::value).hasGradient(DerivativeTestExtensionTest::wrongGradient);
        }
    }

    @Test
    void aWrongDerivativeFailsAtEveryPointWithTheLineThatReplaysIt() {
        List<String> messages = messages(run(WrongTestCase.class), TestExecutionResult.Status.FAILED);

        assertThat(messages).hasSize(3);
        assertThat(messages.get(0)).isEqualToNormalizingNewlines("""

                        Expecting f to have the supplied gradient, but the gradient is wrong by 3.7e-01 of the derivative's scale: it has the opposite sign in [1].
                        gradient: REFUTED, disagrees with the reference: off by 3.7e-01 where the reference resolves 5.5e-15
                          supplied     -3.6067732937
                          reference    -2.28901072699 ± 1.3e-14 (central differences)
                          discrepancy  1.3e+00, 3.7e-01 of the derivative's scale, 1.1e+14 times the bound
                          order        remainder 1.00 (right: 2, wrong: 1), central remainder 1.00 (right: 3, wrong: 1)
                          direction    2 (isotropic), v = [-0.87709, -0.642693, 0.835414]
                          where        wrong in [1] alone, 1.02519 instead of -1.02519; the other 2 entries agree
                          diagnosis    the supplied derivative has the opposite sign in [1]
                          step h     quotient             |f(x+hv)-f(x)-hD|  |central remainder|
                          5.0e-01    -2.70129977725       1.6e-01            4.5e-01
                          2.5e-01    -2.39208298955       1.5e-01            3.0e-01
                          1.3e-01    -2.31477879263       1.2e-01            1.6e-01
                          3.1e-02    -2.29062123109       3.9e-02            4.1e-02
                          7.8e-03    -2.2891113835        1.0e-02            1.0e-02
                          2.0e-03    -2.28901701802       2.6e-03            2.6e-03
                          1.5e-05    -2.28901072737       2.0e-05            2.0e-05
                          6.0e-08    -2.28901072219       7.9e-08            7.9e-08
                          7.5e-09    -2.28901070356       9.8e-09            9.8e-09
                          point        x = [-1.21484, 0.421944, -0.849936]
                          evaluations  164 of f, of these 126 for where and why
                          precision    double precision assumed of f, by the look of its values
                          seed         1
                          drawn        point 1 of 3 (ordinary)
                          replay       @DerivativeTest(seed = 1, points = 1)""");
        assertThat(messages.get(1)).endsWith("""
                  drawn        point 2 of 3 (large)
                  replay       @DerivativeTest(seed = 2, points = 1)""".indent(2).stripTrailing());
        assertThat(messages.get(2)).endsWith("""
                  drawn        point 3 of 3 (small)
                  replay       @DerivativeTest(seed = 3, points = 1)""".indent(2).stripTrailing());
    }

    static class InconclusiveTestCase {
        @DerivativeTest(points = 2)
        void aborts(@Point(dimension = 1) double[] x, GradientChecker check) {
            check.thatScalar(z -> Double.NaN).hasGradient(z -> z);
        }

        @DerivativeTest(points = 1, inconclusive = InconclusiveOutcome.FAIL)
        void fails(@Point(dimension = 1) double[] x, GradientChecker check) {
            check.thatScalar(z -> Double.NaN).hasGradient(z -> z);
        }

        @DerivativeTest(points = 1)
        void abortsAnExpectedRefutation(@Point(dimension = 1) double[] x, GradientChecker check) {
            check.thatScalar(z -> Double.NaN).hasWrongGradient(z -> z);
        }
    }

    @Test
    void anInconclusiveCheckAbortsTheTestOrFailsItWhenSaid() {
        EngineExecutionResults results = run(InconclusiveTestCase.class);

        results.testEvents()
                .assertStatistics(tests -> tests.started(4).aborted(3).failed(1));
        assertThat(messages(results, TestExecutionResult.Status.ABORTED))
                .allSatisfy(message -> assertThat(message)
                        .contains("but the check is inconclusive (f cannot be evaluated at the point)"));
        assertThat(messages(results, TestExecutionResult.Status.FAILED))
                .singleElement()
                .satisfies(
                        message -> assertThat(message)
                                .contains(
                                        "the check is inconclusive (f cannot be evaluated at the point), which does not mean wrong"));
    }

    static class OutsideOfTheDomainTestCase {
        @DerivativeTest(seed = 2, points = 1)
        void logarithm(@Point(dimension = 2) double[] x, @Point double t, GradientChecker check) {
            check.thatScalar(z -> Math.log(-1 - z[0] * z[0])).hasGradient(z -> z);
        }

        @DerivativeTest
        void logarithmOfPositiveNumbers(
                @Point(dimension = 3, distribution = Distribution.POSITIVE) double[] x, GradientChecker check) {
            check.thatScalar(z -> Math.log(z[0]) + Math.log(z[1]) * z[2])
                    .hasGradient(z -> new double[] {1 / z[0], z[2] / z[1], Math.log(z[1])});
        }
    }

    @Test
    void aFunctionWithoutAValueAtItsPointGetsAHintHowToDeclareItsDomain() {
        EngineExecutionResults results = run(OutsideOfTheDomainTestCase.class);

        results.testEvents()
                .assertStatistics(tests -> tests.started(4).aborted(1).succeeded(3));
        assertThat(messages(results, TestExecutionResult.Status.ABORTED))
                .singleElement()
                .satisfies(message -> assertThat(message).endsWith("""
                          drawn        point 1 of 1 (x large, t ordinary)
                          hint         if f has no value at such points, say where it has: @Point(distribution = POSITIVE), or UNIFORM with `low` and `high`
                          replay       @DerivativeTest(seed = 2, points = 1)""".indent(2).stripTrailing()));
    }

    static class NamedTestCase {
        @DerivativeTest
        void points(@Point(dimension = 5) double[] x, @Point double t, @Point(rows = 3, columns = 2) double[][] a) {}

        @DerivativeTest(seed = 40, points = 1)
        @DisplayName("own name")
        void noPoint(CheckSettings settings) {}
    }

    @Test
    void theNameOfAnInvocationHasItsSeedAndItsPoints() {
        List<String> names = run(NamedTestCase.class)
                .testEvents()
                .started()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();

        assertThat(names)
                .containsExactlyInAnyOrder(
                        "[1] seed 1, x = [-1.53, 0.779, -0.413, -0.629, …] (ordinary), t = 0.736 (ordinary), a = 3×2 [-0.616, 0.42, -0.688, -1.1, …] (ordinary)",
                        "[2] seed 2, x = [7.6, 9.69, 8.41, 6.44, …] (large), t = -0.839 (ordinary), a = 3×2 [0.113, 0.0649, 0.207, 0.0147, …] (small)",
                        "[3] seed 3, x = [-0.198, -0.0115, 0.0214, -0.053, …] (small), t = -6.36 (large), a = 3×2 [-1.32, -0.939, 0.679, -0.475, …] (ordinary)",
                        "[1] seed 40");
    }

    @Test
    void theSeedComesFromTheConfigurationUnlessTheAnnotationHasOne() {
        EngineExecutionResults results = Kit.of(NamedTestCase.class)
                .configurationParameter("gradcheck.seed", "7000")
                .execute();

        assertThat(results.testEvents()
                        .started()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .hasSize(4)
                .anySatisfy(name -> assertThat(name).startsWith("[1] seed 7000, x = ["))
                .anySatisfy(name -> assertThat(name).startsWith("[2] seed 7001, x = ["))
                .anySatisfy(name -> assertThat(name).startsWith("[3] seed 7002, x = ["))
                .contains("[1] seed 40");
    }

    static class ThirdInvocationTestCase {
        @DerivativeTest(seed = 5)
        void reports(@Point(dimension = 4) double[] x, CheckSettings settings, TestReporter reporter) {
            reporter.publishEntry(Long.toString(settings.seed()), Arrays.toString(x));
        }
    }

    static class ReplayTestCase {
        @DerivativeTest(seed = 7, points = 1)
        void reports(@Point(dimension = 4) double[] x, CheckSettings settings, TestReporter reporter) {
            reporter.publishEntry(Long.toString(settings.seed()), Arrays.toString(x));
        }
    }

    @Test
    void theSeedInTheNameReplaysThatInvocationAlone() {
        List<String> all = published(run(ThirdInvocationTestCase.class));
        List<String> replayed = published(run(ReplayTestCase.class));

        assertThat(all).hasSize(3).doesNotHaveDuplicates();
        assertThat(replayed).containsExactly(all.get(2));
        assertThat(published(run(ThirdInvocationTestCase.class))).isEqualTo(all);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @DerivativeTest(points = 2, seed = 11)
    @interface Twice {}

    static class MetaTestCase {
        @Twice
        void gradient(@Point(dimension = 3) double[] x, GradientChecker check) {
            check.that(DerivativeTestExtensionTest::value).hasGradient(DerivativeTestExtensionTest::gradient);
        }
    }

    @Test
    void theAnnotationMayBePutOnAnother() {
        EngineExecutionResults results = run(MetaTestCase.class);

        results.testEvents().assertStatistics(tests -> tests.started(2).succeeded(2));
        assertThat(results.testEvents()
                        .started()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .anySatisfy(name -> assertThat(name).startsWith("[2] seed 12, "));
    }

    static class OuterTestCase {
        @Nested
        class Inner {
            @DerivativeTest
            void gradient(@Point(dimension = 3) double[] x, GradientChecker check) {
                check.that(DerivativeTestExtensionTest::value).hasGradient(DerivativeTestExtensionTest::gradient);
            }
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCase {
        private int invocations;

        @DerivativeTest
        void counts(GradientChecker check, TestReporter reporter) {
            invocations++;
            reporter.publishEntry("invocations", Integer.toString(invocations));
        }
    }

    static class HeirTestCase extends RightTestCase {}

    @Test
    void nestedClassesSharedInstancesAndInheritedTestsWork() {
        run(OuterTestCase.class)
                .testEvents()
                .assertStatistics(tests -> tests.started(3).succeeded(3));
        assertThat(published(run(PerClassTestCase.class)))
                .containsExactly("{invocations=1}", "{invocations=2}", "{invocations=3}");
        run(HeirTestCase.class)
                .testEvents()
                .assertStatistics(tests -> tests.started(18).succeeded(18));
    }

    static class ManyTestCase {
        @DerivativeTest(points = 40)
        void reports(@Point(dimension = 3) double[] x, GradientChecker check, TestReporter reporter) {
            reporter.publishEntry("x", Arrays.toString(x));
            check.that(DerivativeTestExtensionTest::value).hasGradient(DerivativeTestExtensionTest::gradient);
        }
    }

    @Test
    void parallelInvocationsHaveThePointsOfSequentialOnes() {
        EngineExecutionResults parallel = Kit.of(ManyTestCase.class)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .execute();

        parallel.testEvents().assertStatistics(tests -> tests.started(40).succeeded(40));
        assertThat(published(parallel)).containsExactlyInAnyOrderElementsOf(published(run(ManyTestCase.class)));
    }

    static class PointForgottenTestCase {
        @DerivativeTest(points = 1)
        void gradient(@Point(dimension = 3) double[] x, @Point(dimension = 3) double[] y, GradientChecker check) {
            check.thatScalar(z -> z[0] + OFFSET[0]).hasGradient(z -> OFFSET);
        }
    }

    @Test
    void ofSeveralPointsNoneIsChosen() {
        assertThat(messages(run(PointForgottenTestCase.class), TestExecutionResult.Status.FAILED))
                .containsExactly("a derivative is checked at a point: call at(x) before this assertion");
    }

    private static EngineExecutionResults run(Class<?> testCase) {
        return Kit.run(testCase);
    }

    private static List<String> messages(EngineExecutionResults results, TestExecutionResult.Status status) {
        return Kit.messages(results, status);
    }

    /** What fixtures publish themselves, without the figures of the checks. */
    private static List<String> published(EngineExecutionResults results) {
        return Kit.published(results).stream()
                .filter(entry -> !entry.containsKey("check"))
                .map(Map::toString)
                .toList();
    }
}
