package org.gradcheck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.gradcheck.cli.option.Options;
import org.gradcheck.cli.option.Values;
import org.gradcheck.output.Detail;
import org.gradcheck.output.MergedResults;
import org.gradcheck.output.Palette;
import org.gradcheck.output.SlowestSpecs;
import org.gradcheck.output.TextReport;
import org.gradcheck.spec.json.JsonText;
import org.gradcheck.spec.json.JsonTextException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code gradcheck merge FILE…}. */
final class MergeCommand implements GradcheckCommand {

    private final CommandSpec spec;
    private final Values<Path> files;
    private final ReportFiles reports;

    MergeCommand() {
        Options options = Options.of(
                "merge",
                this,
                "Puts together the JSON results of runs over parts of a suite (check --shard) to those of one run over the"
                        + " whole, tells what did not pass, and ends with the exit code of the whole.");
        files = options.parameters(Path.class, "FILE", "1..*", "Results that check --json wrote.");
        reports = new ReportFiles(options);
        options.examples("  gradcheck merge 1.json 2.json 3.json 4.json --junit report.xml --markdown summary.md");
        spec = GradcheckCommand.completed(options);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        reports.requireWritable();
        MergedResults merged = merged();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter people = reports.people(out, spec.commandLine().getErr());
        reports.write(merged.suite(), merged.replay(), SlowestSpecs.NONE, out, () -> {
            people.print(new TextReport(Detail.QUIET, Palette.PLAIN, merged.replay()).of(merged.suite()));
            people.flush();
        });
        return ExitCode.of(merged.suite()).code();
    }

    private MergedResults merged() {
        try {
            return MergedResults.of(files.get().stream().map(MergeCommand::part).toList());
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
