package org.gradcheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What failed the last time is run first. */
class FailedSeedsTest {

    private static final AtomicBoolean MENDED = new AtomicBoolean();

    static class LateTestCase {
        @DerivativeTest(points = 4)
        void wrongForLargePoints(@Point double t, GradientChecker check) {
            check.thatUnivariate(x -> x * x).hasDerivative(x -> 2 * x + (Math.abs(x) > 5 && !MENDED.get() ? 1 : 0));
        }
    }

    private static final AtomicInteger RUNS = new AtomicInteger();

    /** The seeds of one more run. */
    private static List<String> seeds(Path folder, String... parameters) {
        return seedsIn("run" + RUNS.incrementAndGet(), folder, parameters);
    }

    private static List<String> seedsIn(String run, Path folder, String... parameters) {
        var tests = Kit.of(LateTestCase.class)
                .configurationParameter("gradcheck.failures", folder.toString())
                .configurationParameter("gradcheck.run", run);
        for (int i = 0; i < parameters.length; i += 2) {
            tests.configurationParameter(parameters[i], parameters[i + 1]);
        }
        EngineExecutionResults results = tests.execute();
        return Kit.names(results).stream()
                .map(name -> name.replaceAll("^\\[\\d+] |, t = .*", ""))
                .toList();
    }

    @Test
    void failuresComeFirstUntilTheyAreMended(@TempDir Path folder) throws IOException {
        MENDED.set(false);
        assertThat(seeds(folder)).containsExactly("seed 1", "seed 2", "seed 3", "seed 4");
        assertThat(folder.resolve(LateTestCase.class.getName() + ".txt"))
                .hasContent("wrongForLargePoints(double,GradientChecker): 2/run" + RUNS.get());
        assertThat(seeds(folder)).containsExactly("seed 2 (failed last time)", "seed 1", "seed 3", "seed 4");
        assertThat(seeds(folder, "gradcheck.seed", "30"))
                .as("with other seeds too")
                .containsExactly("seed 2 (failed last time)", "seed 30", "seed 31", "seed 32", "seed 33");
        assertThat(seeds(folder).get(1)).isEqualTo("seed 32 (failed last time)");

        MENDED.set(true);
        assertThat(seeds(folder))
                .containsExactly(
                        "seed 2 (failed last time)", "seed 32 (failed last time)", "seed 1", "seed 3", "seed 4");
        assertThat(seeds(folder)).containsExactly("seed 1", "seed 2", "seed 3", "seed 4");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void withinARunTheOrderStays(@TempDir Path folder) {
        MENDED.set(false);
        for (int i = 0; i < 2; i++) {
            assertThat(seedsIn("one run", folder)).containsExactly("seed 1", "seed 2", "seed 3", "seed 4");
        }
        assertThat(seedsIn("another run", folder))
                .containsExactly("seed 2 (failed last time)", "seed 1", "seed 3", "seed 4");
        assertThat(seedsIn("another run", folder))
                .containsExactly("seed 2 (failed last time)", "seed 1", "seed 3", "seed 4");
    }

    @Test
    void aProcessIsARun(@TempDir Path folder) {
        MENDED.set(false);
        for (int i = 0; i < 2; i++) {
            EngineExecutionResults results = Kit.of(LateTestCase.class)
                    .configurationParameter("gradcheck.failures", folder.toString())
                    .execute();
            assertThat(Kit.names(results)).hasSize(4).noneMatch(name -> name.contains("failed last time"));
        }
        assertThat(folder).isNotEmptyDirectory();
    }

    @Test
    void aFileThatCannotBeReadIsNoFailure(@TempDir Path folder) throws IOException {
        MENDED.set(true);
        Files.writeString(
                folder.resolve(LateTestCase.class.getName() + ".txt"),
                "nonsense\nwrongForLargePoints(double,GradientChecker): x 3/before 4 99999999999999999999/before\n");
        assertThat(seeds(folder)).containsExactly("seed 3 (failed last time)", "seed 1", "seed 2", "seed 4");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoFailure(@TempDir Path folder) throws IOException {
        MENDED.set(false);
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThat(seeds(file)).containsExactly("seed 1", "seed 2", "seed 3", "seed 4");
    }

    static class ManyTestCase implements DifferentiableTests {
        @DerivativeTest(points = 30)
        void first(@Point double t, GradientChecker check) {
            check.thatUnivariate(Math::sin).hasDerivative(Math::sin);
        }

        @DerivativeTest(points = 30)
        void second(@Point double t, GradientChecker check) {
            check.thatUnivariate(Math::exp).hasDerivative(x -> -Math.exp(x));
        }

        @Differentiable(points = 30)
        DifferentiableFunction third() {
            return DifferentiableFunction.univariate(Math::exp)
                    .derivative(x -> 2 * Math.exp(x))
                    .withoutSpecialPoints();
        }
    }

    @Test
    void noneIsLostWhenTestsRunInParallel(@TempDir Path folder) throws IOException {
        Kit.of(ManyTestCase.class)
                .configurationParameter("gradcheck.failures", folder.toString())
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .execute()
                .testEvents()
                .assertStatistics(tests -> tests.started(90).failed(90));

        assertThat(Files.readAllLines(folder.resolve(ManyTestCase.class.getName() + ".txt")))
                .extracting(line -> line.replaceAll(":.*", "") + " " + line.split(" ").length)
                .containsExactly("first(double,GradientChecker) 31", "second(double,GradientChecker) 31", "third 31");
    }
}
