package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.gradcheck.output.DrawingSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The executable jar as a process of its own, in a folder of its own. */
class ExecutableJarIT {

    private static final String RIGHT = """
            {"variables": {"x": {"shape": [3]}}, "function": "x'*x", "gradient": {"x": "2*x"}}
            """;
    private static final String WRONG = RIGHT.replace("2*x", "x");
    private static final String BROKEN = RIGHT.replace("2*x", "2*y");
    private static final String KINK = RIGHT.replace("{\"shape\": [3]}", "[0]")
            .replace("x'*x", "sum(abs(x))")
            .replace("2*x", "0*x");

    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void writeSpecs() throws IOException {
        Files.writeString(folder.resolve("right.json"), RIGHT);
        Files.writeString(folder.resolve("wrong.json"), WRONG);
        Files.writeString(folder.resolve("broken.json"), BROKEN);
        Files.writeString(folder.resolve("kink.json"), KINK);
    }

    private Ended gradcheck(String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Objects.requireNonNull(System.getProperty("gradcheck.jar"))));
        command.addAll(List.of(args));
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            assertThat(ended.out() + ended.err()).doesNotContain("\tat ", "Exception");
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shading would drop them, as many files of one name. */
    @Test
    void licencesThatWantToBeWithTheProgramAreInIt() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("gradcheck.jar"))) {
            for (String library : List.of("jsvg", "fastcsv", "progressbar")) {
                assertThat(licence(jar, library)).contains("Copyright (c)", "MIT License");
            }
            assertThat(licence(jar, "jline"))
                    .contains("Copyright (c)", "Redistributions in binary form", "names of its contributors");
        }
    }

    private static String licence(JarFile jar, String library) throws IOException {
        try (InputStream licence = jar.getInputStream(jar.getEntry("META-INF/" + library + "-LICENSE"))) {
            return new String(licence.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aPlotIsDrawnByTheJarAlone() throws IOException {
        assumeThatCode(DrawingSupport::require).doesNotThrowAnyException();

        assertThat(gradcheck("plot", "wrong.json", "-o", "wrong.png").code()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("wrong.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void aRightSpecPasses() {
        Ended ended = gradcheck("check", "right.json");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("✓ right", "1 spec: 1 passed").doesNotContain("\u001b", "\r");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void aWrongSpecFailsWithItsDiagnosis() {
        Ended ended = gradcheck("check", "wrong.json", "--seed", "5");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out())
                .contains("gradient of x: REFUTED", "1/2 times", "replay: gradcheck check wrong.json --seed 5");
    }

    @Test
    void aBrokenSpecIsAnErrorThatNamesThePlace() {
        Ended ended = gradcheck("check", "broken.json");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).contains("ERROR  broken.json", "y", "1 spec: 1 error");
    }

    @Test
    void anUndecidedSpecHasACodeOfItsOwn() {
        assertThat(gradcheck("check", "kink.json").code()).isEqualTo(3);
    }

    @Test
    void badInputDoesNotCostTheResultsOfTheGoodOnes() throws IOException {
        Files.writeString(folder.resolve("text.json"), "this is not JSON");
        Files.writeString(folder.resolve("empty.json"), "");
        Files.write(folder.resolve("binary.json"), new byte[] {0, -1, 7});
        Files.writeString(folder.resolve("deep.json"), "{\"a\":".repeat(100_000));
        Files.writeString(folder.resolve("data.json"), "[1, 2]");

        Ended ended = gradcheck("check", "no-such-file.json", ".");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out())
                .contains("✓ right", "✗ wrong", "? kink", "no such file")
                .contains("9 specs: 1 passed, 1 failed, 1 inconclusive, 6 errors");
    }

    @Test
    void aFolderWithoutSpecsIsAnError() throws IOException {
        Files.createDirectory(folder.resolve("empty"));

        assertThat(gradcheck("check", "empty").code()).isEqualTo(2);
    }

    @Test
    void jsonOnStandardOutputIsReadBack() {
        Ended ended = gradcheck("check", "right.json", "wrong.json", "--json", "-");

        JsonNode results = new JsonMapper().readTree(ended.out());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(results.at("/summary/passed").intValue()).isEqualTo(1);
        assertThat(results.at("/specs/1/checks/0/verdict").stringValue()).isEqualTo("refuted");
        assertThat(ended.err()).contains("2 specs: 1 passed, 1 failed");
    }

    @Test
    void jobsDoNotChangeTheResults() {
        assertThat(gradcheck("check", ".", "--json", "-", "--jobs", "4").out())
                .isEqualTo(gradcheck("check", ".", "--json", "-", "--jobs", "1").out());
    }

    @Test
    void theOtherCommandsAnswer() {
        assertThat(gradcheck("functions").out()).contains("softmax(");
        assertThat(new JsonMapper().readTree(gradcheck("schema").out()).has("$defs"))
                .isTrue();
        assertThat(gradcheck("--version").out()).startsWith("gradcheck ").doesNotContain("development");
        assertThat(gradcheck("check", "--help").out()).contains("Exit codes:", "--seed");
    }

    @Test
    void outputIsUnicodeWhateverTheLocale() {
        assertThat(gradcheck("check", "wrong.json").out().getBytes(StandardCharsets.UTF_8))
                .containsSequence("±".getBytes(StandardCharsets.UTF_8));
    }
}
