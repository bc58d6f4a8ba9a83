package org.gradcheck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gradcheck.output.SuiteChanges;
import org.gradcheck.spec.SpecSource;
import org.gradcheck.spec.SuiteResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradcheck check PATH…}. */
@Command(
        name = "check",
        description = "Checks the derivatives in specs, and in all specs below folders.",
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {

    /** So long nothing may happen before specs are checked again. */
    private static final long QUIET_MILLIS = 100;

    private final CheckRunner runner;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "A spec, a folder that is searched for *.json, or - for a spec on standard input.")
    private List<Path> paths = List.of();

    @Mixin
    private InlineOptions inline = new InlineOptions();

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Only the I-th of N even parts of the specs, for jobs side by side; auto takes both from the"
                    + " build server. 'gradcheck merge' puts the results together.")
    private Optional<String> shard = Optional.empty();

    @Option(
            names = "--watch",
            description =
                    "Check again whenever specs or data beside them change, and tell what is different; Ctrl-C ends.")
    private boolean watch;

    @Mixin
    private ReportOptions reports = new ReportOptions();

    CheckCommand(CheckRunner runner) {
        this.runner = runner;
    }

    @Override
    public Integer call() {
        CheckRequest request = request();
        reports.requireWritable();
        if (!watch) {
            return checked(request);
        }
        if (paths.isEmpty() || paths.contains(CheckRequest.STANDARD_INPUT)) {
            throw new CommandException(
                    "--watch waits for changes of files, and the spec is in none; expected files and" + " folders.");
        }
        return watched(request);
    }

    private int checked(CheckRequest request) {
        Progress progress = progress();
        try (Interruption interruption = new Interruption(Thread.currentThread())) {
            SuiteResult suite = run(request, progress);
            if (interruption.settle()) {
                tellInterrupted(suite, progress);
                return ExitCode.INTERRUPTED.code();
            }
            tell(complete(request, suite, progress), suite);
            return ExitCode.of(suite).code();
        }
    }

    private Progress progress() {
        boolean shown = Ansi.AUTO.enabled() && StandardStream.isErrorTerminal().orElse(true);
        PrintWriter err = spec.commandLine().getErr();
        Optional<Progress.Opening> opening = shown
                ? Optional.of((done, total, before) -> TerminalBar.open(err, done, total, before))
                : Optional.empty();
        return new Progress(opening, Progress.PATIENCE, options.failFast());
    }

    private SuiteResult run(CheckRequest request, Progress progress) {
        try (progress) {
            return runner.run(request, progress);
        }
    }

    private SuiteResult check(CheckRequest request) {
        Progress progress = progress();
        return complete(request, run(request, progress), progress);
    }

    private void tellInterrupted(SuiteResult suite, Progress progress) {
        PrintWriter err = spec.commandLine().getErr();
        if (!suite.specs().isEmpty()) {
            reports.tellInterrupted(
                    suite, options.replay(inputs()), spec.commandLine().getOut(), err);
        }
        err.println(spec.qualifiedName() + ": interrupted after "
                + suite.specs().size() + " of " + progress.total() + " specs; no results were written to files.");
        err.flush();
    }

    /** The results, if there are any; what was left out is told. */
    private SuiteResult complete(CheckRequest request, SuiteResult suite, Progress progress) {
        PrintWriter err = spec.commandLine().getErr();
        if (suite.specs().isEmpty() && suite.shard().isEmpty()) {
            throw new CommandException(request.nothing());
        }
        if (progress.skipped() > 0) {
            err.println("--fail-fast: " + progress.skipped() + " more specs were not checked.");
        }
        return suite;
    }

    /**
     * Writes the results.
     *
     * @param shown what people are told
     */
    private void tell(SuiteResult suite, SuiteResult shown) {
        reports.tell(
                suite,
                shown,
                options.replay(inputs()),
                options.explain(),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }

    /** Checks again whenever something changes, until the process is interrupted. */
    private int watched(CheckRequest request) {
        PrintWriter out = spec.commandLine().getOut();
        try (Watch changes = new Watch(paths, QUIET_MILLIS)) {
            SuiteResult suite = check(request);
            tell(suite, suite);
            out.println("Waiting for changes; Ctrl-C ends.");
            while (!out.checkError() && changes.awaitChange()) {
                SuiteResult before = suite;
                suite = again(request, before);
                SuiteResult different = SuiteChanges.between(before, suite);
                List<String> gone = SuiteChanges.gone(before, suite);
                gone.forEach(file -> out.println(file + " is gone."));
                if (!different.specs().isEmpty()) {
                    tell(suite, different);
                } else if (!gone.isEmpty()) {
                    reports.write(suite, options.replay(inputs()), out);
                }
            }
            return ExitCode.of(suite).code();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.OK.code();
        }
    }

    /** The results now; those of before where there is nothing left to check, for it may come back. */
    private SuiteResult again(CheckRequest request, SuiteResult before) {
        try {
            return check(request);
        } catch (CommandException e) {
            spec.commandLine().getErr().println(spec.qualifiedName() + ": " + e.getMessage());
            return before;
        }
    }

    private CheckRequest request() {
        CheckRequest request = options.request(paths);
        Optional<SpecSource> given = inline.spec();
        if (given.isPresent() && !paths.isEmpty()) {
            throw new CommandException("a spec in options (--function and so on) and paths (" + paths.get(0)
                    + ") are both given; expected one of the two.");
        }
        if (given.isEmpty() && paths.isEmpty()) {
            throw new CommandException("nothing to check is given; expected specs, folders, - for standard input, or a"
                    + " spec in options, such as --function \"x'*x\" --gradient x=2*x --var x:5.");
        }
        CheckRequest whole = given.map(request::withInline).orElse(request);
        return shard.map(part -> whole.withShard(ShardOption.read(part, System.getenv())))
                .orElse(whole);
    }

    /** How specs that are in no file are named in a replay. */
    private Map<String, String> inputs() {
        Map<String, String> inputs = new HashMap<>();
        inputs.put(SuiteRun.STANDARD_INPUT_NAME, "-");
        inline.spec().ifPresent(given -> inputs.put(given.name(), inline.words()));
        return inputs;
    }
}
