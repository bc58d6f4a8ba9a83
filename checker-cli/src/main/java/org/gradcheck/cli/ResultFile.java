package org.gradcheck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file of results, written whole or not at all.
 *
 * @param option the option that asks for it, for messages
 * @param path where it goes
 */
record ResultFile(String option, Path path) {

    /** Fails before the work is done rather than after it. */
    void requireWritable() {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            throw new CommandException(
                    option + " " + path + ": the folder " + folder + " does not exist; create it, or choose another file.");
        }
        if (Files.isDirectory(path)) {
            throw new CommandException(option + " " + path + ": this is a folder; name a file in it.");
        }
        if (!Files.isWritable(folder)) {
            throw new CommandException(
                    option + " " + path + ": the folder " + folder + " is not writable; choose another file.");
        }
    }

    void write(String text) {
        // A device such as /dev/stdout or a pipe has no whole to replace.
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            attempt(() -> Files.writeString(path, text, StandardCharsets.UTF_8));
            return;
        }
        attempt(() -> {
            Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            Path temporary = Files.createTempFile(folder(target), ".gradcheck", ".tmp");
            try {
                Files.writeString(temporary, text, StandardCharsets.UTF_8);
                move(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
            }
        });
    }

    private void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException e) {
            throw new CommandException(option + " " + path + ": cannot be written (" + e + "); nothing was left there.");
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path folder() {
        return folder(path.toAbsolutePath());
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws IOException;
    }
}
