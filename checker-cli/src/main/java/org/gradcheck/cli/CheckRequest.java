package org.gradcheck.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gradcheck.spec.RunSettings;
import org.gradcheck.spec.SpecSource;

/**
 * What the user asked to be checked.
 *
 * @param paths spec files and folders of them; {@code -} is standard input
 * @param inline the spec that the options hold, if they do
 * @param tags only specs with one of these; all when empty
 * @param settings how
 */
record CheckRequest(List<Path> paths, Optional<SpecSource> inline, Set<String> tags, RunSettings settings) {

    /** The path that stands for standard input. */
    static final Path STANDARD_INPUT = Path.of("-");

    CheckRequest withInline(SpecSource source) {
        return new CheckRequest(paths, Optional.of(source), tags, settings);
    }
}
