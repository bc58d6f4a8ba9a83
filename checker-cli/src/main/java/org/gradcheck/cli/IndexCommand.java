package org.gradcheck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gradcheck.output.SpecIndex;
import org.gradcheck.spec.Limits;
import org.gradcheck.spec.RunSettings;
import org.gradcheck.spec.SpecException;
import org.gradcheck.spec.SpecFiles;
import org.gradcheck.spec.SpecReader;
import org.gradcheck.spec.SpecRunner;
import org.gradcheck.spec.wording.Failures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradcheck index FOLDER}. */
@Command(
        name = "index",
        description = "Checks the specs of a folder and makes a table of them by topic, in Markdown: formulas, sources,"
                + " verdicts, digits.")
final class IndexCommand implements Callable<Integer> {

    /** What stands between these lines of a file is replaced. */
    static final String BEGIN = "<!-- index -->\n";

    static final String END = "<!-- end of index -->\n";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "A folder of specs.")
    private Path folder = Path.of("");

    @Option(
            names = "--into",
            paramLabel = "FILE",
            description = "A Markdown file in which the table replaces what stands between the lines \"<!-- index -->\""
                    + " and \"<!-- end of index -->\"; without it the table is printed.")
    private Optional<Path> into = Optional.empty();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Override
    public Integer call() {
        try {
            String index = index(folder, limits.limits());
            if (into.isPresent()) {
                replace(into.get(), index);
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
