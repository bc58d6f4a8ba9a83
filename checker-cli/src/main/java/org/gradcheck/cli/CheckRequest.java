package org.gradcheck.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gradcheck.spec.RunSettings;
import org.gradcheck.spec.Shard;
import org.gradcheck.spec.SpecSource;

/**
 * What the user asked to be checked.
 *
 * @param paths spec files and folders of them; {@code -} is standard input
 * @param inline the spec that the options hold, if they do
 * @param tags only specs with one of these; all when empty
 * @param settings how
 * @param shard the part that is wanted; empty for the whole
 */
record CheckRequest(
        List<Path> paths, Optional<SpecSource> inline, Set<String> tags, RunSettings settings, Optional<Shard> shard) {

    /** The path that stands for standard input. */
    static final Path STANDARD_INPUT = Path.of("-");

    CheckRequest withInline(SpecSource source) {
        return new CheckRequest(paths, Optional.of(source), tags, settings, shard);
    }

    CheckRequest withShard(Shard part) {
        return new CheckRequest(paths, inline, tags, settings, Optional.of(part));
    }

    /** What is said where there is nothing to check, which is no success. */
    String nothing() {
        String where = paths.stream()
                .map(Path::toString)
                .reduce((a, b) -> a + ", " + b)
                .orElse("the options");
        return tags.isEmpty()
                ? "there is no spec (*.json) in " + where + ": nothing was checked."
                : "no spec in " + where + " has the tag " + String.join(" or ", tags) + ": nothing was checked.";
    }
}
