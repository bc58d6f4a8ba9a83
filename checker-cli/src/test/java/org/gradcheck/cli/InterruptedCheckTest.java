package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that the user ends. */
@Timeout(300)
class InterruptedCheckTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private void write(String name, String function, String gradient) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "{\"variables\": {\"A\": {\"shape\": [90, 90]}}, \"function\": \"" + function
                        + "\", \"gradient\": {\"A\": \"" + gradient + "\"}}");
    }

    /** Runs the command, and interrupts it when the first spec is done. */
    private int interrupted(String... more) throws Exception {
        write("a.json", "sum(sum(A))", "ones(90, 90)");
        write("b.json", "sum(sum(A))", "2*ones(90, 90)");
        write("c.json", "sum(sum(iter(Y, A, 1000000, 0.5*A*Y)))", "A");
        CountDownLatch two = new CountDownLatch(2);
        CheckRunner runner = (request, listener) -> new SuiteRun(new ByteArrayInputStream(new byte[0]))
                .run(request, new SuiteListener() {
                    @Override
                    public void begins(int total) {
                        listener.begins(total);
                    }

                    @Override
                    public void finished(SpecResult result, int done, int total) {
                        listener.finished(result, done, total);
                        two.countDown();
                    }
                });
        String[] args = new String[more.length + 5];
        System.arraycopy(
                new String[] {"check", folder.toString(), "--timeout=0", "--jobs=1", "--color=never"}, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        FutureTask<Integer> code = new FutureTask<>(() -> GradcheckCli.commandLine(runner)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args));
        Thread thread = new Thread(code);
        thread.start();
        two.await();
        thread.interrupt();
        return code.get();
    }

    @Test
    void whatWasDoneIsToldAndNothingIsWritten() throws Exception {
        Path json = Files.writeString(folder.resolve("results.txt"), "of before");

        int code = interrupted("--json", json.toString());

        assertThat(code).isEqualTo(130);
        assertThat(out.toString()).contains("FAILED  " + folder.resolve("b.json"), "2 specs: 1 passed, 1 failed");
        assertThat(err.toString().strip())
                .isEqualTo("gradcheck check: interrupted after 2 of 3 specs; no results were written to files.");
        assertThat(json).hasContent("of before");
    }

    @Test
    void standardOutputThatIsPromisedToAFormatHasNone() throws Exception {
        assertThat(interrupted("--json", "-")).isEqualTo(130);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("2 specs: 1 passed, 1 failed", "interrupted after 2 of 3 specs");
    }
}
