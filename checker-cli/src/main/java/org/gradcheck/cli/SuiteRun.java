package org.gradcheck.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gradcheck.spec.SpecException;
import org.gradcheck.spec.SpecFiles;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SpecSource;
import org.gradcheck.spec.SuiteListener;
import org.gradcheck.spec.SuiteResult;
import org.gradcheck.spec.SuiteRunner;
import org.gradcheck.spec.json.JsonText;
import org.gradcheck.spec.json.JsonTextException;

/** Checks what can be found, and has an error for what cannot: a mistyped path does not cost the results of the others. */
final class SuiteRun implements CheckRunner {

    /** What results call the spec on standard input. */
    static final String STANDARD_INPUT_NAME = "<stdin>";

    private final InputStream input;

    /** @param input standard input */
    SuiteRun(InputStream input) {
        this.input = input;
    }

    @Override
    public SuiteResult run(CheckRequest request, SuiteListener listener) {
        List<Path> found = new ArrayList<>();
        List<SpecResult> missing = new ArrayList<>();
        Set<SpecSource> sources = new LinkedHashSet<>();
        request.inline().ifPresent(sources::add);
        for (Path path : request.paths()) {
            try {
                if (path.equals(CheckRequest.STANDARD_INPUT)) {
                    if (sources.stream().noneMatch(SpecSource.Text.class::isInstance)) { // it can be read once
                        sources.add(standardInput());
                    }
                } else {
                    SpecFiles.find(List.of(path));
                    found.add(path);
                }
            } catch (SpecException e) {
                missing.add(missing(path.toString(), e.message()));
            } catch (JsonTextException e) {
                missing.add(missing(STANDARD_INPUT_NAME, STANDARD_INPUT_NAME + ": " + e.problem()));
            }
        }
        SpecFiles.find(found).forEach(file -> sources.add(new SpecSource.File(file)));
        SuiteResult suite =
                new SuiteRunner(request.settings(), listener).runSources(tagged(List.copyOf(sources), request.tags()));
        return missing.isEmpty()
                ? suite
                : new SuiteResult(
                        suite.seed(),
                        Stream.concat(missing.stream(), suite.specs().stream()).toList(),
                        suite.elapsed());
    }

    private SpecSource standardInput() {
        return new SpecSource.Text(STANDARD_INPUT_NAME, Path.of("stdin.json"), JsonText.read(input));
    }

    private static SpecResult missing(String name, String problem) {
        return new SpecResult(name, name, List.of(), 0, Optional.of(problem), List.of(), Duration.ZERO);
    }

    /** Specs that cannot be read stay: nobody knows their tags, and their errors must not go unseen. */
    private static List<SpecSource> tagged(List<SpecSource> sources, Set<String> tags) {
        return tags.isEmpty()
                ? sources
                : sources.stream().filter(source -> isTagged(source, tags)).toList();
    }

    private static boolean isTagged(SpecSource source, Set<String> tags) {
        try {
            return source.read().tags().stream().anyMatch(tags::contains);
        } catch (SpecException e) {
            return true;
        }
    }
}
