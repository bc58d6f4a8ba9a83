package org.gradcheck.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gradcheck.spec.SpecSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The one spec that a command is about: in a file, on standard input or in options. */
final class OneSpec {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "A spec, or - for one on standard input. Without it the options hold one.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private InlineOptions inline = new InlineOptions();

    /** What messages call it. */
    String name() {
        return file.map(path ->
                        path.equals(CheckRequest.STANDARD_INPUT) ? SuiteRun.STANDARD_INPUT_NAME : path.toString())
                .orElse("the spec in options");
    }

    /** The spec, unread. */
    SpecSource source(CheckRunner runner) {
        return given().orElseGet(() -> {
            Path path = file.orElseThrow();
            return path.equals(CheckRequest.STANDARD_INPUT) ? runner.standardInput() : new SpecSource.File(path);
        });
    }

    /** The request to check it. */
    CheckRequest request(RunOptions options) {
        return given().map(source -> options.request(List.of()).withInline(source))
                .orElseGet(() -> options.request(file.stream().toList()));
    }

    /** The spec in options, if that is where it is; some spec there must be. */
    private Optional<SpecSource> given() {
        Optional<SpecSource> given = inline.spec();
        if (given.isPresent() && file.isPresent()) {
            throw new CommandException("a spec in options (--function and so on) and a file (" + file.get()
                    + ") are both given; expected one of the two.");
        }
        if (given.isEmpty() && file.isEmpty()) {
            throw new CommandException("no spec is given; expected a file, - for standard input, or a spec in options,"
                    + " such as --function \"x'*x\" --gradient x=2*x --var x:5.");
        }
        return given;
    }
}
