package org.gradcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.gradcheck.expression.Environment;
import org.gradcheck.expression.ExpressionParser;
import org.gradcheck.expression.Scope;
import org.gradcheck.expression.arithmetic.RealArithmetic;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a spec may not take, and what is said of it then. */
@Timeout(300)
class LimitsTest {

    /** A matrix product a million times: hours, if nothing ends it. */
    private static final String ENDLESS = "iter(Y, A, 1000000, 0.5*A*Y)";

    @TempDir
    private Path folder;

    private SpecResult run(Limits limits, String text) {
        try {
            Path file = Files.writeString(folder.resolve("loss.json"), text.replace('\'', '"'));
            return new SpecRunner(RunSettings.defaults().withLimits(limits)).run(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String error(Limits limits, String text) {
        return run(limits, text).error().orElse("no error").replace(folder + "/", "");
    }

    @Test
    void nonsenseIsRefused() {
        Limits limits = Limits.defaults();

        assertThatThrownBy(() -> limits.withTime(Optional.of(Duration.ZERO)))
                .hasMessage("time must be positive, got PT0S");
        assertThatThrownBy(() -> limits.withEntries(0))
                .hasMessage("entries must be at least 1 and at most 1073741823, got 0");
    }

    @Nested
    class Time {

        private final Limits moment = Limits.defaults().withTime(Optional.of(Duration.ofMillis(300)));

        @Test
        void aFunctionThatDoesNotReturnIsInconclusive() {
            SpecResult result = run(moment, """
                    { 'variables': { 'A': { 'shape': [90, 90] } }, 'function': 'sum(sum(%s))',
                      'gradient': { 'A': 'A' } }""".formatted(ENDLESS));

            assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(result.checks().get(0).result().verdict())
                    .isEqualTo(new Verdict.Inconclusive(
                            InconclusiveReason.TIMED_OUT,
                            "the checks of the spec were given up after 0.3 s; --timeout=SECONDS allows more"));
        }

        @Test
        void whatWasDecidedBeforeStays() {
            SpecResult result =
                    run(Limits.defaults().withTime(Optional.of(Duration.ofSeconds(10))), """
                    { 'variables': { 'x': { 'shape': [3] }, 'A': { 'shape': [90, 90] } }, 'function': 'x\\u0027*x + sum(sum(A))',
                      'gradient': { 'x': '2*x', 'A': '%s' } }""".formatted(ENDLESS));

            assertThat(result.checks())
                    .extracting(check -> check.report().verdict().label())
                    .containsExactly("confirmed", "inconclusive");
        }

        @Test
        void toRunOutOfTimeIsNotWhatASpecMeansThatExpectsNoDecision() {
            SpecResult result = run(moment, """
                    { 'variables': { 'A': { 'shape': [90, 90] } }, 'function': 'sum(sum(%s))',
                      'gradient': { 'A': 'A' }, 'expect': 'inconclusive' }""".formatted(ENDLESS));

            assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        }

        @Test
        void anInnerProductThatDoesNotReturnIsAnError() {
            assertThat(error(moment, """
                    { 'variables': { 'A': 2, 'x': { 'shape': [200], 'innerProduct': 'iter(Y, eye(200), 1000000, 0.5*Y*Y)' } },
                      'function': 'sum(x)', 'gradient': { 'x': 'x' } }"""))
                    .isEqualTo("loss.json: given up after 0.3 s, the time that a spec may take. --timeout=SECONDS"
                            + " allows more, --timeout=0 any; fewer or smaller variables need less");
        }

        @Test
        void withoutALimitThereIsNone() {
            SpecResult result = run(Limits.defaults().withTime(Optional.empty()), """
                    { 'variables': { 'x': { 'shape': [3] } }, 'function': 'sum(x)', 'gradient': { 'x': 'ones(3, 1)' } }""");

            assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
        }

        @Test
        void anInterruptedThreadEvaluatesNothing() {
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(() -> ExpressionParser.parse("1 + ones(3)")
                                .check(Scope.empty())
                                .evaluate(RealArithmetic.INSTANCE, Environment.of(Map.of())))
                        .isInstanceOf(CancellationException.class);
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
        }
    }

    @Nested
    class Entries {

        private static final String SQUARES = """
                { 'variables': { 'x': { 'shape': [%s] } }, 'function': '%s', 'gradient': { 'x': '2*x' } }""";

        private String sized(long n) {
            return error(Limits.defaults(), SQUARES.formatted(n, "norm2(x)^2"));
        }

        private String function(String text) {
            return error(Limits.defaults(), SQUARES.formatted(100_000, text));
        }

        @Test
        void variablesOfAnySize() {
            assertThat(sized(1_000_000_000))
                    .isEqualTo("loss.json:1:23 (/variables/x): \"x\" brings the variables of the spec to 1000000000"
                            + " entries; expected at most 50000000 together. --max-entries=N allows more");
            assertThat(sized(2_147_483_648L))
                    .isEqualTo("loss.json:1:35 (/variables/x/shape/0): expected a whole number from 1 to 2147483647,"
                            + " found the number 2.147483648E9");
            assertThat(error(Limits.defaults(), """
                    { 'variables': { 'A': { 'shape': [2147483647, 2147483647] } }, 'function': '1', 'gradient': { 'A': 'A' } }"""))
                    .startsWith("loss.json:1:23 (/variables/A): \"A\" brings the variables of the spec to"
                            + " 4611686014132420609 entries;");
        }

        @Test
        void valuesOfAnySize() {
            assertThat(function("sum(sum(x*x\\u0027))")).isEqualTo("""
                    loss.json:1:60 (/function): the result would be 100000×100000, 10000000000 entries; at most 50000000 are allowed
                      sum(sum(x*x'))
                              ^~~~
                      hint: --max-entries=N allows more""");
            for (String large : List.of(
                    "diag(x)",
                    "zeros(1000000000, 1)",
                    "ones(100000, 100000)",
                    "kron(ones(10000, 1), ones(10000, 1))",
                    "[x*ones(1, 500), x]",
                    "x .* ones(1, 100000)")) {
                assertThat(function("sum(sum(" + large + "))")).contains("--max-entries=N allows more");
            }
        }

        @Test
        void theLimitIsTheUsers() {
            String five = SQUARES.formatted(5, "norm2(x)^2");

            assertThat(error(Limits.defaults().withEntries(4), five)).contains("to 5 entries; expected at most 4");
            assertThat(error(Limits.defaults().withEntries(5), five)).isEqualTo("no error");
            assertThat(error(Limits.defaults().withEntries(5), SQUARES.formatted(5, "sum(diag(x)*x)")))
                    .contains("would be 5×5, 25 entries; at most 5 are allowed");
            assertThat(error(Limits.defaults().withEntries(25), SQUARES.formatted(5, "sum(diag(x)*x)")))
                    .isEqualTo("no error");
        }
    }

    @Nested
    class Reading {

        private static final String SPEC = """
                { 'variables': { 'x': { 'csv': '%s' } }, 'function': 'norm2(x)^2', 'gradient': { 'x': '2*x' } }""";

        private final Path elsewhere;

        Reading(@TempDir Path elsewhere) throws IOException {
            Files.writeString(elsewhere.resolve("data.csv"), "a\n1\n2\n");
            this.elsewhere = elsewhere.toRealPath();
        }

        private String outside(String path) {
            return "loss.json:1:32 (/variables/x/csv): the file \"" + path + "\" lies outside the folder of the spec ("
                    + folder + "); expected a file in it or below. --allow-read=DIR allows another folder";
        }

        @Test
        void onlyTheFolderOfTheSpecIsRead() throws IOException {
            Files.createSymbolicLink(folder.resolve("link.csv"), elsewhere.resolve("data.csv"));
            Files.createSymbolicLink(folder.resolve("link"), elsewhere);
            String up = "../" + elsewhere.getFileName() + "/data.csv";

            for (String path : List.of(elsewhere + "/data.csv", up, "link.csv", "link/data.csv", "../none.csv")) {
                assertThat(error(Limits.defaults(), SPEC.formatted(path))).isEqualTo(outside(path));
            }
        }

        @Test
        void anotherFolderIsReadWhereThatIsAllowed() throws IOException {
            Files.createSymbolicLink(folder.resolve("link.csv"), elsewhere.resolve("data.csv"));
            Limits limits = Limits.defaults().withReadable(List.of(folder.resolve("none"), elsewhere));

            assertThat(error(limits, SPEC.formatted("link.csv"))).isEqualTo("no error");
            assertThat(error(limits, SPEC.formatted(elsewhere + "/data.csv"))).isEqualTo("no error");
            assertThat(error(limits, SPEC.formatted(elsewhere + "/none.csv")))
                    .endsWith("cannot be read as CSV: there is no such file beside the spec");
            assertThat(error(limits, SPEC.formatted(elsewhere + "/../none.csv")))
                    .contains("lies outside the folder of the spec");
        }

        @Test
        void aDeviceIsNoFile() {
            Limits limits = Limits.defaults().withReadable(List.of(Path.of("/dev")));

            assertThat(error(limits, SPEC.formatted("/dev/zero")))
                    .endsWith("cannot be read as CSV: it is no file but a pipe or a device, which may have no end");
        }
    }
}
