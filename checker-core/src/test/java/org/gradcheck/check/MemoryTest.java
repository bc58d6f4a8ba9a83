package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fits in which heap, tried in a virtual machine of its own. */
class MemoryTest {

    @TempDir
    private Path folder;

    @Test
    void aMillionCoordinatesAreConfirmedIn512Megabytes() throws IOException, InterruptedException {
        assertThat(reportOnGradientTimes("1", "-Xmx512m")).startsWith("gradient: CONFIRMED");
    }

    @Test
    void aWrongFactorOnAMillionCoordinatesIsRefutedIn512Megabytes() throws IOException, InterruptedException {
        assertThat(reportOnGradientTimes("1.000001", "-Xmx512m")).startsWith("gradient: REFUTED");
    }

    /** A vector takes 8 MB: twelve for the check and whatever f and f′ make, two that the program holds. */
    @Test
    void aCheckTakesAtMostTwelveVectors() throws IOException, InterruptedException {
        assertThat(reportOnGradientTimes("1", "-Xmx112m")).startsWith("gradient: CONFIRMED");
    }

    /** To tell where and why takes more: the directions that were tried are tried again. */
    @Test
    void anExplanationTakesAtMostTwentyVectors() throws IOException, InterruptedException {
        assertThat(reportOnGradientTimes("1.000001", "-Xmx176m")).startsWith("gradient: REFUTED");
    }

    private String reportOnGradientTimes(String factor, String heap) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-XX:+UseSerialGC", // the others keep room in reserve
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        classPath(),
                        MillionCoordinates.class.getName(),
                        factor)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly().waitFor();

        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(text).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    /** Everything the tests are run with, whether that is a class path, a module path or both. */
    private static String classPath() {
        return Stream.of("surefire.test.class.path", "jdk.module.path", "java.class.path")
                .map(System::getProperty)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
