package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process: pipes, full disks, signals, terminals. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "looks at /proc and /dev")
class ProcessIT {

    private static final String JAVA = "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "'";
    private static final String JAR = "'" + Objects.requireNonNull(System.getProperty("gradcheck.jar")) + "'";

    private static final Pattern PROGRAM = Pattern.compile("gradcheck(?:\\[(.*?)])?");

    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void specs() throws IOException {
        write("specs/right.json", "sum(sum(A))", "ones(90, 90)");
        write("slow/a.json", "sum(sum(A))", "ones(90, 90)");
        write("slow/b.json", "sum(sum(iter(Y, A, 1000000, 0.5*A*Y)))", "A");
    }

    private void write(String name, String function, String gradient) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(
                file,
                "{\"variables\": {\"A\": {\"shape\": [90, 90]}}, \"function\": \"" + function
                        + "\", \"gradient\": {\"A\": \"" + gradient + "\"}}");
    }

    /** A command in which gradcheck is the program, and gradcheck[-Xmx24m] the program with an option for Java. */
    private static String expanded(String command) {
        return PROGRAM.matcher(command)
                .replaceAll(call -> Matcher.quoteReplacement(
                        JAVA + " " + Objects.requireNonNullElse(call.group(1), "") + " -jar " + JAR));
    }

    private Process start(String command) throws IOException {
        return new ProcessBuilder("sh", "-c", expanded(command))
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    private Ended end(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(folder.resolve("out.txt")),
                Files.readString(folder.resolve("err.txt")));
    }

    private Ended shell(String command) throws IOException, InterruptedException {
        return end(start(command));
    }

    @Test
    void aFullDiskIsNoSuccess() throws Exception {
        Ended ended = shell("gradcheck check specs > /dev/full");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo("gradcheck: standard output cannot be written: No space left on device.\n");
    }

    @Test
    void aFileOnAFullDiskIsNamed() throws Exception {
        Ended ended = shell("gradcheck check specs --color=never --json /dev/full --markdown table.md");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).contains("1 spec: 1 passed");
        assertThat(ended.err())
                .isEqualTo("gradcheck check: --json /dev/full: cannot be written: No space left on device; nothing of"
                        + " the results is there.\n");
        assertThat(folder.resolve("table.md")).isNotEmptyFile();
    }

    @Test
    void aReaderWhoHasEnoughEndsItQuietly() throws Exception {
        // The exit code of the left side goes to a file: sh has no pipefail.
        Ended ended = shell("{ sleep 1; gradcheck functions; echo $? > code.txt; } | true");

        assertThat(ended.err()).isEmpty();
        assertThat(folder.resolve("code.txt")).hasContent("141");
    }

    @Test
    void filesAreWrittenThoughNobodyReads() throws Exception {
        Ended ended = shell("{ gradcheck check specs --json results.json; echo $? > code.txt; } | true");

        assertThat(ended.err()).isEmpty();
        assertThat(folder.resolve("results.json")).isNotEmptyFile();
    }

    /** Sends a signal to a run that is at its endless spec, or near it. */
    private Ended signalled(String signal, String options) throws IOException, InterruptedException {
        Process process = start("exec gradcheck check slow --timeout=0 --jobs=1 --color=never " + options);
        Instant end = Instant.now().plus(Duration.ofMinutes(5));
        while (!hasThread(process.pid(), "gradcheck spec")) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
        return end(process);
    }

    private static boolean hasThread(long process, String name) throws IOException {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + process + "/task"))) {
            for (Path thread : threads) {
                if (name(thread).equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String name(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).strip();
        } catch (IOException e) {
            return ""; // it has ended
        }
    }

    /** A build in the background may have been told to ignore Ctrl-C, and then all that it starts does so. */
    private static void assumeThatControlCIsHeard() throws IOException {
        String ignored = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElse("SigIgn: 0");
        assumeThat(Long.parseUnsignedLong(ignored.substring("SigIgn:".length()).strip(), 16) & 0b10)
                .isZero();
    }

    @Test
    void controlCEndsARunWithASummary() throws Exception {
        assumeThatControlCIsHeard();
        Ended ended = signalled("INT", "--json results.json");

        assertThat(ended.code()).isEqualTo(130);
        assertThat(ended.err())
                .matches("gradcheck check: interrupted after [01] of 2 specs; no results were written to files\\.\n");
        assertThat(folder.resolve("results.json")).doesNotExist();
    }

    @Test
    void soDoesARequestToEnd() throws Exception {
        Ended ended = signalled("TERM", "");

        assertThat(ended.code()).isEqualTo(143);
        assertThat(ended.err()).contains("of 2 specs; no results were written to files.");
    }

    @Test
    void controlCEndsAWatchQuietly() throws Exception {
        assumeThatControlCIsHeard();
        Ended ended = signalled("INT", "--watch");

        assertThat(ended.code()).isEqualTo(130);
        assertThat(ended.out() + ended.err()).isEmpty();
    }

    @Test
    void aThreadThatHangsDoesNotKeepTheProcess() throws Exception {
        Ended ended = shell("gradcheck check slow --timeout=1 --jobs=1 --color=never");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).contains("the checks of the spec were given up after 1 s");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void aSpecThatNeedsTooMuchMemoryIsItsOwnError() throws Exception {
        Files.writeString(
                folder.resolve("specs/a.json"),
                "{\"variables\": {\"A\": {\"shape\": [2000, 2000]}}, \"function\": \"sum(sum(A*A))\","
                        + " \"gradient\": {\"A\": \"A\"}}");
        for (int jobs = 1; jobs <= 2; jobs++) {
            Ended ended = shell("gradcheck[-Xmx24m] check specs --color=never --jobs=" + jobs);

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).isEmpty();
            assertThat(ended.out().replaceAll("\\s+", " "))
                    .contains(
                            "ERROR specs/a.json specs/a.json: the check needs more memory than Java has, 24 MB; expected smaller"
                                    + " variables, or more memory: GRADCHECK_JAVA_OPTIONS=-Xmx4g")
                    .contains("✓ right")
                    .contains("2 specs: 1 passed, 1 error");
        }
    }

    /** Each function calls the one before it twice, and each call is checked. */
    @Test
    void explainEndsInTime() throws Exception {
        StringBuilder functions = new StringBuilder("\"f0(x)\": \"x\"");
        for (int i = 1; i < 60; i++) {
            functions.append(String.format(", \"f%d(x)\": \"f%d(x) + f%d(x)\"", i, i - 1, i - 1));
        }
        Files.writeString(
                folder.resolve("deep.json"),
                "{\"variables\": {\"x\": {\"shape\": [3]}}, \"define\": {" + functions
                        + "}, \"function\": \"sum(f59(x))\", \"gradient\": {\"x\": \"x\"}}");

        Ended ended = shell("gradcheck explain deep.json --timeout=0.1");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .isEqualTo("gradcheck explain: deep.json: given up after 0.1 s, the time that a spec may take."
                        + " --timeout=SECONDS allows more, --timeout=0 any; fewer or smaller variables need less\n");
    }

    @Test
    void aFileThatDoesNotFitLeavesTheOldOne() throws Exception {
        Path file = folder.resolve("specs/right.json");
        String title = "\"title\": \"" + "x".repeat(200_000) + "\", ";
        Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{" + title));
        Files.writeString(folder.resolve("results.json"), "old");

        // In blocks of 512 bytes, or of 1024 in some shells.
        Ended ended = shell("ulimit -f 128; gradcheck check specs -q --json results.json");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).contains("1 spec: 1 passed");
        assertThat(ended.err())
                .isEqualTo("gradcheck check: --json results.json: cannot be written: File too large; the file is as it"
                        + " was.\n");
        assertThat(folder.resolve("results.json")).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("specs", "slow", "results.json", "out.txt", "err.txt");
        }
    }

    private Ended inTerminal(String command) throws Exception {
        assumeThat(Path.of("/usr/bin/script")).isExecutable();
        Files.writeString(folder.resolve("run.sh"), expanded(command));
        return shell("TERM=xterm script -qec 'sh run.sh' /dev/null < /dev/null");
    }

    @Test
    void progressIsShownOnATerminalAlone() throws Exception {
        String shown = inTerminal("gradcheck check slow --timeout=4 --jobs=1; echo ended $?")
                .out();

        assertThat(shown).contains("checking ", "/2 specs (0:00:0");
        String results = shown.substring(shown.lastIndexOf("\r\u001b[K"));
        assertThat(results).contains("2 specs: ", "ended 3").doesNotContain("checking", "/2 specs");
        assertThat(shell("sh run.sh").out()).doesNotContain("checking", "\r");
    }

    @Test
    void nothingIsShownWhereOneStreamIsNoTerminal() throws Exception {
        assertThat(inTerminal("gradcheck check slow --timeout=2 --jobs=1 > results.txt")
                        .out())
                .isEmpty();
        assertThat(Files.readString(folder.resolve("results.txt")))
                .contains("2 specs: ")
                .doesNotContain("checking", "\r");
        assertThat(inTerminal("gradcheck check slow --timeout=2 --jobs=1 2> errors.txt")
                        .out())
                .contains("2 specs: ")
                .doesNotContain("checking");
        assertThat(folder.resolve("errors.txt")).isEmptyFile();
    }

    /** Where there is one, it starts no other program: the terminal is not asked. */
    @Test
    void nothingOfTheBarIsLoadedWhereThereIsNone() throws Exception {
        String run = "gradcheck[-Xlog:class+load:file=loaded.txt] check slow --timeout=3 --jobs=1";
        shell(run);
        assertThat(Files.readString(folder.resolve("loaded.txt")))
                .contains("org.gradcheck.cli.Progress ")
                .doesNotContain("me.tongfei.", "org.jline.");

        inTerminal(run);
        assertThat(Files.readString(folder.resolve("loaded.txt")))
                .contains("me.tongfei.progressbar.ProgressBar ")
                .doesNotContain("org.jline.terminal.", "java.lang.ProcessBuilder ");
    }
}
