package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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
    void aLineHasTheCountTheRateAndTheTimeLeft() {
        assertThat(ProgressLine.text(0, 648, Duration.ofSeconds(1)))
                .isEqualTo("checking [....................] 0/648 specs");
        assertThat(ProgressLine.text(162, 648, Duration.ofSeconds(2)))
                .isEqualTo("checking [#####...............] 162/648 specs, 81.0 a second, 0:06 left");
        assertThat(ProgressLine.text(1, 1_000_000, Duration.ofSeconds(1)))
                .isEqualTo("checking [....................] 1/1000000 specs, 1.0 a second, 277:46:39 left");
    }

    @Test
    void theLineIsDrawnAtOnceAndLeavesNothing() {
        StringWriter terminal = new StringWriter();
        ProgressLine line = ProgressLine.open(new PrintWriter(terminal, true), 500, 1000, Duration.ofSeconds(1));
        line.show(501);
        line.close();

        String shown = terminal.toString();
        assertThat(shown)
                .startsWith("\r\u001b[Kchecking [##########..........] 500/1000 specs, ")
                .endsWith("\r\u001b[K");
        assertThat(List.of(shown.split("\r\u001b\\[K", -1)))
                .allSatisfy(text -> assertThat(text).hasSizeLessThan(80).doesNotContain("\n", "\r"));
    }
}
