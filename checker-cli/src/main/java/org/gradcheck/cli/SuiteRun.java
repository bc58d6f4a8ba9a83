package org.gradcheck.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gradcheck.spec.SpecException;
import org.gradcheck.spec.SpecFiles;
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
        List<SpecSource> wanted = tagged(sources(request), request.tags());
        if (wanted.isEmpty()) {
            throw new CommandException(request.nothing());
        }
        SuiteRunner runner = new SuiteRunner(request.settings(), listener);
        return request.shard()
                .map(shard -> runner.runSources(shard.of(wanted)).ofShard(shard))
                .orElseGet(() -> runner.runSources(wanted));
    }

    /** What is not there comes first, then what is, each file once. */
    private List<SpecSource> sources(CheckRequest request) {
        List<SpecSource> sources = new ArrayList<>();
        List<Path> found = new ArrayList<>();
        request.inline().ifPresent(sources::add);
        for (Path path : request.paths()) {
            if (path.equals(CheckRequest.STANDARD_INPUT)) {
                continue;
            }
            try {
                SpecFiles.find(List.of(path));
                found.add(path);
            } catch (SpecException e) {
                sources.add(new SpecSource.Unreadable(path.toString(), e.problem()));
            }
        }
        if (request.paths().contains(CheckRequest.STANDARD_INPUT)) { // it can be read once
            sources.add(standardInput());
        }
        SpecFiles.find(found).forEach(file -> sources.add(new SpecSource.File(file)));
        return sources;
    }

    @Override
    public SpecSource standardInput() {
        try {
            return new SpecSource.Text(STANDARD_INPUT_NAME, Path.of("stdin.json"), JsonText.read(input));
        } catch (JsonTextException e) {
            return new SpecSource.Unreadable(STANDARD_INPUT_NAME, e.problem());
        }
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
