package org.gradcheck.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gradcheck.spec.RunSettings;

/**
 * What the user asked to be checked.
 *
 * @param paths spec files and folders of them
 * @param tags only specs with one of these; all when empty
 * @param settings how
 */
record CheckRequest(List<Path> paths, Set<String> tags, RunSettings settings) {}
