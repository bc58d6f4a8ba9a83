package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Specs on standard input, and in the options of the command line. */
class CheckWithoutFileTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int read(String input, String... args) {
        return GradcheckCli.run(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                args);
    }

    private int check(String... options) {
        List<String> args = new ArrayList<>(List.of("check", "--color=never"));
        args.addAll(List.of(options));
        return read("", args.toArray(String[]::new));
    }

    @Test
    void aSpecIsReadFromStandardInput() {
        String spec = """
                {"variables": {"x": {"shape": [3]}}, "function": "x'*x", "gradient": {"x": "2*x"}}
                """;

        assertThat(read(spec, "check", "-", "--json", "-")).isZero();
        assertThat(out.toString()).contains("\"file\" : \"<stdin>\"", "\"title\" : \"<stdin>\"");
    }

    @Test
    void standardInputIsReadOnceAndBesideFiles() {
        assertThat(read("{}", "check", "-", "-", "no.json", "-q")).isEqualTo(2);
        assertThat(out.toString())
                .contains(
                        "no.json: there is no such file or folder",
                        "<stdin>:1:1: the key \"variables\" is missing",
                        "\n2 specs: 2 errors\n");
    }

    @Test
    void placesOnStandardInputHaveLineAndColumn() {
        assertThat(read(
                        "{\"variables\": {\"x\": 2},\n \"function\": \"x*y\", \"gradient\": {\"x\": \"x\"}}",
                        "check",
                        "-",
                        "-q"))
                .isEqualTo(2);
        assertThat(out.toString()).startsWith("""
                ERROR  <stdin>
                  <stdin>:2:14 (/function): unknown name y
                    x*y
                      ^
                    hint: in scope: x
                """);
    }

    @Test
    void dataOfASpecOnStandardInputAreInTheCurrentFolder() {
        String spec = """
                {"variables": {"x": {"csv": "no.csv"}}, "function": "sum(x)", "gradient": {"x": "ones(1)"}}
                """;

        assertThat(read(spec, "check", "-", "-q")).isEqualTo(2);
        assertThat(out.toString())
                .contains("<stdin>:1:29 (/variables/x/csv): the file \"no.csv\" cannot be read as CSV:\n"
                        + "  there is no such file beside the spec");
    }

    @Test
    void aRefutationOnStandardInputIsReplayedFromThere() {
        assertThat(read(
                        "{\"variables\": {\"x\": 2}, \"function\": \"x^2\", \"gradient\": {\"x\": \"x\"}}",
                        "check",
                        "-"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("  replay: gradcheck check - --seed 1\n");
    }

    @Test
    void whatIsNoTextIsRefused() {
        int code = GradcheckCli.run(
                new ByteArrayInputStream(new byte[] {(byte) 0xff}),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "check",
                "-",
                "-q");

        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).contains("  <stdin>: this is not text in UTF-8; expected JSON\n");
    }

    @Test
    void aSpecInOptionsNeedsNoFile() {
        assertThat(check("--function", "x'*A*x", "--gradient", "x=(A+A')*x", "--var", "x:5", "--var", "A:5x5"))
                .isZero();
        assertThat(out.toString()).contains("✓ <command line>", "confirmed", "1 spec: 1 passed\n");
    }

    @Test
    void everyFormCanBeGiven() {
        assertThat(check(
                        "--function=a*x'*r",
                        "--let=r=A*x",
                        "--var=x:3",
                        "--var=A:3x3:symmetric",
                        "--var=a=0.5",
                        "--gradient=x=2*a*r",
                        "--gradient=A=a*x*x'",
                        "--jacobian=x=2*a*r'",
                        "--jvp=2*a*r'*dx",
                        "--wrt=x",
                        "--vjp=x=2*a*fbar*r",
                        "--hessian=x=2*a*A",
                        "--hvp=x=2*a*A*dx",
                        "--bilinear=2*a*dx_1'*A*dx_2",
                        "--json=-"))
                .isZero();
        for (String form : List.of("gradient", "jacobian", "jvp", "vjp", "hessian", "hvp", "bilinear")) {
            assertThat(out.toString()).contains("\"form\" : \"" + form + "\"");
        }
    }

    @Test
    void theReplayIsTheSameCallQuotedForAShell() {
        assertThat(check("--gradient", "x=x", "--function", "x'*x", "--var", "x=[1,2]"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("FAILED  <command line>\n  x'*x\n", """
                          replay: gradcheck check --function 'x'\\''*x' --var 'x=[1,2]' --gradient x=x --seed 1
                        """);
    }

    @Test
    void anExpectedRefutationIsMet() {
        assertThat(check("--function", "x^3", "--gradient", "x=x^2", "--var", "x=2", "--expect", "refuted"))
                .isZero();
    }

    @Test
    void errorsPointIntoTheOption() {
        assertThat(check("-q", "--function", "x'*A*x", "--gradient", "x=(A+A')*x'", "--var=x:2", "--var=A:2x2"))
                .isEqualTo(2);
        assertThat(out.toString()).startsWith("""
                ERROR  <command line>
                  --gradient x: cannot multiply (A+A') (2×2) by x' (1×2): the columns of the
                  left side must equal the rows of the right side
                    (A+A')*x'
                    ~~~~~~^~~
                    hint: did you mean (A+A') * x or x' * (A+A')?
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --var x      | --var x: expected a name with a shape or a value, such as x:5, A:5x3, S:4x4:spd, lambda=0.1 or x=[1,2,3]
            --var x:2xn  | --var x:2xn: expected a name with a shape or a value, such as x:5, A:5x3, S:4x4:spd, lambda=0.1 or x=[1,2,3]
            --var x=[1;2] | --var x=[1;2]: '[1;2]' is neither a number nor an array of numbers, such as 0.1, [1,2,3] or [[1,2],[3,4]]
            --var x:0    | --var x: expected a whole number from 1 to 2147483647, found the number 0
            --var x:99999999999 | --var x:99999999999: the size 99999999999 is too large; expected at most 2147483647
            --var x:2x2:sdp | --var x: unknown structure "sdp"; expected one of
            --var x:2 --var x=3 | --var x=3: "x" is given twice; expected it once
            --var x:2 --expect refutd | --expect: expected one of confirmed, refuted or inconclusive in a string
            --var x:2 --gradient y=1 | --gradient y: there is no variable "y" to differentiate with respect to; expected one of x
            --var x:2 --gradient 1 | --gradient 1: expected a name, = and an expression, such as --gradient x=2*x
            --var x:2 --let r==2 | --let r==2: expected a name, = and an expression, such as --let r=A*x-b
            --var x:2 --function y | --function y: is given twice; expected it once
            --let r=2    | --var: there are no variables; expected at least one to differentiate with respect to
            --var pi:2   | --var pi: "pi" has a meaning of its own in expressions; expected another name
            """)
    void whatIsWrongIsToldByTheOption(String options, String message) {
        List<String> args = new ArrayList<>(List.of("-q", "--function", "sum(x)", "--gradient", "x=ones(1)"));
        args.addAll(List.of(options.split(" ")));

        assertThat(check(args.toArray(String[]::new))).isEqualTo(2);
        assertThat(out.toString().replaceAll("\\s+", " ")).startsWith("ERROR <command line> " + message);
    }
}
