package org.gradcheck.cli;

import java.io.PrintWriter;
import java.util.List;
import org.gradcheck.cli.option.Flag;
import org.gradcheck.cli.option.Options;
import org.gradcheck.cli.option.Value;
import org.gradcheck.output.Detail;
import org.gradcheck.output.Palette;
import org.gradcheck.output.Replay;
import org.gradcheck.output.SlowestSpecs;
import org.gradcheck.output.TextReport;
import org.gradcheck.spec.SuiteResult;

/** The options that decide what is told, and where. */
final class ReportOptions {

    private final Flag quiet;
    private final Flag verbose;
    private final Value<ColorMode> color;
    private final Value<Integer> slowest;
    private final ReportFiles files;

    ReportOptions(Options options) {
        List<Flag> amount = options.eitherFlag(
                List.of("-q", "--quiet"),
                "Tell only what did not pass, and the summary.",
                List.of("-v", "--verbose"),
                "Tell the facts and all directions of every check.");
        quiet = amount.get(0);
        verbose = amount.get(1);
        color = options.value(
                ColorMode.class,
                "--color",
                "WHEN",
                "${COMPLETION-CANDIDATES}. Default: auto, on a terminal unless NO_COLOR is set.");
        slowest = options.whole(
                "--slowest",
                "N",
                "Tell also which N specs took longest, and how many evaluations; in text, HTML and Markdown.");
        files = new ReportFiles(options);
    }

    /** Fails before the work is done if some result could not be written after it. */
    void requireWritable() {
        if (slowest.get().orElse(1) < 1) {
            throw new CommandException(
                    "--slowest must be at least 1, got " + slowest.get().orElseThrow() + ".");
        }
        files.requireWritable();
    }

    /**
     * Tells the results everywhere they were asked for.
     *
     * @param shown what of them people are told
     */
    void tell(SuiteResult suite, SuiteResult shown, Replay replay, boolean explain, PrintWriter out, PrintWriter err) {
        PrintWriter people = files.people(out, err);
        files.write(suite, replay, slowest(), out, () -> {
            people.print(new TextReport(detail(explain), palette(), replay, slowest()).of(shown));
            people.flush();
        });
    }

    /** Tells what of a run that was interrupted did not pass. No results are written: half of them may be taken for all. */
    void tellInterrupted(SuiteResult suite, Replay replay, PrintWriter out, PrintWriter err) {
        PrintWriter people = files.people(out, err);
        people.print(new TextReport(Detail.QUIET, palette(), replay, slowest()).of(suite));
        people.flush();
    }

    /** Writes the results where they were asked for, and tells people nothing. */
    void write(SuiteResult suite, Replay replay, PrintWriter out) {
        files.write(suite, replay, slowest(), out, () -> {});
    }

    private Palette palette() {
        return color.get().orElse(ColorMode.AUTO).palette();
    }

    private SlowestSpecs slowest() {
        return new SlowestSpecs(slowest.get().orElse(0));
    }

    private Detail detail(boolean explain) {
        if (verbose.isGiven()) {
            return Detail.VERBOSE;
        }
        return explain ? Detail.EXPLAIN : quiet.isGiven() ? Detail.QUIET : Detail.NORMAL;
    }
}
