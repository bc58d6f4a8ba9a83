package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergeCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return GradcheckCli.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private Path suite() throws IOException {
        Path suite = Files.createDirectory(folder.resolve("suite"));
        write(suite, "a", "x'*x", "2*x");
        write(suite, "b", "x'*x", "x");
        write(suite, "c", "sum(abs(x - x))", "0*x");
        write(suite, "d", "x'*y", "x");
        write(suite, "e", "sum(sin(x))", "cos(x)");
        return suite;
    }

    private static void write(Path suite, String name, String function, String gradient) throws IOException {
        Files.writeString(suite.resolve(name + ".json"), String.format("""
                {"variables": {"x": {"shape": [3]}}, "function": "%s", "gradient": {"x": "%s"}}
                """, function, gradient));
    }

    private String results(Path suite, String name, String... options) throws IOException {
        Path file = folder.resolve(name);
        List<String> args = new ArrayList<>(List.of("check", suite.toString(), "--json", file.toString()));
        args.addAll(List.of(options));
        run(args.toArray(String[]::new));
        return file.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void theMergedPartsAreTheWholeWhateverTheirNumberAndThatOfJobs(int count) throws IOException {
        Path suite = suite();
        String whole = results(suite, "whole.json", "--jobs", "1");
        int code = run("check", suite.toString());
        List<String> merge = new ArrayList<>(List.of("merge", "--json", "-"));
        for (int i = count; i >= 1; i--) {
            merge.add(results(suite, i + ".json", "--shard", i + "/" + count, "--jobs", "2"));
        }

        assertThat(run(merge.toArray(String[]::new))).isEqualTo(code).isEqualTo(2);
        assertThat(out).hasToString(Files.readString(Path.of(whole)));
    }

    /** Times alone are not known of what is merged. */
    private static String timeless(String report) {
        return report.replaceAll(" in \\d+\\.\\d s", "").replaceAll(" time=\"[0-9.]+\"", "");
    }

    @Test
    void everyMergedReportIsThatOfOneRunOverTheWhole() throws IOException {
        Path suite = suite();
        for (String topic : List.of("activations", "chains", "inner-products")) {
            try (Stream<Path> specs = Files.list(Path.of("..", "specs", topic))) {
                for (Path spec :
                        specs.filter(file -> file.toString().endsWith(".json")).toList()) {
                    // Wrong formulas fail so.
                    Files.writeString(
                            suite.resolve(topic + "-" + spec.getFileName()),
                            Files.readString(spec).replaceAll("\"expect\": *\"[a-z]+\"", "\"expect\": \"confirmed\""));
                }
            }
        }
        Files.writeString(suite.resolve("stages.json"), """
                {"variables": {"x": {"shape": [3]}},
                 "chain": [{"name": "h", "function": "sin(x)", "jvp": "-cos(x) .* dx"},
                           {"name": "f", "function": "h'*h", "jvp": "2*h'*dh"}]}
                """);
        List<String> formats = List.of("json", "html", "markdown", "junit", "sarif");
        List<String> whole = new ArrayList<>(List.of("check", "-q", suite.toString()));
        List<String> merge = new ArrayList<>(List.of("merge"));
        for (int i = 1; i <= 3; i++) {
            merge.add(results(suite, i + ".json", "--shard", i + "/3"));
        }
        formats.forEach(format -> {
            whole.addAll(
                    List.of("--" + format, folder.resolve("whole." + format).toString()));
            merge.addAll(
                    List.of("--" + format, folder.resolve("merged." + format).toString()));
        });

        int code = run(whole.toArray(String[]::new));
        String text = timeless(out.toString());
        assertThat(run(merge.toArray(String[]::new))).isEqualTo(code).isEqualTo(2);
        assertThat(out.toString()).isEqualTo(text).contains("✗ ", "chain: ", " failed, ");
        for (String format : formats) {
            assertThat(Files.readString(folder.resolve("merged." + format)))
                    .as(format)
                    .isEqualTo(timeless(Files.readString(folder.resolve("whole." + format))));
        }
        assertThat(folder.resolve("merged.html")).content().contains("<svg class=\"gc-plot\"", "<math ");
    }

    @Test
    void theTextTellsWhatDidNotPass() throws IOException {
        Path suite = suite();

        assertThat(run("merge", results(suite, "1.json", "--shard", "1/2"), results(suite, "2.json", "--shard", "2/2")))
                .isEqualTo(2);
        assertThat(out.toString())
                .startsWith("FAILED  " + suite.resolve("b.json") + "\n" + """
                        b.json
                        ✗ gradient of x: REFUTED at point 1 of 3, but confirmed was expected
                        """.indent(2))
                .contains("\n    diagnosis    the supplied derivative is 1/2 times the reference\n")
                .contains("  replay: gradcheck check " + suite.resolve("b.json") + " --seed 1\n")
                .contains("ERROR  " + suite.resolve("d.json") + "\n", "unknown name y")
                .contains("\n5 specs: 3 passed, 1 failed, 1 error\n", " evaluations, seed 1\n");
    }

    @Test
    void aPartWithoutSpecsIsNoError() throws IOException {
        Path suite = Files.createDirectory(folder.resolve("one"));
        write(suite, "a", "x'*x", "2*x");

        assertThat(run("check", suite.toString(), "--shard", "2/2")).isZero();
        assertThat(out.toString()).contains("seed 1, shard 2 of 2\n");
        assertThat(run("check", suite.toString(), "--shard", "2/2", "--only", "rare"))
                .isEqualTo(2);
        assertThat(err)
                .hasToString("gradcheck check: no spec in " + suite + " has the tag rare: nothing was checked.\n");
    }

    @Test
    void resultsThatDoNotBelongTogetherAreRefused() throws IOException {
        Path suite = suite();
        String whole = results(suite, "whole.json");
        String other = results(suite, "other.json", "--seed", "2");
        String first = results(suite, "first.json", "--shard", "1/3");
        String second = results(suite, "second.json", "--shard", "2/3");
        String third = results(suite, "third.json", "--shard", "3/3");
        String half = results(suite, "half.json", "--shard", "2/2");
        String points = results(suite, "points.json", "--shard", "3/3", "--points", "2", "--strict");
        String explained = results(suite, "explained.json", "--shard", "3/3", "--explain");
        String ended = results(suite, "ended.json", "--shard", "2/2", "--fail-fast", "--jobs", "1");
        String begun = results(suite, "begun.json", "--shard", "1/2", "--fail-fast", "--jobs", "1");
        String older = Files.writeString(
                        folder.resolve("older.json"),
                        Files.readString(Path.of(third)).replace("\"development\"", "\"0.0.1\""))
                .toString();

        assertThat(refused(whole, other))
                .isEqualTo(
                        "the seed of whole.json is 1 and that of other.json is 2; expected results of one run, with one"
                                + " seed.");
        assertThat(refused(whole, whole))
                .isEqualTo("the spec suite/a.json is in whole.json and in whole.json; expected each spec once.");
        assertThat(refused(first, second))
                .isEqualTo("the results of shard 3 of 3 are missing; expected all the shards of one run.");
        assertThat(refused(first, second, third, second))
                .isEqualTo("second.json and second.json are both shard 2 of 3; expected each shard once.");
        assertThat(refused(first, second, points))
                .isEqualTo(
                        "the options of first.json are none and those of points.json are --points 2 --strict; expected"
                                + " results of one run, with the same options.");
        assertThat(refused(first, second, explained))
                .isEqualTo("the options of first.json are none and those of explained.json are --explain; expected"
                        + " results of one run, with the same options.");
        assertThat(refused(first, second, older))
                .isEqualTo("first.json is of gradcheck development and older.json of gradcheck 0.0.1; expected results"
                        + " of one run, by one version.");
        assertThat(refused(begun, ended))
                .isEqualTo(
                        "the shards have 3, 1 specs, into which no suite is dealt; expected all the shards of one run"
                                + " over the same specs that did not end early (--fail-fast).");
        assertThat(refused(first, half))
                .isEqualTo(
                        "first.json is shard 1 of 3, and half.json is shard 2 of 2; expected all the shards of one run.");
    }

    @Test
    void whatIsNoResultIsRefused() throws IOException {
        String text = Files.writeString(folder.resolve("text.json"), "{").toString();
        String spec = Files.writeString(folder.resolve("spec.json"), "{\"function\": \"x\"}")
                .toString();
        String newer = Files.writeString(folder.resolve("newer.json"), "{\"version\": 2, \"specs\": []}")
                .toString();
        String odd = Files.writeString(folder.resolve("odd.json"), "{\"version\": 1, \"seed\": 1, \"specs\": [1]}")
                .toString();

        assertThat(refused(text))
                .isEqualTo(
                        "text.json holds no results: it is not JSON; expected what 'gradcheck check --json FILE' writes.");
        assertThat(refused(spec))
                .isEqualTo(
                        "spec.json holds no results: it has no \"version\" or no \"specs\"; expected what 'gradcheck check"
                                + " --json FILE' writes.");
        assertThat(refused(newer))
                .isEqualTo(
                        "newer.json holds results of version 2, and this gradcheck reads version 1; expected results of"
                                + " one version.");
        assertThat(refused(odd))
                .isEqualTo(
                        "odd.json holds no results: a key is missing or has no such value; expected what 'gradcheck check"
                                + " --json FILE' writes.");
        assertThat(refused(folder.resolve("none.json").toString()))
                .isEqualTo("none.json: the file cannot be read: there is no such file.");
    }

    private String refused(String... files) {
        List<String> args = new ArrayList<>(List.of("merge"));
        args.addAll(List.of(files));
        assertThat(run(args.toArray(String[]::new))).isEqualTo(2);
        return err.toString()
                .replace("gradcheck merge: ", "")
                .replace(folder + "/", "")
                .strip();
    }
}
