package org.gradcheck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.gradcheck.spec.wording.Failures;

/**
 * Where results go: standard output, or a file that is written whole or not at all.
 *
 * @param option the option that asks for it, for messages
 * @param path the file; {@code -} is standard output
 */
record ResultTarget(String option, Path path) {

    private static final Path STANDARD_OUTPUT = Path.of("-");

    static ResultTarget of(String option, String file) {
        if (file.isBlank()) {
            throw new CommandException(option + " needs the name of a file, or - for standard output.");
        }
        try {
            return new ResultTarget(option, Path.of(file));
        } catch (InvalidPathException e) {
            throw new CommandException(option + " '" + file + "': this is not a file name (" + e.getReason() + ").");
        }
    }

    boolean isStandardOutput() {
        return path.equals(STANDARD_OUTPUT);
    }

    /** Whether it is there and no file: a device or a pipe. */
    boolean isDevice() {
        return Files.exists(path) && !Files.isRegularFile(path);
    }

    void requireWritable() {
        if (isStandardOutput()) {
            return;
        }
        Path folder = path.toAbsolutePath().getParent();
        if (Files.isDirectory(path) || folder == null) {
            throw failure("this is a folder; name a file in it");
        }
        if (!Files.isDirectory(folder)) {
            throw failure("the folder " + folder + " does not exist; create it, or choose another file");
        }
        if (!Files.isWritable(folder)) {
            throw failure("the folder " + folder + " is not writable; choose another file");
        }
    }

    void write(String text, PrintWriter out) {
        if (isStandardOutput()) {
            out.print(text);
            out.flush();
        } else {
            write(text);
        }
    }

    /** Writes a file, which standard output is not. */
    void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with bytes. */
    void write(byte[] content) {
        try {
            if (isDevice()) {
                Files.write(path, content); // there is no whole to replace
            } else {
                replace(Files.exists(path) ? path.toRealPath() : path.toAbsolutePath(), content);
            }
        } catch (IOException e) {
            throw failure("cannot be written: " + Failures.reason(e) + "; " + left());
        }
    }

    private String left() {
        return Files.isRegularFile(path) ? "the file is as it was" : "nothing of the results is there";
    }

    private static void replace(Path target, byte[] content) throws IOException {
        // Not Files.createTempFile, whose files only their owner can read.
        Path temporary = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.write(temporary, content);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private CommandException failure(String problem) {
        return new CommandException(option + " " + path + ": " + problem + ".");
    }
}
