package org.gradcheck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradcheck.cli.option.Options;
import org.gradcheck.cli.option.Value;
import org.gradcheck.output.SpecIndex;
import org.gradcheck.spec.Limits;
import org.gradcheck.spec.RunSettings;
import org.gradcheck.spec.SpecException;
import org.gradcheck.spec.SpecFiles;
import org.gradcheck.spec.SpecReader;
import org.gradcheck.spec.SpecRunner;
import org.gradcheck.spec.wording.Failures;
import picocli.CommandLine.Model.CommandSpec;

/** {@code gradcheck index FOLDER}. */
final class IndexCommand implements GradcheckCommand {

    /** What stands between these lines of a file is replaced. */
    static final String BEGIN = "<!-- index -->\n";

    static final String END = "<!-- end of index -->\n";

    private final CommandSpec spec;
    private final Value<Path> folder;
    private final Value<Path> into;
    private final LimitOptions limits;

    IndexCommand() {
        Options options = Options.of(
                "index",
                this,
                "Checks the specs of a folder and makes a table of them by topic, in Markdown: formulas, sources,"
                        + " verdicts, digits.");
        folder = options.parameter(Path.class, "FOLDER", "1", "A folder of specs.");
        into = options.value(
                Path.class,
                "--into",
                "FILE",
                "A Markdown file in which the table replaces what stands between the lines \"<!-- index -->\""
                        + " and \"<!-- end of index -->\"; without it the table is printed.");
        limits = new LimitOptions(options);
        spec = GradcheckCommand.completed(options);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        try {
            String index = index(folder.get().orElseThrow(), limits.limits());
            if (into.isGiven()) {
                replace(into.get().orElseThrow(), index);
            } else {
                spec.commandLine().getOut().print(index);
            }
        } catch (SpecException e) {
            throw new CommandException(e.message());
        }
        return ExitCode.OK.code();
    }

    /** The table of a folder. */
    static String index(Path folder, Limits limits) {
        SpecRunner runner = new SpecRunner(RunSettings.defaults().withLimits(limits));
        List<SpecIndex.Entry> entries = new ArrayList<>();
        for (Path file : SpecFiles.find(List.of(folder))) {
            entries.add(new SpecIndex.Entry(SpecReader.read(file), runner.run(file)));
        }
        return SpecIndex.of(folder, entries);
    }

    private static void replace(Path file, String index) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            int begin = text.indexOf(BEGIN);
            int end = text.indexOf(END);
            if (begin < 0 || end < begin) {
                throw new CommandException("--into " + file + ": the file has no line " + BEGIN.strip()
                        + " with a line " + END.strip() + " below; expected both, around the place of the table");
            }
            new ResultTarget("--into", file)
                    .write(text.substring(0, begin + BEGIN.length()) + "\n" + index + "\n" + text.substring(end));
        } catch (IOException e) {
            throw new CommandException("--into " + file + ": the file cannot be read: " + Failures.reason(e) + ".");
        }
    }
}
