package org.gradcheck.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gradcheck.output.Detail;
import org.gradcheck.output.HtmlReport;
import org.gradcheck.output.JUnitXmlReport;
import org.gradcheck.output.JsonReport;
import org.gradcheck.output.MarkdownReport;
import org.gradcheck.output.Replay;
import org.gradcheck.output.SarifReport;
import org.gradcheck.output.TextReport;
import org.gradcheck.spec.SuiteResult;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that decide what is told, and where. */
final class ReportOptions {

    @ArgGroup
    private Amount amount = new Amount();

    /** One or the other. */
    static final class Amount {
        @Option(
                names = {"-q", "--quiet"},
                description = "Tell only what did not pass, and the summary.")
        private boolean quiet;

        @Option(
                names = {"-v", "--verbose"},
                description = "Tell the facts and all directions of every check.")
        private boolean verbose;
    }

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, on a terminal unless NO_COLOR is set.")
    private ColorMode color = ColorMode.AUTO;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the results as JSON; - is standard output, and the text then goes to standard error."
                    + " 'gradcheck schema --results' describes them.")
    private Optional<String> json = Optional.empty();

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the results as one HTML page, with formulas typeset and plots; likewise.")
    private Optional<String> html = Optional.empty();

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the results as Markdown; likewise.")
    private Optional<String> markdown = Optional.empty();

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML; likewise.")
    private Optional<String> junit = Optional.empty();

    @Option(
            names = "--sarif",
            paramLabel = "FILE",
            description = "Write what did not pass as SARIF, which code hosts show at the lines of specs; likewise.")
    private Optional<String> sarif = Optional.empty();

    /** A renderer and where its text goes. */
    private record Copy(ResultTarget target, Function<SuiteResult, String> renderer) {}

    /** Fails before the work is done if some result could not be written after it. */
    void requireWritable() {
        List<Copy> copies = copies(Replay.withDefaults());
        if (copies.stream().filter(copy -> copy.target().isStandardOutput()).count() > 1) {
            throw new CommandException(
                    "only one of --json, --html, --markdown, --junit and --sarif can go to standard output (-).");
        }
        copies.forEach(copy -> copy.target().requireWritable());
    }

    /**
     * Tells the results everywhere they were asked for.
     *
     * @param shown what of them people are told
     */
    void tell(SuiteResult suite, SuiteResult shown, Replay replay, boolean explain, PrintWriter out, PrintWriter err) {
        List<CommandException> failures = writeFiles(suite, replay); // first: standard output may be closed meanwhile
        PrintWriter people = people(out, err);
        people.print(new TextReport(detail(explain), color.palette(), replay).of(shown));
        people.flush();
        writeToStandardOutput(suite, replay, out);
        failures.forEach(failure -> {
            throw failure;
        });
    }

    /** Tells what of a run that was interrupted did not pass. No results are written: half of them may be taken for all. */
    void tellInterrupted(SuiteResult suite, Replay replay, PrintWriter out, PrintWriter err) {
        PrintWriter people = people(out, err);
        people.print(new TextReport(Detail.QUIET, color.palette(), replay).of(suite));
        people.flush();
    }

    private PrintWriter people(PrintWriter out, PrintWriter err) {
        boolean claimed = copies(Replay.withDefaults()).stream()
                .anyMatch(copy -> copy.target().isStandardOutput());
        return claimed ? err : out;
    }

    /** Writes the results where they were asked for, and tells people nothing. */
    void write(SuiteResult suite, Replay replay, PrintWriter out) {
        List<CommandException> failures = writeFiles(suite, replay);
        writeToStandardOutput(suite, replay, out);
        failures.forEach(failure -> {
            throw failure;
        });
    }

    private void writeToStandardOutput(SuiteResult suite, Replay replay, PrintWriter out) {
        copies(replay).stream()
                .filter(copy -> copy.target().isStandardOutput())
                .forEach(copy -> copy.target().write(copy.renderer().apply(suite), out));
    }

    /** Writes every file that can be written; what is said of the others. */
    private List<CommandException> writeFiles(SuiteResult suite, Replay replay) {
        List<CommandException> failures = new ArrayList<>();
        for (Copy copy : copies(replay)) {
            if (!copy.target().isStandardOutput()) {
                try {
                    copy.target().write(copy.renderer().apply(suite));
                } catch (CommandException e) {
                    failures.add(e);
                }
            }
        }
        return failures;
    }

    private List<Copy> copies(Replay replay) {
        return Stream.of(
                        json.map(file -> new Copy(ResultTarget.of("--json", file), JsonReport::of)),
                        html.map(file -> new Copy(ResultTarget.of("--html", file), new HtmlReport(replay)::of)),
                        markdown.map(
                                file -> new Copy(ResultTarget.of("--markdown", file), new MarkdownReport(replay)::of)),
                        junit.map(file -> new Copy(ResultTarget.of("--junit", file), new JUnitXmlReport(replay)::of)),
                        sarif.map(file -> new Copy(ResultTarget.of("--sarif", file), new SarifReport(replay)::of)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Detail detail(boolean explain) {
        if (amount.verbose) {
            return Detail.VERBOSE;
        }
        return explain ? Detail.EXPLAIN : amount.quiet ? Detail.QUIET : Detail.NORMAL;
    }
}
