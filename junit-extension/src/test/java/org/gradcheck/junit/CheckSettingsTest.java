package org.gradcheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradcheck.function.Precision;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;

/** Settings on methods, on classes and for a whole run. */
class CheckSettingsTest {

    private static void publish(String name, org.gradcheck.check.CheckSettings settings, TestReporter reporter) {
        reporter.publishEntry(
                name,
                "seed " + settings.seed() + ", directions " + settings.directions() + ", budget " + settings.budget()
                        + ", accuracy " + settings.accuracy() + ", strict " + settings.strict());
    }

    @CheckSettings(seed = 10, directions = 4, budget = 500, points = 1)
    static class ClassTestCase {
        @DerivativeTest
        void ofTheClass(org.gradcheck.check.CheckSettings settings, TestReporter reporter) {
            publish("ofTheClass", settings, reporter);
        }

        @DerivativeTest(seed = 20)
        @CheckSettings(directions = 5, strict = true, accuracy = 1e-6)
        void ofTheMethod(org.gradcheck.check.CheckSettings settings, TestReporter reporter) {
            publish("ofTheMethod", settings, reporter);
        }

        @Nested
        @CheckSettings(budget = 600)
        class Inner {
            @DerivativeTest
            void nested(org.gradcheck.check.CheckSettings settings, TestReporter reporter) {
                publish("nested", settings, reporter);
            }
        }
    }

    static class HeirTestCase extends ClassTestCase {}

    @Test
    void whatAMethodDoesNotSayIsTakenFromAround() {
        assertThat(Kit.published(Kit.run(ClassTestCase.class)))
                .containsExactlyInAnyOrder(
                        java.util.Map.of(
                                "ofTheClass",
                                "seed 10, directions 4, budget OptionalInt[500], accuracy OptionalDouble.empty, strict false"),
                        java.util.Map.of(
                                "ofTheMethod",
                                "seed 20, directions 5, budget OptionalInt[500], accuracy OptionalDouble[1.0E-6], strict true"),
                        java.util.Map.of(
                                "nested",
                                "seed 10, directions 4, budget OptionalInt[600], accuracy OptionalDouble.empty, strict false"));
    }

    @Test
    void subclassesInheritThem() {
        assertThat(Kit.published(Kit.run(HeirTestCase.class)))
                .contains(java.util.Map.of(
                        "ofTheClass",
                        "seed 10, directions 4, budget OptionalInt[500], accuracy OptionalDouble.empty, strict false"));
    }

    static class PlainTestCase {
        @DerivativeTest(points = 1)
        void settings(org.gradcheck.check.CheckSettings settings, TestReporter reporter) {
            publish("settings", settings, reporter);
            reporter.publishEntry(
                    "precision", settings.precision().map(Precision::label).orElse("none"));
            reporter.publishEntry("timeout", settings.timeout().toString());
        }
    }

    @Test
    void theConfigurationSetsThemForAWholeRun() {
        List<java.util.Map<String, String>> published = Kit.published(Kit.of(PlainTestCase.class)
                .configurationParameter("gradcheck.seed", "7")
                .configurationParameter("gradcheck.directions", "3")
                .configurationParameter("gradcheck.budget", "900")
                .configurationParameter("gradcheck.accuracy", "1e-4")
                .configurationParameter("gradcheck.strict", "true")
                .configurationParameter("gradcheck.precision", "single")
                .configurationParameter("gradcheck.timeout", "2500")
                .execute());

        assertThat(published)
                .containsExactly(
                        java.util.Map.of(
                                "settings",
                                "seed 7, directions 3, budget OptionalInt[900], accuracy OptionalDouble[1.0E-4], strict true"),
                        java.util.Map.of("precision", "single precision"),
                        java.util.Map.of("timeout", "Optional[PT2.5S]"));
    }

    static class TwoTestCase {
        @DerivativeTest(points = 1)
        void first(@Point double t) {}

        @DerivativeTest(points = 1)
        void second(@Point double t) {}
    }

    @Test
    void aRandomSeedIsOneForTheWholeRunAndStandsInTheNames() {
        var tests = Kit.of(TwoTestCase.class).configurationParameter("gradcheck.seed", "random");
        List<String> names = Kit.names(tests.execute());

        assertThat(names).hasSize(2).allSatisfy(name -> assertThat(name).matches("\\[1] seed \\d+, t = .*"));
        assertThat(names.get(0)).isEqualTo(names.get(1));
    }

    @Test
    void thePointsOfAWholeRunCanBeSet() {
        assertThat(Kit.names(Kit.of(PointsTestCase.class)
                        .configurationParameter("gradcheck.points", "5")
                        .execute()))
                .hasSize(5);
    }

