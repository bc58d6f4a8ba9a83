package org.gradcheck.spec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gradcheck.expression.Scope;

/**
 * What a spec may take of the machine that it is checked on. A spec is data, perhaps somebody else's: nothing it says changes its limits.
 *
 * @param time how long its checks may take together; empty for as long as they like
 * @param entries how many entries its variables may have together, and how many each value computed from them
 * @param readable folders whose files it may read, beside its own folder
 */
public record Limits(Optional<Duration> time, long entries, List<Path> readable) {

    /** The time that is allowed where nothing else is said. */
    public static final Duration DEFAULT_TIME = Duration.ofSeconds(60);

    /** The number of entries that is allowed where nothing else is said. */
    public static final long DEFAULT_ENTRIES = Scope.DEFAULT_MOST;

    /** The largest number of entries that can be allowed: a complex array of so many still has an index for each number. */
    public static final long MOST_ENTRIES = Integer.MAX_VALUE / 2;

    public Limits {
        if (time.isPresent() && (time.get().isNegative() || time.get().isZero())) {
            throw new IllegalArgumentException("time must be positive, got " + time.get());
        }
        if (entries < 1 || entries > MOST_ENTRIES) {
            throw new IllegalArgumentException(
                    "entries must be at least 1 and at most " + MOST_ENTRIES + ", got " + entries);
        }
        readable = List.copyOf(readable);
    }

    /** Those where nothing is said. */
    public static Limits defaults() {
        return new Limits(Optional.of(DEFAULT_TIME), DEFAULT_ENTRIES, List.of());
    }

    /** The same with another time, or with none. */
    public Limits withTime(Optional<Duration> newTime) {
        return new Limits(newTime, entries, readable);
    }

    /** The same with another number of entries. */
    public Limits withEntries(long newEntries) {
        return new Limits(time, newEntries, readable);
    }

    /** The same with other folders. */
    public Limits withReadable(List<Path> folders) {
        return new Limits(time, entries, folders);
    }
}
