package org.gradcheck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradcheck.output.Detail;
import org.gradcheck.output.MergedResults;
import org.gradcheck.output.Palette;
import org.gradcheck.output.SlowestSpecs;
import org.gradcheck.output.TextReport;
import org.gradcheck.spec.json.JsonText;
import org.gradcheck.spec.json.JsonTextException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradcheck merge FILE…}. */
@Command(
        name = "merge",
        description =
                "Puts together the JSON results of runs over parts of a suite (check --shard) to those of one run over the"
                        + " whole, tells what did not pass, and ends with the exit code of the whole.",
        sortOptions = false)
final class MergeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Results that check --json wrote.")
    private List<Path> files = List.of();

    @Mixin
    private ReportFiles reports = new ReportFiles();

    @Override
    public Integer call() {
        reports.requireWritable();
        MergedResults merged = merged();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter people = reports.claimOutput() ? spec.commandLine().getErr() : out;
        reports.write(merged.suite(), merged.replay(), SlowestSpecs.NONE, out, () -> {
            people.print(new TextReport(Detail.QUIET, Palette.PLAIN, merged.replay()).of(merged.suite()));
            people.flush();
        });
        return ExitCode.of(merged.suite()).code();
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
