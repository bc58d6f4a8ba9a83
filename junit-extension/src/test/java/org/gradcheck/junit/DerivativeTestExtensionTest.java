package org.gradcheck.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.List;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

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

                        Expecting f to have the supplied gradient, but the gradient is wrong by 1.1e+00 of the derivative's scale:
                        gradient: REFUTED, disagrees with the reference: off by 1.1e+00 where the reference resolves 8.4e-15
                          supplied     -3.97478674353
                          reference    0.317941879473 ± 2.9e-14 (central differences)
                          discrepancy  4.3e+00, 1.1e+00 of the derivative's scale, 1.5e+14 times the bound
                          order        remainder 1.00 (right: 2, wrong: 1), central remainder 1.00 (right: 3, wrong: 1)
                          direction    1 (scaled by |x|), v = [-0.283387, -1.60703, -0.563706]
                          step h     quotient             |f(x+hv)-f(x)-hD|  |central remainder|
                          5.0e-01    0.106774776723       1.8e+00            2.0e+00
                          2.5e-01    0.265150103785       1.0e+00            1.1e+00
                          1.3e-01    0.304743935551       5.2e-01            5.3e-01
                          3.1e-02    0.317117007978       1.3e-01            1.3e-01
                          7.8e-03    0.317890325004       3.3e-02            3.4e-02
                          2.0e-03    0.317938657318       8.4e-03            8.4e-03
                          1.5e-05    0.317941879279       6.6e-05            6.6e-05
                          6.0e-08    0.317941876128       2.6e-07            2.6e-07
                          7.5e-09    0.317941904068       3.2e-08            3.2e-08
                          point        x = [0.296337, -2.25353, 0.617872]
                          evaluations  38 of f
                          precision    double precision assumed of f, by the look of its values
                          seed         1
                          replay       @DerivativeTest(seed = 1, points = 1)""");
        assertThat(messages.get(1)).endsWith("  replay       @DerivativeTest(seed = 2, points = 1)");
        assertThat(messages.get(2)).endsWith("  replay       @DerivativeTest(seed = 3, points = 1)");
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
                        "[1] seed 1, x = [0.296, -2.25, 0.618, 0.0171, …], t = -0.393, a = 3×2 [0.968, -1.23, -1.06, -0.314, …]",
                        "[2] seed 2, x = [-0.141, 0.0558, 0.0148, -0.114, …], t = -0.0357, a = 3×2 [0.202, 0.0944, -0.0261, 0.0166, …]",
                        "[3] seed 3, x = [3.47, -20.3, 4.4, 10.2, …], t = -3.85, a = 3×2 [-1.25, -3.73, 4.21, -1.48, …]",
                        "[1] seed 40");
    }

    @Test
    void theSeedComesFromTheConfigurationUnlessTheAnnotationHasOne() {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(NamedTestCase.class))
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
        EngineExecutionResults parallel = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(ManyTestCase.class))
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
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testCase))
                .execute();
    }

    private static List<String> messages(EngineExecutionResults results, TestExecutionResult.Status status) {
        return results.testEvents()
                .finished()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .filter(result -> result.getStatus() == status)
                .map(result ->
                        String.valueOf(result.getThrowable().orElseThrow().getMessage()))
                .toList();
    }

    private static List<String> published(EngineExecutionResults results) {
        return results.allEvents().stream()
                .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
                .map(DerivativeTestExtensionTest::keyValuePairs)
                .toList();
    }

    private static String keyValuePairs(Event event) {
        return event.getRequiredPayload(org.junit.platform.engine.reporting.ReportEntry.class)
                .getKeyValuePairs()
                .toString();
    }
}
