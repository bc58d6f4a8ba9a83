package org.gradcheck.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradcheck.cli.option.Options;
import org.gradcheck.cli.option.Value;
import org.gradcheck.cli.option.Values;
import org.gradcheck.output.Replay;
import org.gradcheck.spec.Limits;

/** The options that say what a spec may take. */
final class LimitOptions {

    private static final double MOST_SECONDS = 1e9;

    private final Value<Double> timeout;
    private final Value<Long> entries;
    private final Values<Path> readable;

    LimitOptions(Options options) {
        timeout = options.value(
                Double.class,
                "--timeout",
                "SECONDS",
                "How long the checks of one spec may take; what is not decided by then is inconclusive."
                        + " Default: 60; 0 is for ever.");
        entries = options.value(
                Long.class,
                "--max-entries",
                "N",
                "The most entries that the variables of a spec may have together, and any value computed from"
                        + " them. Default: " + Limits.DEFAULT_ENTRIES + ".");
        readable = options.values(
                Path.class,
                "--allow-read",
                "DIR",
                "Let specs read data in this folder and below, too; may be repeated. Without it they read only"
                        + " what is in their own folder and below.");
    }

    /** A value out of range is the user's to correct. */
    Limits limits() {
        double seconds = timeout.get().orElse((double) Limits.DEFAULT_TIME.toSeconds());
        if (!(seconds == 0 || (seconds >= 0.001 && seconds <= MOST_SECONDS))) {
            throw new CommandException(
                    "--timeout is a number of seconds, at least 0.001, or 0 for no limit, got " + seconds + ".");
        }
        long most = entries.get().orElse(Limits.DEFAULT_ENTRIES);
        if (most < 1 || most > Limits.MOST_ENTRIES) {
            throw new CommandException(
                    "--max-entries must be at least 1 and at most " + Limits.MOST_ENTRIES + ", got " + most + ".");
        }
        List<Path> folders = readable.get();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new CommandException("--allow-read " + folder + ": there is no such folder.");
            }
        }
        Optional<Duration> time =
                seconds == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(Math.round(1000 * seconds)));
        return new Limits(time, most, folders);
    }

    /** What a replay must repeat: how long something takes is not the same everywhere. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        entries.get().ifPresent(most -> words.add("--max-entries " + most));
        readable.get().forEach(folder -> words.add("--allow-read " + Replay.quoted(folder.toString())));
        return words;
    }
}
