package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... args) {
        return GradcheckCli.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    @Test
    void aFunctionGetsASpecWithItsShapes() {
        assertThat(run("init", "--from", "0.5*x'*A*x", "--wrt", "x", "-")).isZero();
        assertThat(out).hasToString("""
                {
                  "title": "0.5*x'*A*x",
                  "description": "TODO: write the gradient in place of zeros, and correct the shapes where they were guessed wrong.",
                  "sizes": { "n": 5 },
                  "variables": {
                    "x": { "shape": ["n"] },
                    "A": { "shape": ["n", "n"] }
                  },
                  "function": "0.5*x'*A*x",
                  "gradient": {
                    "x": "zeros(n, 1)"
                  }
                }
                """);
    }

    @Test
    void aFunctionThatIsNotScalarGetsAPushforward() {
        assertThat(run("init", "--from", "A*x", "--wrt", "x,A", "-")).isZero();
        assertThat(out.toString()).contains("  \"wrt\": [\"x\", \"A\"],\n  \"jvp\": \"zeros(m, 1)\"\n}\n");
    }

    @Test
    void theSkeletonIsAValidSpecWhoseZerosAreRefuted() {
        String gradient = folder.resolve("gradient.json").toString();
        String jvp = folder.resolve("jvp.json").toString();

        assertThat(run("init", "--from", "norm2(A*x - b)^2 + lambda*x'*x", gradient))
                .isZero();
        assertThat(run("init", "--from", "A*tanh(x)", jvp)).isZero();
        assertThat(run("explain", gradient)).isZero();
        assertThat(run("check", "-q", gradient)).isEqualTo(1);
        assertThat(run("check", "-q", jvp)).isEqualTo(1);
    }

    @Test
    void aFileIsOverwrittenOnlyByForce() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.json"), "mine");

        assertThat(run("init", file.toString(), "--from", "x^2")).isEqualTo(2);
        assertThat(err)
                .hasToString("gradcheck init: " + file
                        + " exists and is left as it is; choose another name, or --force to overwrite it.\n");
        assertThat(file).hasContent("mine");
        assertThat(run("init", file.toString(), "--from", "x^2", "--force")).isZero();
        assertThat(Files.readString(file)).contains("\"gradient\"");
    }

    @Test
    void aWrongExpressionIsShownWithItsPlace() {
        assertThat(run("init", "--from", "sin(", "-")).isEqualTo(2);
        assertThat(err).hasToString("""
                gradcheck init: --from: the expression ends too early: expected a number, a name, ( or [
                  sin(
                      ^
                """);
    }

    @Test
    void anUnknownFunctionIsCalledSoWithTheOneThatIsMeant() {
        assertThat(run("init", "--from", "x'*sofmax(A*x)", "-")).isEqualTo(2);
        assertThat(run("init", "--from", "foo(x) + B(1, 2)", "-")).isEqualTo(2);
        assertThat(err).hasToString("""
                gradcheck init: --from: unknown function sofmax
                  x'*sofmax(A*x)
                     ^~~~~~
                  hint: did you mean softmax(X)?
                gradcheck init: --from: unknown function foo
                  foo(x) + B(1, 2)
                  ^~~
                  hint: variables in scope: B, x; 'gradcheck functions' lists all functions
                """);
    }

    @Test
    void whatHasAnIndexIsAVariable() {
        assertThat(run("init", "--from", "A(1, 2)*x(n) + A(rows(A), 1)", "-")).isZero();
        assertThat(out.toString()).contains("\"A\": { \"shape\": [\"p\", \"q\"] }", "\"x\": { \"shape\": [\"m\"] }");
        assertThat(run("init", "--from", "x(i)", "-")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("gradcheck init: --from: an index must be a number known before evaluation");
    }

    @Test
    void whatIsDifferentiatedMustBeAVariable() {
        assertThat(run("init", "--from", "x'*A*x", "--wrt", "y", "-")).isEqualTo(2);
        assertThat(run("init", "--wrt", "y", "-")).isEqualTo(2);
        assertThat(err).hasToString("""
                gradcheck init: --wrt y: there is no such variable in --from; expected one of x, A.
                gradcheck init: --wrt goes with --from, which is not given; expected --from EXPR beside it.
                """);
    }
}
