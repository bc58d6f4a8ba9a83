package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What users unpack, unpacked and run. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class DistributionIT {

    private static final String DISTRIBUTION = Objects.requireNonNull(System.getProperty("gradcheck.distribution"));
    private static final String NAME = Path.of(DISTRIBUTION).getFileName().toString();

    @TempDir
    private Path folder;

    private Path unpacked = Path.of(".");
    private Path archives = Path.of(".");

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void unpack() throws Exception {
        Path place = Files.createDirectory(folder.resolve("unpacked"));
        assertThat(run(Map.of(), "tar", "-xzf", DISTRIBUTION + ".tar.gz", "-C", place.toString())
                        .code())
                .isZero();
        unpacked = place.resolve(NAME);
        archives = folder.resolve("archives");
        Files.writeString(folder.resolve("right.json"), """
                {"variables": {"x": {"shape": [3]}}, "function": "x'*x", "gradient": {"x": "2*x"}}
                """);
    }

    private Ended run(Map<String, String> environment, String... command) throws Exception {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private Ended withArchives(Path launcher, String where, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(args));
        return run(Map.of("GRADCHECK_ARCHIVES", where), command.toArray(String[]::new));
    }

    private Ended gradcheck(String where) throws Exception {
        return withArchives(unpacked.resolve("bin/gradcheck"), where, "check", "right.json");
    }

    private static void assertPasses(Ended ended) {
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("✓ right", "1 spec: 1 passed");
        assertThat(ended.code()).isZero();
    }

    /** The archive that is made beside the first run. */
    private Path archive() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(5));
        while (Instant.now().isBefore(end)) {
            List<Path> found = files(archives);
            if (found.size() == 1 && found.get(0).toString().matches(".*\\.(jsa|aot)")) {
                return found.get(0);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no archive, but " + files(archives));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void itRunsFromAFolderWithSpacesThroughALink() throws Exception {
        Path spaces = Files.move(unpacked, folder.resolve("a folder with spaces"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), spaces.resolve("bin/gradcheck"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("link"));

        assertPasses(withArchives(second, "none", "check", "right.json"));
        assertThat(files(folder)).contains(link).doesNotContain(archives);
    }

    @Test
    void itRunsWhereNothingCanBeWritten() throws Exception {
        assertThat(run(Map.of(), "chmod", "-R", "a-w", unpacked.toString()).code())
                .isZero();
        Path file = Files.createFile(folder.resolve("file"));

        assertPasses(gradcheck(file.resolve("archives").toString()));
        assertThat(run(Map.of(), "chmod", "-R", "u+w", unpacked.toString()).code())
                .isZero();
    }

    @Test
    void theFirstRunMakesAnArchiveThatLaterOnesUse() throws Exception {
        assertPasses(gradcheck(archives.toString()));
        Path archive = archive();

        assertPasses(gradcheck(archives.toString()));
        assertThat(files(archives)).containsExactly(archive);
    }

    @Test
    void anArchiveThatDoesNotFitIsLeftAsideWithoutAWord() throws Exception {
        assertPasses(gradcheck(archives.toString()));
        Path archive = archive();
        byte[] bytes = Files.readAllBytes(archive);
        Files.delete(archive);

        Files.write(archive, new byte[] {1, 2, 3});
        assertPasses(gradcheck(archives.toString()));

        bytes[20] = (byte) ~bytes[20]; // in the header
        Files.write(archive, bytes);
        assertPasses(gradcheck(archives.toString()));
    }

    @Test
    void aCollectorOfOnesOwnIsTaken() throws Exception {
        Ended ended = run(
                Map.of("GRADCHECK_ARCHIVES", "none", "GRADCHECK_JAVA_OPTIONS", "-XX:+UseParallelGC -Xmx200m"),
                unpacked.resolve("bin/gradcheck").toString(),
                "check",
                "right.json");

        assertPasses(ended);
    }

    @Test
    void aJavaThatIsTooOldIsNamed() throws Exception {
        Path old = folder.resolve("old");
        Path java = Files.createDirectories(old.resolve("bin")).resolve("java");
        Files.writeString(java, "");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"11.0.2\"\n");

        Ended ended = run(
                Map.of("JAVA_HOME", old.toString()),
                unpacked.resolve("bin/gradcheck").toString(),
                "--version");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .isEqualTo("gradcheck: " + java + " is Java 11, but 17 or newer is needed; set JAVA_HOME.\n");
    }

    @Test
    void aJavaInTheFolderComesFirst() throws Exception {
        Files.createSymbolicLink(unpacked.resolve("java"), Path.of(System.getProperty("java.home")));

        assertPasses(run(
                Map.of("GRADCHECK_ARCHIVES", "none", "JAVA_HOME", "/nowhere", "PATH", "/usr/bin:/bin"),
                unpacked.resolve("bin/gradcheck").toString(),
                "check",
                "right.json"));
    }

    @Test
    void manPagesAreFoundAndCompletionsAreRead() throws Exception {
        Path share = unpacked.resolve("share");
        assertThat(Files.readString(share.resolve("man/man1/gradcheck-check.1")))
                .startsWith(".TH \"GRADCHECK-CHECK\" 1");
        Ended bash = run(
                Map.of(),
                "bash",
                "-c",
                "source '" + share.resolve("bash-completion/completions/gradcheck")
                        + "'; COMP_WORDS=(gradcheck ch); COMP_CWORD=1; _complete_gradcheck; echo ${COMPREPLY[@]}");
        assertThat(bash).isEqualTo(new Ended(0, "check\n", ""));
        assertThat(Files.readString(share.resolve("zsh/site-functions/_gradcheck")))
                .startsWith("#compdef gradcheck\n");
        assertThat(Files.readString(share.resolve("fish/vendor_completions.d/gradcheck.fish")))
                .contains("complete -c gradcheck ");
    }

    /** Linking these at every start is what rewriting the jar avoids. */
    @Test
    void classesOfTheJarLinkNoLambdas() throws Exception {
        Path tools = Path.of(System.getProperty("java.home"), "bin");
        String jar = unpacked.resolve("lib/gradcheck.jar").toString();
        String javap = tools.resolve("javap").toString();
        assertThat(run(Map.of(), tools.resolve("jar").toString(), "xf", jar, "org/gradcheck")
                        .code())
                .isZero();
        Path names = Files.createFile(folder.resolve("names"));
        try (Stream<Path> files = Files.walk(folder.resolve("org/gradcheck"))) {
            Files.write(
                    names,
                    files.filter(file -> file.toString().endsWith(".class"))
                            .map(Path::toString)
                            .toList());
        }

        Ended ended = run(Map.of(), "sh", "-c", "xargs '" + javap + "' -p -c < '" + names + "' | grep invokedynamic");

        assertThat(ended.out().lines()).isNotEmpty().allMatch(line -> line.contains(":toString:"));
    }

    @Test
    void theLauncherOfWindowsHasItsLineEnds() throws Exception {
        assertThat(Files.readString(unpacked.resolve("bin/gradcheck.bat")))
                .startsWith("@echo off\r\n")
                .doesNotContainPattern("(?<!\r)\n");
    }

    @Test
    void bothFormsHoldTheSameFiles() throws Exception {
        TreeSet<String> inFolder = new TreeSet<>();
        try (Stream<Path> files = Files.walk(unpacked)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> inFolder.add(
                            folder.resolve("unpacked").relativize(file).toString()));
        }
        TreeSet<String> inZip = new TreeSet<>();
        try (ZipFile zip = new ZipFile(DISTRIBUTION + ".zip")) {
            zip.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> inZip.add(entry.getName()));
        }

        assertThat(inZip).isEqualTo(inFolder);
        assertThat(inZip)
                .contains(
                        NAME + "/LICENSE",
                        NAME + "/README.md",
                        NAME + "/bin/gradcheck.bat",
                        NAME + "/lib/gradcheck.jar",
                        NAME + "/share/man/man1/gradcheck.1")
                .anyMatch(name -> name.startsWith(NAME + "/specs/"));
    }
}
