package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradcheck.spec.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCommandTest {

    private static final Path SPECS = Path.of("..", "specs");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return GradcheckCli.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    /** Digits may differ by one where sin and exp differ in their last place. */
    private static String withoutDigits(String index) {
        return index.replaceAll("(?m)\\| \\d* \\|$", "| |");
    }

    @Test
    void indexOfTheSpecsIsUpToDate() throws IOException {
        String readme = Files.readString(SPECS.resolve("README.md"));
        String between = readme.substring(
                readme.indexOf(IndexCommand.BEGIN) + IndexCommand.BEGIN.length(), readme.indexOf(IndexCommand.END));

        assertThat(withoutDigits(between.strip()))
                .as("run: gradcheck index specs --into specs/README.md")
                .isEqualTo(withoutDigits(
                        IndexCommand.index(SPECS, Limits.defaults()).strip()));
    }

    @Test
    void tableReplacesWhatStandsBetweenTheMarks(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("square.json"), """
                {"title": "Square | of x", "source": "us", "variables": {"x": 3}, "function": "x^2", "gradient": {"x": "2*x"}}
                """);
        Files.writeString(folder.resolve("square--half.json"), """
                {"title": "Half", "variables": {"x": 3}, "function": "x^2", "gradient": {"x": "x"}, "expect": "refuted"}
                """);
        Path file = folder.resolve("index.md");
        Files.writeString(file, "before\n<!-- index -->\nold\n<!-- end of index -->\nafter\n");

        assertThat(run("index", folder.toString(), "--into", file.toString())).isZero();
        assertThat(Files.readString(file)).matches("""
                before
                <!-- index -->

                2 specs: 1 confirmed, 1 refuted\\.

                ###\\s

                \\| spec \\| f \\| derivative \\| source \\| verdict \\| digits \\|
                \\|---\\|---\\|---\\|---\\|---\\|---\\|
                \\| \\[Square \\\\\\| of x\\]\\(square\\.json\\) \\| `x\\^2` \\| gradient x `2\\*x` \\| us \\| confirmed \\| 1\\d \\|
                \\| \\[Half\\]\\(square--half\\.json\\) \\| `x\\^2` \\| gradient x `x` \\|  \\| refuted \\|  \\|

                <!-- end of index -->
                after
                """);
    }

    @Test
    void fileWithoutMarksIsLeftAlone(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("square.json"),
                "{\"variables\": {\"x\": 3}, \"function\": \"x^2\", \"gradient\": {\"x\": \"2*x\"}}");
        Path file = folder.resolve("index.md");
        Files.writeString(file, "text\n");

        assertThat(run("index", folder.toString(), "--into", file.toString())).isEqualTo(2);
        assertThat(Files.readString(file)).isEqualTo("text\n");
        assertThat(err.toString())
                .contains("the file has no line <!-- index --> with a line <!-- end of index --> below");
    }

    @Test
    void theLimitsAreTheUsers(@TempDir Path folder) throws IOException {
        Path specs = Files.createDirectory(folder.resolve("specs"));
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("x.csv"), "1\n2\n");
        Files.writeString(specs.resolve("square.json"), """
                {"variables": {"x": {"csv": "../data/x.csv", "header": false}}, "function": "x'*x", "gradient": {"x": "2*x"}}
                """);

        assertThat(run("index", specs.toString())).isZero();
        assertThat(out.toString()).contains("1 error");
        assertThat(run("index", specs.toString(), "--allow-read", data.toString()))
                .isZero();
        assertThat(out.toString()).contains("1 specs: 1 confirmed.");
        assertThat(run("index", specs.toString(), "--allow-read", data.toString(), "--max-entries", "0"))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("gradcheck index: --max-entries must be at least 1 ");
    }
}
