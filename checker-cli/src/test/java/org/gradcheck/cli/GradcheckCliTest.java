package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradcheck.function.Precision;
import org.gradcheck.output.SampleResults;
import org.gradcheck.spec.SpecResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradcheckCliTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<CheckRequest> requests = new ArrayList<>();

    private int run(CheckRunner runner, String... args) {
        return GradcheckCli.commandLine((request, listener) -> {
                    requests.add(request);
                    return runner.run(request, listener);
                })
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private int runWith(List<SpecResult> specs, String... args) {
        return run((request, listener) -> SampleResults.suite(specs.toArray(SpecResult[]::new)), args);
    }

    private int run(String... args) {
        return runWith(List.of(SampleResults.passed()), args);
    }

    @Test
    void theExitCodeIsOfTheWorstSpecAndErrorsComeBeforeFailures() {
        SpecResult passed = SampleResults.passed();
        SpecResult inconclusive = SampleResults.inconclusive();
        SpecResult failed = SampleResults.failed();

        assertThat(runWith(List.of(passed), "check", "x")).isZero();
        assertThat(runWith(List.of(passed, inconclusive), "check", "x")).isEqualTo(3);
        assertThat(runWith(List.of(inconclusive, failed), "check", "x")).isEqualTo(1);
        assertThat(runWith(List.of(failed, SampleResults.broken()), "check", "x"))
                .isEqualTo(2);
    }

    @Test
    void resultsThatNeedTooMuchMemoryAreAnError() {
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int offset, int length) {
                throw new OutOfMemoryError("Java heap space");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        int code = GradcheckCli.run(
                new PrintWriter(full),
                new PrintWriter(err, true),
                "check",
                "--function",
                "x^2",
                "--gradient",
                "x=2*x",
                "--var",
                "x=5");

        assertThat(code).isEqualTo(2);
        assertThat(err)
                .hasToString("gradcheck: the results need more memory than Java has, "
                        + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MB; expected fewer specs, or more memory: GRADCHECK_JAVA_OPTIONS=-Xmx4g\n");
    }

    @Test
    void nothingCheckedIsAnError() {
        assertThat(runWith(List.of(), "check", "specs", "--only", "rare", "--only", "odd"))
                .isEqualTo(2);
        assertThat(err.toString())
                .matches(
                        "gradcheck check: no spec in specs has the tag (rare or odd|odd or rare): nothing was checked\\.\\R");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    chek              | gradcheck: there is no command 'chek'; there are check, merge, plot, explain, init, functions, index, schema, completion, man. Did you mean check?
                    ''                | gradcheck: no command is given; there are check, merge, plot, explain, init, functions, index, schema, completion, man.
                    check             | gradcheck check: nothing to check is given; expected specs, folders, - for standard input, or a spec in options, such as --function "x'*x" --gradient x=2*x --var x:5.
                    check --var x:2   | gradcheck check: --var is part of a spec in options, and --function is not given; expected --function EXPR.
                    check --function x | gradcheck check: --function is given without a derivative to check; expected at least one of --gradient, --jacobian, --jvp, --vjp, --hessian, --hvp and --bilinear.
                    check a --function x --gradient x=1 | gradcheck check: a spec in options (--function and so on) and paths (a) are both given; expected one of the two.
                    check x --sed 1   | gradcheck check: Unknown option: '--sed'. Did you mean --seed?
                    check x --seed y  | gradcheck check: Invalid value for option '--seed': 'y' is neither a whole number nor the word random.
                    check x --points 0 | gradcheck check: --points must be at least 1, got 0.
                    check x --slowest 0 | gradcheck check: --slowest must be at least 1, got 0.
                    check x --accuracy 2 | gradcheck check: --accuracy is relative and must lie between 0 and 1, got 2.0.
                    check x --precision float | gradcheck check: Invalid value for option '--precision': 'float' is neither double, single or half, nor a relative rounding error between 1.1e-16 and 1.
                    check x --precision 1e-17 | gradcheck check: Invalid value for option '--precision': '1e-17' is neither double, single or half, nor a relative rounding error between 1.1e-16 and 1.
                    check x --budget 3 | gradcheck check: --budget must be at least 16, with fewer evaluations nothing can be decided, got 3.
                    check x --json - --junit - | gradcheck check: only one of --json, --html, --markdown, --junit and --sarif can go to standard output (-).
                    check x --json no/such/file | gradcheck check: --json no/such/file: the folder
                    check x -q -v     | gradcheck check: --quiet, --verbose are mutually exclusive (specify only one).
                    functions tahn    | gradcheck functions: there is no function 'tahn'; did you mean tan?
                    functions reshape | gradcheck functions: there is no function 'reshape'; unvec(x, m, n) makes a matrix of a vector, vec(X) a vector of a matrix
                    """)
    void usageErrorsAreAParagraphWithoutUsageOrStackTrace(String line, String message) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith(message).doesNotContain("\tat ", "Usage:");
        assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(requests).isEmpty();
    }

    @Test
    void optionsReachTheRunAndTheReplay() {
        runWith(
                List.of(SampleResults.failed()),
                "check",
                "a",
                "b",
                "--seed",
                "-5",
                "--points",
                "4",
                "--directions",
                "3",
                "--budget",
                "99",
                "--accuracy",
                "1e-6",
                "--precision",
                "single",
                "--strict",
                "--jobs",
                "2",
                "--only",
                "ml");

        CheckRequest request = requests.get(0);
        assertThat(request.paths()).containsExactly(Path.of("a"), Path.of("b"));
        assertThat(request.tags()).containsExactly("ml");
        assertThat(request.settings().seed()).hasValue(-5);
        assertThat(request.settings().points()).hasValue(4);
        assertThat(request.settings().directions()).hasValue(3);
        assertThat(request.settings().budget()).hasValue(99);
        assertThat(request.settings().accuracy()).hasValue(1e-6);
        assertThat(request.settings().precision()).contains(Precision.SINGLE);
        assertThat(request.settings().strict()).isTrue();
        assertThat(request.settings().jobs()).isEqualTo(2);
        assertThat(out.toString())
                .contains("general.json --seed 7 --points 4 --directions 3 --budget 99 --accuracy 1.0E-6"
                        + " --precision single --strict\n");
    }

    @Test
    void aRandomSeedIsDrawnAnewForEachRun() {
        runWith(List.of(SampleResults.failed()), "check", "a", "--seed", "random");
        runWith(List.of(SampleResults.failed()), "check", "a", "--seed", "random");

        assertThat(requests.get(0).settings().seed()).isPresent();
        assertThat(requests.get(0).settings().seed())
                .isNotEqualTo(requests.get(1).settings().seed());
    }

    @Test
    void withJsonOnStandardOutputThereIsNothingElse() {
        assertThat(run("check", "x", "--json", "-")).isZero();
        assertThat(out.toString()).startsWith("{\n").endsWith("}\n");
        assertThat(err.toString()).contains("1 spec: 1 passed");
    }

    @Test
    void resultFilesReplaceOldOnesAndLeaveNothingElse(@TempDir Path folder) throws IOException {
        Path json = folder.resolve("results.json");
        Files.writeString(json, "old");

        run(
                "check",
                "x",
                "--json",
                json.toString(),
                "--junit",
                folder.resolve("junit.xml").toString(),
                "--markdown",
                folder.resolve("results.md").toString(),
                "--html",
                folder.resolve("results.html").toString());

        assertThat(Files.readString(json)).startsWith("{\n");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("results.json", "junit.xml", "results.md", "results.html");
        }
    }

    @Test
    void failFastStopsTheRunAndSaysHowMuchWasLeftOut() {
        int code = run(
                (request, listener) -> {
                    listener.finished(SampleResults.failed(), 1, 5);
                    assertThat(listener.wantsMore()).isFalse();
                    return SampleResults.suite(SampleResults.failed());
                },
                "check",
                "x",
                "--fail-fast");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("--fail-fast: 4 more specs were not checked.\n");
    }

    @Test
    void withoutFailFastARunGoesOnAfterAFailure() {
        run(
                (request, listener) -> {
                    listener.finished(SampleResults.failed(), 1, 1);
                    assertThat(listener.wantsMore()).isTrue();
                    return SampleResults.suite(SampleResults.failed());
                },
                "check",
                "x");

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aBugOfOursAsksToBeReportedAndShowsItsTraceOnlyWhenVerbose() {
        CheckRunner broken = (request, listener) -> {
            throw new IllegalStateException("oops");
        };

        assertThat(run(broken, "check", "x")).isEqualTo(70);
        assertThat(err.toString())
                .contains("this is a bug in gradcheck", "IllegalStateException: oops")
                .doesNotContain("\tat ");
        assertThat(run(broken, "check", "x", "--verbose")).isEqualTo(70);
        assertThat(err.toString()).contains("\tat ");
    }

    @Test
    void colourIsOnlyAlwaysWhenAskedFor() {
        run("check", "x", "--color", "never");
        assertThat(out.toString()).doesNotContain("\u001b");
        run("check", "x", "--color", "always");
        assertThat(out.toString()).contains("\u001b[32m");
    }

    @Test
    void aFunctionIsToldWithShapesExampleDerivativeAndWhatACheckDoes() {
        assertThat(run("functions", "solve")).isZero();
        assertThat(out).hasToString("""
                solve(A, B)
                  solution X of A*X = B for square A, the same as A \\ B; NaN for a singular
                  matrix
                  shapes      n×n, n×p → n×p
                  example     solve([2, 0; 0, 4], [1; 1]) = [0.5; 0.25]
                  derivative  d solve(A, B) = A \\ (dB - dA*(A \\ B))
                  checked     by complex step and central differences: it is analytic
                """);
    }

    @Test
    void aDerivativeInSeveralPartsHasALineForEach() {
        assertThat(run("functions", "lyap", "floor", "max")).isZero();
        assertThat(out.toString()).contains("""
                  derivative  d lyap(A, Q) =
                              X = lyap(A, Q);
                              lyap(A, dQ + dA*X + X*dA')
                """, """
                  derivative  constant on each piece: 0 where it does not jump
                  checked     by central differences alone: it has no continuation to complex
                              numbers; at a jump the check is inconclusive
                """, "max(X)\n", "pmax(A, B)\n", "  also        max, maximum\n");
    }

    @Test
    void functionsAreToldAsJson() {
        assertThat(run("functions", "outer", "--json")).isZero();
        assertThat(out.toString())
                .contains(
                        "\"signature\" : \"outer(a, b)\"",
                        "\"value\" : [ [ 3.0, 4.0, 5.0 ], [ 6.0, 8.0, 10.0 ] ]",
                        "\"derivative\" : \"d outer(a, b) = da*b' + a*db'\"",
                        "\"smoothness\" : \"analytic\"");
    }

    @Test
    void schemasArePrinted() {
        run("schema");
        assertThat(out.toString()).contains("\"title\": \"gradcheck spec, version 1\"");
        run("schema", "--results");
        assertThat(out.toString()).contains("\"title\": \"Results of gradcheck\"");
    }

    @Test
    void theStarterSpecPassesAndIsNeverOverwritten(@TempDir Path folder) throws IOException {
        String file = folder.resolve("mine.json").toString();

        assertThat(run("init", file)).isZero();
        assertThat(run(new SuiteRun(InputStream.nullInputStream()), "check", file))
                .isZero();
        Files.writeString(Path.of(file), "mine");
        assertThat(run("init", file)).isEqualTo(2);
        assertThat(Path.of(file)).hasContent("mine");
    }

    @Test
    void explainTellsShapesAndReferenceWithoutChecking(@TempDir Path folder) {
        String file = folder.resolve("mine.json").toString();
        run("init", file);

        assertThat(run("explain", file)).isZero();
        assertThat(out.toString())
                .contains("A       m×n = 6×3, drawn at random")
                .contains("gradient of A\n  formula    r*x'\n  perturbed  A, in 18 dimensions\n")
                .endsWith("""
                        Checked at 3 points drawn at random, ordinary, large and small in turn unless
                        the spec says otherwise, along a few random directions each; the cost does not
                        grow with the dimension.
                        """);
        assertThat(run("explain", folder.resolve("none.json").toString())).isEqualTo(2);
    }

    @Test
    void explainTellsWhatAResultIsRelativeTo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("relative.json");
        Files.writeString(file, """
                {
                  "sizes": {"n": 3},
                  "variables": {
                    "x": {"shape": ["n"], "innerProduct": [1, 2, 3]},
                    "X": {"shape": ["n", "n"], "structure": "spd", "convention": "riesz"}
                  },
                  "let": {"q": "x'*x"},
                  "function": "logdet(X) + q",
                  "gradient": {"x": "2*x ./ [1; 2; 3]", "X": "inv(X)"},
                  "hvp": {"x": "2*dx ./ [1; 2; 3]"}
                }
                """);

        assertThat(run("explain", file.toString())).isZero();
        assertThat(out.toString())
                .contains("  q  let, x'*x\n")
                .contains("  product    of x: vec(U)'·W·vec(V), with the weight W given\n")
                .contains("  perturbed   X, in 6 dimensions: X among symmetric 3×3 matrices\n  convention  riesz\n")
                .contains("differences of the gradient supplied, if that is confirmed, and");
    }

    @Test
    void whatACommandNeedsIsAskedFor() {
        for (String command : List.of("merge", "index")) {
            assertThat(GradcheckCli.run(new PrintWriter(out, true), new PrintWriter(err, true), command))
                    .isEqualTo(2);
        }
        assertThat(err.toString())
                .contains("gradcheck merge: Missing required parameter: 'FILE'.")
                .contains("gradcheck index: Missing required parameter: 'FOLDER'.");
    }

    @Test
    void twoResultsInOneFileAreRefused() {
        assertThat(GradcheckCli.run(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        "check",
                        "x.json",
                        "--json",
                        "same.txt",
                        "--html",
                        "./same.txt"))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("gradcheck check: --json and --html name the same file, ./same.txt; expected two.\n");
    }
}
