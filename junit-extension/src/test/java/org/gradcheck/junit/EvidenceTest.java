package org.gradcheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Figures are published and pages attached. */
class EvidenceTest {

    static class TwoTestCase {
        @DerivativeTest(points = 1)
        void right(@Point(dimension = 2) double[] x, GradientChecker check) {
            check.thatScalar(z -> z[0] * z[0] * z[1]).hasGradient(z -> new double[] {2 * z[0] * z[1], z[0] * z[0]});
            check.thatVector(z -> z).hasJvp((z, v) -> v);
        }

        @DerivativeTest(points = 1)
        void wrong(@Point(dimension = 2) double[] x, GradientChecker check) {
            check.thatScalar(z -> z[0] * z[0] * z[1]).hasGradient(z -> new double[] {2 * z[0] * z[1], z[0]});
        }
    }

    @Test
    void figuresOfEveryCheckAreReportEntries() {
        List<Map<String, String>> entries = Kit.published(Kit.run(TwoTestCase.class));

        assertThat(entries)
                .filteredOn(entry -> "refuted".equals(entry.get("verdict")))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("check", "gradient")
                        .containsEntry("seed", "1")
                        .containsEntry("order", "1.00")
                        .containsEntry("reference", "central differences")
                        .containsKeys("relativeError", "bound", "evaluations"));
        assertThat(entries)
                .filteredOn(entry -> "confirmed".equals(entry.get("verdict")))
                .extracting(entry -> entry.get("check"))
                .containsExactlyInAnyOrder("gradient", "jvp", "linearity of jvp");
    }

    /** Folders for the files of tests, as a launcher has them. */
    private record Folders(Path root) implements OutputDirectoryCreator {
        @Override
        public Path getRootDirectory() {
            return root;
        }

        @Override
        public Path createOutputDirectory(TestDescriptor descriptor) throws IOException {
            return Files.createDirectories(
                    root.resolve(Integer.toHexString(descriptor.getUniqueId().hashCode())));
        }
    }

    private static List<String> pages(Path root, EngineTestKit.Builder tests) throws IOException {
        tests.outputDirectoryCreator(new Folders(root)).execute();
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.endsWith("gradcheck.html"))
                    .map(EvidenceTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aPageIsAttachedToWhatIsNotConfirmed(@TempDir Path root) throws IOException {
        assertThat(pages(root, Kit.of(TwoTestCase.class)))
                .singleElement()
                .satisfies(page -> assertThat(page)
                        .contains("<svg")
                        .containsIgnoringCase("refuted")
                        .contains("@DerivativeTest(seed = 1, points = 1)"));
    }

    @Test
    void aPageIsAttachedToAllOrNoneIfSaid(@TempDir Path all, @TempDir Path none) throws IOException {
        assertThat(pages(all, Kit.of(TwoTestCase.class).configurationParameter("gradcheck.attachment", "always")))
                .hasSize(2)
                .anySatisfy(page -> assertThat(page).containsIgnoringCase("confirmed"));
        assertThat(pages(none, Kit.of(TwoTestCase.class).configurationParameter("gradcheck.attachment", "never")))
                .isEmpty();
    }
}
