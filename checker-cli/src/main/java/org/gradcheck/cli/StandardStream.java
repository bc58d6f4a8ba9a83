package org.gradcheck.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.gradcheck.spec.wording.Failures;

/**
 * Standard output, or standard error. The first failure is remembered, for a {@link java.io.PrintWriter} in front of it tells nobody, and
 * from then on nothing more is written.
 */
final class StandardStream extends OutputStream {

    private static final int OUTPUT = 1;
    private static final int ERROR = 2;

    private final OutputStream stream;
    private final OptionalInt descriptor;
    private Optional<IOException> failure = Optional.empty();

    private StandardStream(OutputStream stream, OptionalInt descriptor) {
        this.stream = stream;
        this.descriptor = descriptor;
    }

    /** What takes the place of one. */
    StandardStream(OutputStream stream) {
        this(stream, OptionalInt.empty());
    }

    static StandardStream output() {
        return new StandardStream(new FileOutputStream(FileDescriptor.out), OptionalInt.of(OUTPUT));
    }

    static StandardStream error() {
        return new StandardStream(new FileOutputStream(FileDescriptor.err), OptionalInt.of(ERROR));
    }

    private interface Step {
        void run() throws IOException;
    }

    private void attempt(Step step) throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        try {
            step.run();
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    @Override
    public void write(int b) throws IOException {
        attempt(() -> stream.write(b));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        attempt(() -> stream.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        attempt(stream::flush);
    }

    /** What went wrong, in words; empty if nothing did. */
    Optional<String> problem() {
        return failure.map(Failures::reason);
    }

    /** Whether it failed because nobody reads it any more, as {@code head} does not after its lines. */
    boolean isClosedPipe() {
        return failure.isPresent()
                && (String.valueOf(failure.get().getMessage())
                                .toLowerCase(Locale.ROOT)
                                .contains("pipe")
                        || isPipe()); // the message may be in another language
    }

    /** Whether standard error is known to be a terminal; empty where the system does not tell. */
    static Optional<Boolean> isErrorTerminal() {
        return target(ERROR).map(name -> name.startsWith("/dev/pts/") || name.startsWith("/dev/tty"));
    }

    private boolean isPipe() {
        return descriptor.isPresent()
                && target(descriptor.getAsInt())
                        .filter(name -> name.startsWith("pipe:"))
                        .isPresent();
    }

    private static Optional<String> target(int descriptor) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString());
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            return Optional.empty();
        }
    }
}