    static class PointsTestCase {
        @DerivativeTest
        void runs(@Point double t) {}
    }

    static class InconclusiveTestCase {
        @DerivativeTest(points = 1)
        void undecided(@Point double t, GradientChecker check) {
            check.thatUnivariate(x -> Double.NaN).hasDerivative(x -> x);
        }
    }

    @Test
    void whatInconclusiveMeansCanBeSetForAWholeRun() {
        Kit.run(InconclusiveTestCase.class).testEvents().assertStatistics(tests -> tests.aborted(1));
        Kit.of(InconclusiveTestCase.class)
                .configurationParameter("gradcheck.inconclusive", "fail")
                .execute()
                .testEvents()
                .assertStatistics(tests -> tests.failed(1));
    }

    @CheckSettings(seed = 5, inconclusive = InconclusiveOutcome.FAIL)
    static class OrdinaryTestCase {
        @Test
        void right(GradientChecker check) {
            check.thatScalar(x -> x[0] * x[1]).at(new double[] {1, 2}).hasGradient(x -> new double[] {x[1], x[0]});
        }

        @Test
        void wrong(GradientChecker check) {
            check.thatScalar(x -> x[0] * x[1]).at(new double[] {1, 2}).hasGradient(x -> new double[] {x[1], -x[0]});
        }

        @Test
        void undecided(GradientChecker check) {
            check.thatUnivariate(x -> Double.NaN).at(1).hasDerivative(x -> x);
        }
    }

    @Test
    void ordinaryTestsCanHaveAGradientChecker() {
        var results = Kit.run(OrdinaryTestCase.class);

        results.testEvents().assertStatistics(tests -> tests.succeeded(1).failed(2));
        assertThat(Kit.messages(results, TestExecutionResult.Status.FAILED))
                .anySatisfy(message -> assertThat(message).endsWith("replay       @CheckSettings(seed = 5)"))
                .anySatisfy(message -> assertThat(message).contains("f cannot be evaluated at the point"));
    }

    static class MistakenTestCase {
        @DerivativeTest
        @CheckSettings(directions = -1)
        void directions() {}

        @DerivativeTest
        @CheckSettings(budget = 3)
        void budget() {}

        @DerivativeTest
        @CheckSettings(accuracy = 2)
        void accuracy() {}

        @DerivativeTest
        @CheckSettings(precision = "quadruple")
        void precision() {}

        @DerivativeTest
        @CheckSettings(timeout = -5)
        void timeout() {}

        @DerivativeTest
        @CheckSettings(points = 0)
        void points() {}

        @DerivativeTest(inconclusive = {InconclusiveOutcome.FAIL, InconclusiveOutcome.ABORT})
        void inconclusive() {}
    }

    @Test
    void mistakesAreNamed() {
        assertThat(Kit.failures(Kit.run(MistakenTestCase.class)))
                .containsExactlyInAnyOrder(
                        "@CheckSettings requires `directions` to be at least 1, got -1",
                        "@CheckSettings requires `budget` to be at least 16, got 3",
                        "@CheckSettings requires `accuracy` to be relative, between 0 and 1, got 2.0",
                        "@CheckSettings requires `precision` to be double, single, half or a relative rounding error between"
                                + " 1.1e-16 and 1, got \"quadruple\"",
                        "@CheckSettings requires `timeout` to be a positive number of milliseconds, got -5",
                        "@CheckSettings requires `points` to be at least 1, got 0",
                        "@DerivativeTest takes at most one `inconclusive`, got 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            seed         | today   | configuration parameter `gradcheck.seed` must be a whole number, got "today"
            points       | 0       | configuration parameter `gradcheck.points` must be at least 1, got 0
            directions   | many    | configuration parameter `gradcheck.directions` must be a whole number, got "many"
            budget       | 5       | configuration parameter `gradcheck.budget` must be at least 16, got 5
            accuracy     | 1.5     | configuration parameter `gradcheck.accuracy` must be relative, between 0 and 1, got 1.5
            strict       | yes     | configuration parameter `gradcheck.strict` must be true or false, got "yes"
            inconclusive | ignore  | configuration parameter `gradcheck.inconclusive` must be abort, fail, got "ignore"
            attachment   | maybe   | configuration parameter `gradcheck.attachment` must be always, unless-confirmed, never, got "maybe"
            """)
    void mistakesInTheConfigurationAreNamed(String name, String value, String message) {
        assertThat(Kit.failures(Kit.of(PlainTestCase.class)
                        .configurationParameter("gradcheck." + name, value)
                        .execute()))
                .containsExactly(message);
    }
}
