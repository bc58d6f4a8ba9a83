package org.gradcheck.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gradcheck.cli.option.Options;
import org.gradcheck.cli.option.Value;
import org.gradcheck.spec.SpecSource;

/** The one spec that a command is about: in a file, on standard input or in options. */
final class OneSpec {

    private final Value<Path> file;
    private final InlineOptions inline;

    OneSpec(Options options) {
        file = options.parameter(
                Path.class, "FILE", "0..1", "A spec, or - for one on standard input. Without it the options hold one.");
        inline = new InlineOptions(options);
    }

    /** What messages call it. */
    String name() {
        return file.get()
                .map(path -> path.equals(CheckRequest.STANDARD_INPUT) ? SuiteRun.STANDARD_INPUT_NAME : path.toString())
                .orElse("the spec in options");
    }

    /** The spec, unread. */
    SpecSource source(CheckRunner runner) {
        return given().orElseGet(() -> {
            Path path = file.get().orElseThrow();
            if (Files.isDirectory(path)) {
                throw new CommandException(path + " is a folder; expected a single spec, such as one of those in it.");
            }
            return path.equals(CheckRequest.STANDARD_INPUT) ? runner.standardInput() : new SpecSource.File(path);
        });
    }

    /** The request to check it. */
    CheckRequest request(RunOptions options) {
        return given().map(source -> options.request(List.of()).withInline(source))
                .orElseGet(() -> options.request(file.get().stream().toList()));
    }

    /** The spec in options, if that is where it is; some spec there must be. */
    private Optional<SpecSource> given() {
        Optional<SpecSource> given = inline.spec();
        if (given.isPresent() && file.get().isPresent()) {
            throw new CommandException("a spec in options (--function and so on) and a file ("
                    + file.get().orElseThrow() + ") are both given; expected one of the two.");
        }
        if (given.isEmpty() && file.get().isEmpty()) {
            throw new CommandException("no spec is given; expected a file, - for standard input, or a spec in options,"
                    + " such as --function \"x'*x\" --gradient x=2*x --var x:5.");
        }
        return given;
    }
}
