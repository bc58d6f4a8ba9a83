package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands about one spec take it from a file, from standard input and from options. */
class OneSpecTest {

    private static final String SPEC = """
            {"variables": {"x": {"shape": [3]}}, "function": "x'*x", "gradient": {"x": "2*x"}}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int read(String input, String... args) {
        out.getBuffer().setLength(0);
        return GradcheckCli.run(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                args);
    }

    @Test
    void explainKeepsTheLimits() {
        assertThat(read(SPEC, "explain", "-", "--max-entries", "2")).isEqualTo(2);
        assertThat(read(SPEC, "explain", "-", "--timeout", "-1")).isEqualTo(2);

        assertThat(err.toString().lines())
                .containsExactly(
                        "gradcheck explain: <stdin>:1:21 (/variables/x): \"x\" brings the variables of the spec to 3"
                                + " entries; expected at most 2 together. --max-entries=N allows more",
                        "gradcheck explain: --timeout is a number of seconds, at least 0.001, or 0 for no limit, got"
                                + " -1.0.");
    }

    @Test
    void explainTellsTheSameOfAFileStandardInputAndOptions() throws IOException {
        Path file = Files.writeString(folder.resolve("square.json"), SPEC);

        assertThat(read("", "explain", file.toString())).isZero();
        String expected = out.toString().replace("square.json", "TITLE");
        assertThat(expected).startsWith("TITLE\n  x").contains("gradient of x\n");
        assertThat(read(SPEC, "explain", "-")).isZero();
        assertThat(out.toString().replace("<stdin>", "TITLE")).isEqualTo(expected);
        assertThat(read("", "explain", "--function", "x'*x", "--var", "x:3", "--gradient", "x=2*x"))
                .isZero();
        assertThat(out.toString().replaceFirst("x'\\*x", "TITLE")).isEqualTo(expected);
        assertThat(err).hasToString("");
    }

    @Test
    void plotDrawsASpecOfStandardInputAndOfOptions() {
        assertThat(read(SPEC, "plot", "-")).isZero();
        assertThat(out.toString()).startsWith("gradient: CONFIRMED, ").contains("o remainder, order 1.99");
        assertThat(read("", "plot", "--function", "x'*x", "--var", "x:3", "--gradient", "x=x", "-o", "-"))
                .isZero();
        assertThat(out.toString()).startsWith("<?xml").contains("slope 1: wrong");
    }

    @Test
    void problemsNameTheirPlace() {
        assertThat(read("{\"function\": 1}", "explain", "-")).isEqualTo(2);
        assertThat(read("", "explain", "--function", "x'*y", "--var", "x:3", "--gradient", "x=x"))
                .isEqualTo(2);
        assertThat(read("", "plot", "--function", "x'*x", "--var", "x:3", "--gradient", "x=y"))
                .isEqualTo(2);
        assertThat(read(SPEC, "plot", "-", "--form", "jvp")).isEqualTo(2);
        assertThat(err).hasToString("""
                gradcheck explain: <stdin>:1:1: the key "variables" is missing; expected an object from name to shape or value
                gradcheck explain: --function: unknown name y
                  x'*y
                     ^
                  hint: in scope: x
                gradcheck plot: --gradient x: unknown name y
                  y
                  ^
                  hint: in scope: x
                gradcheck plot: <stdin> has no such derivative; it has gradient of x.
                """);
    }

    @Test
    void oneSpecIsGivenOnce() {
        assertThat(read("", "explain")).isEqualTo(2);
        assertThat(read("", "plot", "a.json", "--function", "x", "--gradient", "x=1"))
                .isEqualTo(2);
        assertThat(read("", "explain", "--function", "x")).isEqualTo(2);
        assertThat(err).hasToString("""
                gradcheck explain: no spec is given; expected a file, - for standard input, or a spec in options, such as --function "x'*x" --gradient x=2*x --var x:5.
                gradcheck plot: a spec in options (--function and so on) and a file (a.json) are both given; expected one of the two.
                gradcheck explain: --function is given without a derivative to check; expected at least one of --gradient, --jacobian, --jvp, --vjp, --hessian, --hvp and --bilinear.
                """);
    }

    @Test
    void aFolderIsNotOneSpec() {
        assertThat(read("", "explain", folder.toString())).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("gradcheck explain: " + folder
                        + " is a folder; expected a single spec, such as one of those in it.\n");
    }
}
