package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.gradcheck.output.SampleResults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ProgressTest {

    private final List<String> seen = new ArrayList<>();
    private final CountDownLatch opened = new CountDownLatch(1);

    private Progress.Display open(int done, int total, Duration before) {
        seen.add("opened at " + done + " of " + total + " after " + before.toMillis() + " ms");
        opened.countDown();
        return new Progress.Display() {
            @Override
            public void show(int nowDone) {
                seen.add("at " + nowDone);
            }

            @Override
            public void close() {
                seen.add("closed");
            }
        };
    }

    @Test
    void aRunThatTakesAWhileIsShown() throws InterruptedException {
        try (Progress progress = new Progress(Optional.of(this::open), Duration.ofMillis(1), false)) {
            progress.begins(3);
            opened.await();
            progress.finished(SampleResults.passed(), 1, 3);
            progress.finished(SampleResults.failed(), 2, 3);
            assertThat(progress.skipped()).isEqualTo(1);
            assertThat(progress.wantsMore()).isTrue();
        }

        assertThat(seen).containsExactly("opened at 0 of 3 after 1 ms", "at 1", "at 2", "closed");
    }

    @Test
    void aShortRunIsNot() {
        try (Progress progress = new Progress(Optional.of(this::open), Duration.ofDays(1), true)) {
            progress.begins(2);
            progress.finished(SampleResults.failed(), 1, 2);
            assertThat(progress.wantsMore()).isFalse();
            assertThat(progress.total()).isEqualTo(2);
        }

        assertThat(seen).isEmpty();
    }

    @Test
    void theBarHasTheCountTheRateAndTheTimeLeft() {
        assertThat(shown(0, 648, Duration.ofSeconds(1)))
                .startsWith("checking   0% [ ")
                .endsWith("]   0/648 specs (0:00:01 / ?) ? specs/s");
        assertThat(shown(162, 648, Duration.ofSeconds(2)))
                .startsWith("checking  25% [====")
                .endsWith("] 162/648 specs (0:00:02 / 0:00:06) ? specs/s");
        assertThat(shown(500_000, 1_000_000, Duration.ofHours(300)))
                .endsWith("]  500000/1000000 specs (300:00:00 / 300:00:00) ? specs/s")
                .hasSizeLessThan(80);
    }

    /** What a bar shows when it is opened. */
    private static String shown(int done, int total, Duration before) {
        StringWriter terminal = new StringWriter();
        TerminalBar.open(new PrintWriter(terminal, true), done, total, before).close();
        return lines(terminal).get(1);
    }

    /** What was drawn, one after the other, without what keeps it on one line. */
    private static List<String> lines(StringWriter terminal) {
        return Stream.of(terminal.toString().split("\r\u001b\\[K", -1))
                .map(line -> line.replaceFirst("^\u001b\\[\\?7l(.*)\u001b\\[\\?7h$", "$1"))
                .toList();
    }

    @Test
    void theBarIsDrawnAtOnceGoesOnAndLeavesNothing() {
        StringWriter terminal = new StringWriter();
        TerminalBar bar = TerminalBar.open(new PrintWriter(terminal, true), 500, 1000, Duration.ofSeconds(1));
        bar.show(600);
        while (!terminal.toString()
                .matches("(?s).* 600/1000 specs \\(0:00:\\d\\d / 0:00:\\d\\d\\) [0-9.]+ specs/s.*")) {
            Thread.onSpinWait();
        }
        bar.close();

        assertThat(terminal.toString())
                .startsWith("\r\u001b[K\u001b[?7lchecking  50% [=")
                .endsWith("\r\u001b[K");
        assertThat(lines(terminal))
                .allSatisfy(text -> assertThat(text).hasSizeLessThan(80).doesNotContain("\n", "\r", "\u001b"));
    }

    /** The library's own end of a bar forgets that its thread was interrupted. */
    @Test
    void anInterruptionIsStillThereAfterTheBar() {
        StringWriter terminal = new StringWriter();
        TerminalBar bar = TerminalBar.open(new PrintWriter(terminal, true), 500, 1000, Duration.ofSeconds(1));
        Thread.currentThread().interrupt();
        bar.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(terminal.toString()).endsWith("\r\u001b[K");
    }
}
