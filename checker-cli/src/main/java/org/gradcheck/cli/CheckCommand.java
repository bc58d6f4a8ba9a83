package org.gradcheck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gradcheck.spec.SpecSource;
import org.gradcheck.spec.SuiteResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradcheck check PATH…}. */
@Command(
        name = "check",
        description = "Checks the derivatives in specs, and in all specs below folders.",
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {

    private final CheckRunner runner;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "A spec, a folder that is searched for *.json, or - for a spec on standard input.")
    private List<Path> paths = List.of();

    @Mixin
    private InlineOptions inline = new InlineOptions();

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private ReportOptions reports = new ReportOptions();

    CheckCommand(CheckRunner runner) {
        this.runner = runner;
    }

    @Override
    public Integer call() {
        CheckRequest request = request();
        reports.requireWritable();
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = new Progress(err, Ansi.AUTO.enabled(), options.failFast());
        SuiteResult suite = runner.run(request, progress);
        progress.clear();
        if (suite.specs().isEmpty()) {
            throw new CommandException(nothing(request));
        }
        reports.tell(
                suite,
                options.replay(inputs()),
                options.explain(),
                spec.commandLine().getOut(),
                err);
        if (progress.skipped() > 0) {
            err.println("--fail-fast: " + progress.skipped() + " more specs were not checked.");
        }
        return ExitCode.of(suite).code();
    }

    private CheckRequest request() {
        CheckRequest request = options.request(paths);
        Optional<SpecSource> given = inline.spec();
        if (given.isPresent() && !paths.isEmpty()) {
            throw new CommandException("a spec in options (--function and so on) and paths (" + paths.get(0)
                    + ") are both given; expected one of the two.");
        }
        if (given.isEmpty() && paths.isEmpty()) {
            throw new CommandException("nothing to check is given; expected specs, folders, - for standard input, or a"
                    + " spec in options, such as --function \"x'*x\" --gradient x=2*x --var x:5.");
        }
        return given.map(request::withInline).orElse(request);
    }

    /** How specs that are in no file are named in a replay. */
    private Map<String, String> inputs() {
        Map<String, String> inputs = new HashMap<>();
        inputs.put(SuiteRun.STANDARD_INPUT_NAME, "-");
        inline.spec().ifPresent(given -> inputs.put(given.name(), inline.words()));
        return inputs;
    }

    /** Nothing checked is no success. */
    private static String nothing(CheckRequest request) {
        String where = request.paths().stream()
                .map(Path::toString)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return request.tags().isEmpty()
                ? "there is no spec (*.json) in " + where + ": nothing was checked."
                : "no spec in " + where + " has the tag " + String.join(" or ", request.tags())
                        + ": nothing was checked.";
    }
}
