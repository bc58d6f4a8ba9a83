package org.gradcheck.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the guide shows of the sample projects is in them, and they are run. */
class KotlinAndGradleGuideTest {

    private static final Path SAMPLES = Path.of("src/it");
    private static final Path KOTLIN_TESTS = SAMPLES.resolve("kotlin/src/test/kotlin/com/example/loss");

    private static String source(Path folder, String... files) throws IOException {
        StringBuilder source = new StringBuilder();
        for (String file : files) {
            source.append(Files.readString(folder.resolve(file)));
        }
        return Guide.unindented(source.toString());
    }

    @Test
    void kotlin() throws IOException {
        String source = source(KOTLIN_TESTS, "LogisticLossTest.kt", "LayerTest.kt");

        assertThat(Guide.of("kotlin-and-gradle.md").blocks("kotlin"))
                .hasSize(5)
                .allSatisfy(block -> assertThat(source).contains(block));
        assertThat(new Guide(Files.readString(Path.of("README.md"))).blocks("kotlin"))
                .singleElement()
                .satisfies(block -> assertThat(source).contains(block));
    }

    @Test
    void settingsOfMavensPlugins() throws IOException {
        String source = source(SAMPLES, "kotlin/pom.xml", "failing/pom.xml");

        assertThat(Guide.of("kotlin-and-gradle.md").blocks("xml"))
                .hasSize(2)
                .allSatisfy(block -> assertThat(source).contains(block));
    }

    @Test
    void descriptorOfATestModule() throws IOException {
        String source = source(SAMPLES, "modules/physics-tests/src/main/java/module-info.java");

        assertThat(Guide.of("kotlin-and-gradle.md").blocks("java"))
                .singleElement()
                .satisfies(block -> assertThat(source).contains(block));
    }
}
