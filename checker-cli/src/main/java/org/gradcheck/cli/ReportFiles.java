package org.gradcheck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gradcheck.cli.option.Options;
import org.gradcheck.cli.option.Value;
import org.gradcheck.output.HtmlReport;
import org.gradcheck.output.JUnitXmlReport;
import org.gradcheck.output.JsonReport;
import org.gradcheck.output.MarkdownReport;
import org.gradcheck.output.Replay;
import org.gradcheck.output.SarifReport;
import org.gradcheck.output.SlowestSpecs;
import org.gradcheck.spec.SuiteResult;

/** The options for results in files. */
final class ReportFiles {

    private final Value<String> json;
    private final Value<String> html;
    private final Value<String> markdown;
    private final Value<String> junit;
    private final Value<String> sarif;

    ReportFiles(Options options) {
        json = options.text(
                "--json",
                "FILE",
                "Write the results as JSON; - is standard output, and the text then goes to standard error."
                        + " 'gradcheck schema --results' describes them.");
        html = options.text(
                "--html", "FILE", "Write the results as one HTML page, with formulas typeset and plots; likewise.");
        markdown = options.text("--markdown", "FILE", "Write the results as Markdown; likewise.");
        junit = options.text("--junit", "FILE", "Write the results as JUnit XML; likewise.");
        sarif = options.text(
                "--sarif",
                "FILE",
                "Write what did not pass as SARIF, which code hosts show at the lines of specs; likewise.");
    }

    /** A renderer and where its text goes. */
    private record Copy(ResultTarget target, Function<SuiteResult, String> renderer) {}

    /** Fails before the work is done if some result could not be written after it. */
    void requireWritable() {
        List<Copy> copies = copies(Replay.withDefaults(), SlowestSpecs.NONE);
        if (copies.stream().filter(copy -> copy.target().isStandardOutput()).count() > 1) {
            throw new CommandException(
                    "only one of --json, --html, --markdown, --junit and --sarif can go to standard output (-).");
        }
        copies.forEach(copy -> copy.target().requireWritable());
        Map<Path, String> options = new HashMap<>();
        for (Copy copy : copies) {
            Path file = copy.target().path().toAbsolutePath().normalize();
            String option = copy.target().option();
            String other = options.putIfAbsent(file, option);
            if (other != null && !copy.target().isDevice()) {
                throw new CommandException(other + " and " + option + " name the same file, "
                        + copy.target().path() + "; expected two.");
            }
        }
    }

    /** Where people are told: standard output, or standard error if results go to that. */
    PrintWriter people(PrintWriter out, PrintWriter err) {
        return copies(Replay.withDefaults(), SlowestSpecs.NONE).stream()
                        .anyMatch(copy -> copy.target().isStandardOutput())
                ? err
                : out;
    }

    /**
     * Writes the results where they were asked for: files first, as standard output may be closed meanwhile, and every file that can be
     * written.
     *
     * @param people tells people, before results go to standard output
     * @throws CommandException for the first file that cannot be written, after everything else is done
     */
    void write(SuiteResult suite, Replay replay, SlowestSpecs slowest, PrintWriter out, Runnable people) {
        List<CommandException> failures = new ArrayList<>();
        List<Copy> copies = copies(replay, slowest);
        for (Copy copy : copies) {
            if (!copy.target().isStandardOutput()) {
                try {
                    copy.target().write(copy.renderer().apply(suite), out);
                } catch (CommandException e) {
                    failures.add(e);
                }
            }
        }
        people.run();
        copies.stream()
                .filter(copy -> copy.target().isStandardOutput())
                .forEach(copy -> copy.target().write(copy.renderer().apply(suite), out));
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private List<Copy> copies(Replay replay, SlowestSpecs slowest) {
        return Stream.of(
                        json.get().map(file -> new Copy(ResultTarget.of("--json", file), new JsonReport(replay)::of)),
                        html.get()
                                .map(file ->
                                        new Copy(ResultTarget.of("--html", file), new HtmlReport(replay, slowest)::of)),
                        markdown.get()
                                .map(file -> new Copy(
                                        ResultTarget.of("--markdown", file), new MarkdownReport(replay, slowest)::of)),
                        junit.get()
                                .map(file ->
                                        new Copy(ResultTarget.of("--junit", file), new JUnitXmlReport(replay)::of)),
                        sarif.get()
                                .map(file -> new Copy(ResultTarget.of("--sarif", file), new SarifReport(replay)::of)))
                .flatMap(Optional::stream)
                .toList();
    }
}
