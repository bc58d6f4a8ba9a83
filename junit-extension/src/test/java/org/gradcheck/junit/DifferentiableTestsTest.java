package org.gradcheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Listed functions become tests by form and point. */
class DifferentiableTestsTest {

    private static double relu(double x) {
        return Math.max(x, 0);
    }

    private static double step(double x) {
        return x > 0 ? 1 : 0;
    }

    static class ActivationsTestCase implements DifferentiableTests {
        @Differentiable
        DifferentiableFunction tanh() {
            return DifferentiableFunction.univariate(Math::tanh)
                    .derivative(t -> 1 - Math.tanh(t) * Math.tanh(t))
                    .hessian(t ->
                            new DMatrixRMaj(new double[][] {{-2 * Math.tanh(t) * (1 - Math.tanh(t) * Math.tanh(t))}}));
        }

        @Differentiable(points = 1, except = @At(0))
        @DisplayName("max(x, 0)")
        DifferentiableFunction rectifier() {
            return DifferentiableFunction.univariate(DifferentiableTestsTest::relu)
                    .derivative(DifferentiableTestsTest::step);
        }
    }

    /** "tanh / derivative / seed 1, x = -0.47 (ordinary)". */
    private static List<String> paths(EngineExecutionResults results) {
        return results.testEvents()
                .started()
                .map(event -> path(event.getTestDescriptor()))
                .toList();
    }

    private static String path(TestDescriptor descriptor) {
        return descriptor
                .getParent()
                .filter(parent ->
                        parent.getUniqueId().getLastSegment().getType().startsWith("dynamic"))
                .map(parent -> path(parent) + " / " + descriptor.getDisplayName())
                .orElse(descriptor.getDisplayName());
    }

    @Test
    void eachFormIsTestedAtEachPointAndAtSpecialOnes() {
        EngineExecutionResults results = Kit.run(ActivationsTestCase.class);

        assertThat(Kit.failures(results)).isEmpty();
        assertThat(paths(results))
                .containsExactlyInAnyOrder(
                        "tanh / derivative / seed 1, x = -0.47 (ordinary)",
                        "tanh / derivative / seed 2, x = 6.29 (large)",
                        "tanh / derivative / seed 3, x = -0.0202 (small)",
                        "tanh / derivative / x = 0.0 (special)",
                        "tanh / derivative / x = 1.0 (special)",
                        "tanh / derivative / x = -1.0 (special)",
                        "tanh / Hessian / seed 1, x = -0.47 (ordinary)",
                        "tanh / Hessian / seed 2, x = 6.29 (large)",
                        "tanh / Hessian / seed 3, x = -0.0202 (small)",
                        "tanh / Hessian / x = 0.0 (special)",
                        "tanh / Hessian / x = 1.0 (special)",
                        "tanh / Hessian / x = -1.0 (special)",
                        "max(x, 0) / derivative / seed 1, x = -0.47 (ordinary)",
                        "max(x, 0) / derivative / x = 1.0 (special)",
                        "max(x, 0) / derivative / x = -1.0 (special)");
    }

    static class KinkTestCase implements DifferentiableTests {
        @Differentiable(inconclusive = InconclusiveOutcome.FAIL, points = 1)
        DifferentiableFunction relu() {
            return DifferentiableFunction.univariate(DifferentiableTestsTest::relu)
                    .derivative(x -> x > 0 ? 1.0 : 0.0);
        }
    }

