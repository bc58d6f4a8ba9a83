package org.gradcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no ordinary ones. */
@Timeout(300)
class SpecFilesTest {

    private static final String SPEC = """
            {"variables": {"x": {"shape": [2]}}, "function": "sum(x)", "gradient": {"x": "ones(2, 1)"}}""";

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private SpecResult run(Path file) {
        return new SpecRunner(RunSettings.defaults()).run(file);
    }

    @Test
    void aLoopOfLinksEnds() throws IOException {
        Path spec = write("a.json", SPEC);
        Path below = Files.createDirectory(folder.resolve("below"));
        Files.createSymbolicLink(below.resolve("up"), folder);
        Files.createSymbolicLink(below.resolve("self"), below.resolve("self"));
        Files.createSymbolicLink(below.resolve("b.json"), spec);
        Files.createSymbolicLink(below.resolve("nowhere.json"), folder.resolve("gone"));

        assertThat(SpecFiles.find(List.of(folder))).containsExactly(spec);
    }

    @Test
    void aSpecThatIsGoneIsAnErrorOfItsOwn() throws IOException {
        Path spec = write("a.json", SPEC);
        Path gone = write("b.json", SPEC);
        List<Path> found = SpecFiles.find(List.of(folder));
        Files.delete(gone);

        SuiteResult suite = new SuiteRunner(RunSettings.defaults(), SuiteListener.SILENT).runFiles(found);

        assertThat(found).containsExactly(spec, gone);
        assertThat(suite.specs()).extracting(SpecResult::outcome).containsExactly(Outcome.PASSED, Outcome.ERROR);
        assertThat(suite.specs().get(1).error()).contains(gone + ": the file cannot be read: there is no such file");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "makes a pipe, and knows a device")
    void whatMayHaveNoEndIsNotRead() throws Exception {
        Path pipe = folder.resolve("pipe.json");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        write("a.json", SPEC);

        assertThat(SpecFiles.find(List.of(folder))).containsExactly(folder.resolve("a.json"));
        for (Path endless : List.of(pipe, Path.of("/dev/zero"))) {
            assertThat(SpecFiles.find(List.of(endless))).containsExactly(endless);
            assertThat(run(endless).error())
                    .contains(endless
                            + ": this is no file but a pipe or a device, which may have no end; expected a file,"
                            + " or - for standard input");
        }
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws IOException {
        assertThat(run(write("a.json", "\uFEFF" + SPEC)).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void longNamesAndLongNestingAreErrorsWithTheirPlaces() throws IOException {
        assertThat(run(write("a.json", "{\"variables\": {\"" + "x".repeat(60_000) + "\": 1}}"))
                        .error())
                .hasValueSatisfying(error ->
                        assertThat(error).endsWith("a key has more than 50000 characters, which is the limit"));
        assertThat(run(write("b.json", SPEC.replace("sum(x)", "(".repeat(10_000))))
                        .error())
                .hasValueSatisfying(error -> assertThat(error).contains("more than 200 levels of nesting"));
        assertThat(run(write("c.json", SPEC.replace("sum(x)", "sum(x)" + "+1".repeat(40_000))))
                        .error())
                .hasValueSatisfying(error -> assertThat(error).contains("more than 500 operations inside each other"));
    }

    @Test
    void aThousandIntermediateValuesOnEachOtherAreEvaluated() throws IOException {
        StringBuilder lets = new StringBuilder("\"a0\": \"x\"");
        for (int i = 1; i <= 1000; i++) {
            lets.append(", \"a")
                    .append(i)
                    .append("\": \"0.5*a")
                    .append(i - 1)
                    .append(" + 0.5*a")
                    .append(i - 1)
                    .append('"');
        }
        String spec = SPEC.replace("\"function\": \"sum(x)\"", "\"let\": {" + lets + "}, \"function\": \"sum(a1000)\"");

        assertThat(run(write("a.json", spec)).outcome()).isEqualTo(Outcome.PASSED);
    }
}
