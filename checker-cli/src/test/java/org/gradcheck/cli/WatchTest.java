package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gradcheck.output.SampleResults;
import org.gradcheck.output.SuiteChanges;
import org.gradcheck.spec.SuiteResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class WatchTest {

    @TempDir
    private Path folder;

    @Test
    void aChangeOfAFileOrBelowAFolderEndsTheWait() throws Exception {
        Path below = Files.createDirectory(folder.resolve("below"));
        try (Watch watch = new Watch(List.of(folder), 20)) {
            Files.writeString(below.resolve("a.json"), "{}");
            assertThat(watch.awaitChange()).isTrue();
            Path later = Files.createDirectory(folder.resolve("later"));
            assertThat(watch.awaitChange()).isTrue();
            Files.writeString(later.resolve("b.json"), "{}");
            assertThat(watch.awaitChange()).isTrue();
        }
    }

    @Test
    void aFileThatIsWrittenAllTheTimeIsAChangeToo() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        Thread writer = new Thread(() -> {
            while (writing.get()) {
                try {
                    Files.writeString(folder.resolve("a.json"), "{}");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        // Quiet is what it never is, within the time of this test.
        try (Watch watch = new Watch(List.of(folder), Duration.ofDays(1).toMillis(), 50)) {
            writer.start();
            assertThat(watch.awaitChange()).isTrue();
            assertThat(watch.awaitChange()).isTrue();
        } finally {
            writing.set(false);
            writer.join();
        }
    }

    @Test
    void aClosedWatchHasNoMoreChanges() throws Exception {
        Watch watch = new Watch(List.of(folder.resolve("a.json")), 20);
        watch.close();

        assertThat(watch.awaitChange()).isFalse();
    }

    @Test
    void onlyWhatIsDifferentIsTold() {
        SuiteResult before = SampleResults.suite(SampleResults.passed(), SampleResults.failed(), SampleResults.noisy());
        SuiteResult now = SampleResults.suite(SampleResults.passed(), SampleResults.failed(), SampleResults.broken());

        assertThat(SuiteChanges.between(before, now).specs())
                .singleElement()
                .satisfies(spec -> assertThat(spec.file()).isEqualTo("specs/broken spec.json"));
        assertThat(SuiteChanges.between(before, before).specs()).isEmpty();
        assertThat(SuiteChanges.gone(before, now)).containsExactly("noisy.json");
    }

    @Test
    void specsAreCheckedAgainWhenTheyChangeUntilInterrupted() throws Exception {
        Path right = write("right.json", "2*x");
        Path wrong = write("wrong.json", "x");
        StringWriter out = new StringWriter();
        LinkedBlockingQueue<SuiteResult> runs = new LinkedBlockingQueue<>();
        CheckRunner runner = (request, listener) -> {
            SuiteResult suite = new SuiteRun(new ByteArrayInputStream(new byte[0])).run(request, listener);
            runs.add(suite);
            return suite;
        };
        CountDownLatch ended = new CountDownLatch(1);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> code = executor.submit(() -> {
                try {
                    return GradcheckCli.commandLine(runner)
                            .setOut(new PrintWriter(out, true))
                            .execute("check", folder.toString(), "--watch", "--color=never");
                } finally {
                    ended.countDown();
                }
            });
            runs.take();
            while (!out.toString().contains("Waiting for changes; Ctrl-C ends.")) {
                Thread.onSpinWait();
            }
            write("wrong.json", "2*x");
            while (!out.toString().contains("1 spec: 1 passed")) {
                Thread.onSpinWait();
            }
            executor.shutdownNow();
            ended.await();
            assertThat(code.get()).isZero();
        } finally {
            executor.shutdownNow();
        }

        String again = out.toString().split("Ctrl-C ends\\.\\R", 2)[1];
        assertThat(again).contains("✓ wrong").doesNotContain("right");
        assertThat(right).exists();
        assertThat(wrong).exists();
    }

    private Path write(String name, String gradient) throws IOException {
        // Moved, so that no half of it is ever read.
        Path whole = Files.writeString(
                folder.resolve("." + name),
                "{\"variables\": {\"x\": {\"shape\": [2]}}, \"function\": \"x'*x\", \"gradient\": {\"x\": \"" + gradient
                        + "\"}}");
        return Files.move(whole, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check - --watch", "check --watch --function x --gradient x=1 --var x=1"})
    void whatIsInNoFileCannotBeWatched(String line) {
        StringWriter err = new StringWriter();

        assertThat(GradcheckCli.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), line.split(" ")))
                .isEqualTo(2);
        assertThat(err)
                .hasToString(
                        "gradcheck check: --watch waits for changes of files, and the spec is in none; expected files"
                                + " and folders.\n");
    }
}
