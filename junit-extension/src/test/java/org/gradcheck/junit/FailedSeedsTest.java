package org.gradcheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private static List<String> seeds(Path folder, String... parameters) {
        var tests = Kit.of(LateTestCase.class).configurationParameter("gradcheck.failures", folder.toString());
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
                .hasContent("wrongForLargePoints(double,GradientChecker): 2");
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
    void aFileThatCannotBeReadIsNoFailure(@TempDir Path folder) throws IOException {
        MENDED.set(true);
        Files.writeString(
                folder.resolve(LateTestCase.class.getName() + ".txt"),
                "nonsense\nwrongForLargePoints(double,GradientChecker): x 3 99999999999999999999\n");
        assertThat(seeds(folder)).containsExactly("seed 3 (failed last time)", "seed 1", "seed 2", "seed 4");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoFailure(@TempDir Path folder) throws IOException {
        MENDED.set(false);
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThat(seeds(file)).containsExactly("seed 1", "seed 2", "seed 3", "seed 4");
    }
}
