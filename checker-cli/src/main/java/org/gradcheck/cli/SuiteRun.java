package org.gradcheck.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gradcheck.spec.SpecException;
import org.gradcheck.spec.SpecFiles;
import org.gradcheck.spec.SpecReader;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteListener;
import org.gradcheck.spec.SuiteResult;
import org.gradcheck.spec.SuiteRunner;

/** Checks what can be found, and has an error for what cannot: a mistyped path does not cost the results of the others. */
final class SuiteRun implements CheckRunner {

    @Override
    public SuiteResult run(CheckRequest request, SuiteListener listener) {
        List<Path> found = new ArrayList<>();
        List<SpecResult> missing = new ArrayList<>();
        for (Path path : request.paths()) {
            try {
                SpecFiles.find(List.of(path));
                found.add(path);
            } catch (SpecException e) {
                missing.add(missing(path, e));
            }
        }
        List<Path> files = tagged(SpecFiles.find(found), request.tags());
        SuiteResult suite = new SuiteRunner(request.settings(), listener).runFiles(files);
        return missing.isEmpty()
                ? suite
                : new SuiteResult(
                        suite.seed(),
                        Stream.concat(missing.stream(), suite.specs().stream()).toList(),
                        suite.elapsed());
    }

    private static SpecResult missing(Path path, SpecException e) {
        return new SpecResult(
                path.toString(), path.toString(), List.of(), 0, Optional.of(e.message()), List.of(), Duration.ZERO);
    }

    /** Files that cannot be read stay: nobody knows their tags, and their errors must not go unseen. */
    private static List<Path> tagged(List<Path> files, Set<String> tags) {
        return tags.isEmpty()
                ? files
                : files.stream().filter(file -> isTagged(file, tags)).toList();
    }

    private static boolean isTagged(Path file, Set<String> tags) {
        try {
            return SpecReader.read(file).tags().stream().anyMatch(tags::contains);
        } catch (SpecException e) {
            return true;
        }
    }
}