    @Test
    void aKinkAtASpecialPointIsToldWithTheWayToLeaveItOut() {
        EngineExecutionResults results = Kit.run(KinkTestCase.class);

        results.testEvents().assertStatistics(tests -> tests.succeeded(3).failed(1));
        assertThat(Kit.messages(results, TestExecutionResult.Status.FAILED))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .contains("kink")
                        .contains("at           x = 0.0 (special)")
                        .contains("leave it out: @Differentiable(except = @At(0))"));
    }

    /** A function that is a class of its own. */
    static class LogisticLossTestCase implements DifferentiableFunction, DifferentiableTests {
        @Override
        public DerivativeForms<double[], Double> forms() {
            LogisticLoss loss = LogisticLoss.ofFourSamples();
            return DifferentiableFunction.scalar(3, loss::value).gradient(loss::gradient);
        }
    }

    @Test
    void aClassMayBeAFunction() {
        EngineExecutionResults results = Kit.run(LogisticLossTestCase.class);

        results.testEvents().assertStatistics(tests -> tests.started(6).succeeded(6));
        assertThat(paths(results))
                .contains("LogisticLossTestCase / gradient / x = [0.0, 0.0, 0.0] (special)")
                .contains("LogisticLossTestCase / gradient / seed 1, x = [-1.21, 0.422, -0.85] (ordinary)");
    }

    static class LibraryTestCase implements DifferentiableTests {
        @Differentiable(points = 1)
        Map<String, DifferentiableFunction> named() {
            Map<String, DifferentiableFunction> functions = new LinkedHashMap<>();
            functions.put("sine", DifferentiableFunction.univariate(Math::sin).derivative(Math::cos));
            functions.put(
                    "exponential", DifferentiableFunction.univariate(Math::exp).derivative(Math::exp));
            return functions;
        }

        @Differentiable(points = 1)
        Stream<DifferentiableFunction> listed() {
            return Stream.of(
                    DifferentiableFunction.univariate(Math::log)
                            .derivative(t -> 1 / t)
                            .atPositivePoints()
                            .named("logarithm"),
                    DifferentiableFunction.vector(2, x -> new double[] {x[0] * x[1]})
                            .jvp((x, v) -> new double[] {x[1] * v[0] + x[0] * v[1]})
                            .vjp((x, w) -> new double[] {x[1] * w[0], x[0] * w[0]})
                            .withoutSpecialPoints());
        }

        @Differentiable
        DifferentiableFunction onTheSphere() {
            return DifferentiableFunction.of(Manifolds.sphere(2), Spaces.scalar(), x -> x[0] * x[0])
                    .gradient(x -> new double[] {2 * x[0], 0})
                    .atPoints(List.of(new double[] {0.6, 0.8}, new double[] {0.8, -0.6}));
        }
    }

    @Test
    void aLibraryMayListAllItsFunctions() {
        EngineExecutionResults results = Kit.run(LibraryTestCase.class);

        assertThat(Kit.failures(results)).isEmpty();
        assertThat(paths(results))
                .contains("named / sine / derivative / seed 1, x = -0.47 (ordinary)")
                .contains("named / exponential / derivative / x = 0.0 (special)")
                .contains("listed / logarithm / derivative / seed 1, x = 0.47 (ordinary)")
                .contains("listed / function 2 / JVP / seed 1, x = [-1.24, 0.433] (ordinary)")
                .contains("listed / function 2 / VJP / seed 1, x = [-1.24, 0.433] (ordinary)")
                .contains("listed / function 2 / first derivatives together / seed 1, x = [-1.24, 0.433] (ordinary)")
                .contains("onTheSphere / gradient / seed 2, x = [0.8, -0.6]");
    }

    static class BrokenTestCase implements DifferentiableTests {
        @Differentiable
        DifferentiableFunction right() {
            return DifferentiableFunction.univariate(Math::sin).derivative(Math::cos);
        }

        @Differentiable
        DifferentiableFunction throwing() {
            throw new IllegalStateException("no data");
        }

        @Differentiable
        DifferentiableFunction withoutDerivative() {
            return DifferentiableFunction.univariate(Math::sin);
        }

        @Differentiable
        String noFunction() {
            return "sine";
        }

        @Differentiable
        List<DifferentiableFunction> none() {
            return List.of();
        }

        @Differentiable
        DifferentiableFunction onAManifold() {
            return DifferentiableFunction.of(Manifolds.sphere(2), Spaces.scalar(), x -> x[0])
                    .gradient(x -> new double[] {1, 0});
        }

        @Differentiable
        DifferentiableFunction withParameter(int n) {
            return right();
        }
    }

    @Test
    void aBrokenListingFailsAloneAndSaysWhy() {
        EngineExecutionResults results = Kit.run(BrokenTestCase.class);

        results.testEvents().assertStatistics(tests -> tests.succeeded(6).failed(6));
        assertThat(Kit.failures(results))
                .containsExactlyInAnyOrder(
                        "no data",
                        "a listed function needs a derivative: say it by gradient(…), jvp(…) or another form",
                        "@Differentiable on noFunction returned a String, where a DifferentiableFunction, or a stream,"
                                + " collection, array or map of them should be",
                        "@Differentiable on none lists no function",
                        "points of the unit vectors in 2 dimensions are not drawn: give them by atPoints(…)",
                        "@Differentiable on withParameter requires a method without parameters");
    }

    static class EmptyTestCase implements DifferentiableTests {}

    @Test
    void aClassWithoutFunctionsIsNoPass() {
        assertThat(Kit.failures(Kit.run(EmptyTestCase.class)))
                .containsExactly(
                        "EmptyTestCase is a DifferentiableTests without functions: annotate the methods that return"
                                + " them with @Differentiable, or implement DifferentiableFunction");
    }

    static class WrongTestCase implements DifferentiableTests {
        @Differentiable
        DifferentiableFunction square() {
            return DifferentiableFunction.univariate(x -> x * x)
                    .derivative(x -> Math.abs(x) > 5 ? x : 2 * x)
                    .withoutSpecialPoints();
        }
    }

    @Test
    void aWrongDerivativeFailsWithItsFiguresAndIsReplayedFirst(@TempDir Path folder) {
        var tests = Kit.of(WrongTestCase.class).configurationParameter("gradcheck.failures", folder.toString());
        EngineExecutionResults results = tests.execute();

        results.testEvents().assertStatistics(all -> all.succeeded(2).failed(1));
        assertThat(Kit.messages(results, TestExecutionResult.Status.FAILED))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .startsWith("\nExpecting f to have the supplied derivative, but the derivative is wrong by")
                        .contains("at           seed 2, x = 6.29 (large)")
                        .endsWith("replay       @Differentiable(seed = 2, points = 1)"));
        assertThat(Kit.published(results))
                .extracting(entry -> entry.get("verdict"))
                .containsExactly("confirmed", "refuted", "confirmed");
        tests.configurationParameter("gradcheck.run", "the next");
        assertThat(Kit.names(tests.execute()).get(0)).isEqualTo("seed 2 (failed last time), x = 6.29 (large)");
    }
}
