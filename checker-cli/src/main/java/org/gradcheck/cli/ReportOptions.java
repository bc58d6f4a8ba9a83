package org.gradcheck.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.gradcheck.output.Detail;
import org.gradcheck.output.Replay;
import org.gradcheck.output.SlowestSpecs;
import org.gradcheck.output.TextReport;
import org.gradcheck.spec.SuiteResult;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
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
            names = "--slowest",
            paramLabel = "N",
            description = "Tell also which N specs took longest, and how many evaluations; in text, HTML and Markdown.")
    private Optional<Integer> slowest = Optional.empty();

    @Mixin
    private ReportFiles files = new ReportFiles();

    /** Fails before the work is done if some result could not be written after it. */
    void requireWritable() {
        if (slowest.isPresent() && slowest.get() < 1) {
            throw new CommandException("--slowest must be at least 1, got " + slowest.get() + ".");
        }
        files.requireWritable();
    }

    /**
     * Tells the results everywhere they were asked for.
     *
     * @param shown what of them people are told
     */
    void tell(SuiteResult suite, SuiteResult shown, Replay replay, boolean explain, PrintWriter out, PrintWriter err) {
        PrintWriter people = people(out, err);
        files.write(suite, replay, slowest(), out, () -> {
            people.print(new TextReport(detail(explain), color.palette(), replay, slowest()).of(shown));
            people.flush();
        });
    }

    /** Tells what of a run that was interrupted did not pass. No results are written: half of them may be taken for all. */
    void tellInterrupted(SuiteResult suite, Replay replay, PrintWriter out, PrintWriter err) {
        PrintWriter people = people(out, err);
        people.print(new TextReport(Detail.QUIET, color.palette(), replay, slowest()).of(suite));
        people.flush();
    }

    private PrintWriter people(PrintWriter out, PrintWriter err) {
        return files.claimOutput() ? err : out;
    }

    /** Writes the results where they were asked for, and tells people nothing. */
    void write(SuiteResult suite, Replay replay, PrintWriter out) {
        files.write(suite, replay, slowest(), out, () -> {});
    }

    private SlowestSpecs slowest() {
        return new SlowestSpecs(slowest.orElse(0));
    }

    private Detail detail(boolean explain) {
        if (amount.verbose) {
            return Detail.VERBOSE;
        }
        return explain ? Detail.EXPLAIN : amount.quiet ? Detail.QUIET : Detail.NORMAL;
    }
}
