package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardStreamTest {

    private final StringWriter err = new StringWriter();

    private int endedAfter(StandardStream stream) {
        PrintWriter out = new PrintWriter(stream, true, StandardCharsets.UTF_8);
        out.println("results");
        assertThat(out.checkError()).isEqualTo(stream.problem().isPresent());
        return GradcheckCli.ended(stream, 1, new PrintWriter(err, true));
    }

    private static StandardStream failing(String message) {
        return new StandardStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        });
    }

    @Test
    void outputThatIsWrittenLeavesTheExitCode() {
        assertThat(endedAfter(new StandardStream(OutputStream.nullOutputStream())))
                .isEqualTo(1);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aFullDiskIsAnError() {
        assertThat(endedAfter(failing("No space left on device"))).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo("gradcheck: standard output cannot be written: No space left on device.");
    }

    @Test
    void aReaderWhoHasEnoughIsNotTold() {
        assertThat(endedAfter(failing("Broken pipe"))).isEqualTo(141);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void nothingIsWrittenBehindAFailure() throws IOException {
        StringBuilder written = new StringBuilder();
        StandardStream stream = new StandardStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                written.append((char) b);
                if (b == '2') {
                    throw new IOException("No space left on device");
                }
            }
        });
        PrintWriter out = new PrintWriter(stream, true, StandardCharsets.UTF_8);

        out.println("123");
        out.println("456");

        assertThat(written).hasToString("12");
    }
}
