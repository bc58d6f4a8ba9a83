package org.gradcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The specs that ship with the project: each of them must be checked as it expects. */
class EncyclopediaTest {

    private static final Path SPECS = Path.of("..", "specs");

    @TestFactory
    Stream<DynamicTest> everySpecMeetsItsExpectation() {
        SpecRunner runner = new SpecRunner(RunSettings.defaults());
        return SpecFiles.find(List.of(SPECS)).stream()
                .map(file -> dynamicTest(SPECS.relativize(file).toString(), () -> {
                    SpecResult result = runner.run(file);
                    assertThat(result.outcome()).as(() -> told(result)).isEqualTo(Outcome.PASSED);
                    assertThat(result.checks())
                            .allSatisfy(
                                    check -> assertThat(check.result().verdict().label())
                                            .as("every check of an encyclopedia's file is what the file says")
                                            .isEqualTo(check.expected().label()));
                }));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4})
    void expectationsAreMetAtOtherPointsToo(long seed) {
        SuiteResult suite =
                new SuiteRunner(RunSettings.defaults().withSeed(seed), SuiteListener.SILENT).run(List.of(SPECS));

        assertThat(suite.specs().stream()
                        .filter(spec -> spec.outcome() != Outcome.PASSED)
                        .map(EncyclopediaTest::told))
                .isEmpty();
    }

    @Test
    void reportsDependNeitherOnTheNumberOfJobsNorOnTheOtherSpecs() {
        RunSettings settings = RunSettings.defaults().withSeed(7);
        Path folder = SPECS.resolve("products");

        SuiteResult one = new SuiteRunner(settings, SuiteListener.SILENT).run(List.of(folder));
        SuiteResult four = new SuiteRunner(settings.withJobs(4), SuiteListener.SILENT).run(List.of(folder));
        SpecResult alone =
                new SpecRunner(settings).run(Path.of(four.specs().get(3).file()));

        assertThat(four.specs().stream().map(EncyclopediaTest::told).toList())
                .isEqualTo(one.specs().stream().map(EncyclopediaTest::told).toList());
        assertThat(told(alone)).isEqualTo(told(one.specs().get(3)));
    }

    @Test
    void anotherSeedGivesOtherPoints() {
        Path file = SPECS.resolve("products").resolve("cross.json");
        RunSettings settings = RunSettings.defaults();

        SpecResult first = new SpecRunner(settings.withSeed(1)).run(file);
        SpecResult second = new SpecRunner(settings.withSeed(2)).run(file);

        assertThat(first.checks().get(0).report().point())
                .isNotEqualTo(second.checks().get(0).report().point());
    }

    private static String told(SpecResult result) {
        return result.file() + " " + result.error().orElse("")
                + result.checks().stream()
                        .map(check -> "\n" + check.name() + " at point "
                                + check.point().number() + " of "
                                + check.point().of() + ", expected "
                                + check.expected().label() + "\n" + check.report())
                        .collect(Collectors.joining());
    }
}
