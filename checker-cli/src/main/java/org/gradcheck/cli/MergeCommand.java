package org.gradcheck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gradcheck.output.MergedReports;
import org.gradcheck.output.MergedResults;
import org.gradcheck.spec.json.JsonText;
import org.gradcheck.spec.json.JsonTextException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradcheck merge FILE…}. */
@Command(
        name = "merge",
        description =
                "Puts together the JSON results of runs over parts of a suite (check --shard), and ends with the exit"
                        + " code of the whole.",
        sortOptions = false)
final class MergeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Results that check --json wrote.")
    private List<Path> files = List.of();

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description =
                    "Write the results as JSON, as one run over the whole would; - is standard output, and the text"
                            + " then goes to standard error.")
    private Optional<String> json = Optional.empty();

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the results as Markdown; likewise.")
    private Optional<String> markdown = Optional.empty();

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML; likewise.")
    private Optional<String> junit = Optional.empty();

    private record Copy(ResultTarget target, Function<MergedReports, String> renderer) {}

    @Override
    public Integer call() {
        List<Copy> copies = Stream.of(
                        json.map(file -> new Copy(
                                ResultTarget.of("--json", file),
                                reports -> reports.results().json())),
                        markdown.map(file -> new Copy(ResultTarget.of("--markdown", file), MergedReports::markdown)),
                        junit.map(file -> new Copy(ResultTarget.of("--junit", file), MergedReports::junit)))
                .flatMap(Optional::stream)
                .toList();
        long claims =
                copies.stream().filter(copy -> copy.target().isStandardOutput()).count();
        if (claims > 1) {
            throw new CommandException("only one of --json, --markdown and --junit can go to standard output (-).");
        }
        copies.forEach(copy -> copy.target().requireWritable());
        MergedReports reports = new MergedReports(merged());
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter people = claims > 0 ? spec.commandLine().getErr() : out;
        people.print(reports.text());
        people.flush();
        copies.forEach(copy -> copy.target().write(copy.renderer().apply(reports), out));
        return ExitCode.of(reports.results()::count).code();
    }

    private MergedResults merged() {
        try {
            return MergedResults.of(files.stream().map(MergeCommand::part).toList());
        } catch (MergedResults.MergeException e) {
            throw new CommandException(String.valueOf(e.getMessage()));
        }
    }

    private static MergedResults.Part part(Path file) {
        try {
            return new MergedResults.Part(file.toString(), JsonText.readAll(file));
        } catch (JsonTextException e) {
            throw new CommandException(file + ": " + e.problem() + ".");
        }
    }
}
