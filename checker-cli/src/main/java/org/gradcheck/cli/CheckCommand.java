package org.gradcheck.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradcheck.spec.SuiteResult;
import picocli.CommandLine.Command;
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

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "A spec, or a folder that is searched for *.json.")
    private List<Path> paths = List.of();

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private ReportOptions reports = new ReportOptions();

    CheckCommand(CheckRunner runner) {
        this.runner = runner;
    }

    @Override
    public Integer call() {
        CheckRequest request = options.request(paths);
        reports.requireWritable();
        SuiteResult suite = runner.run(request, done -> {});
        if (suite.specs().isEmpty()) {
            throw new CommandException(nothing(request));
        }
        var streams = spec.commandLine();
        reports.tell(suite, options.replay(), streams.getOut(), streams.getErr());
        return ExitCode.of(suite).code();
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
