package org.gradcheck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradcheck.cli.option.Flag;
import org.gradcheck.cli.option.Options;
import org.gradcheck.cli.option.Value;
import org.gradcheck.cli.option.Values;
import org.gradcheck.output.SuiteChanges;
import org.gradcheck.spec.SpecSource;
import org.gradcheck.spec.SuiteResult;
import picocli.CommandLine.Model.CommandSpec;

/** {@code gradcheck check PATH…}. */
final class CheckCommand implements GradcheckCommand {

    /** So long nothing may happen before specs are checked again. */
    private static final long QUIET_MILLIS = 100;

    private final CheckRunner runner;

    private final CommandSpec spec;
    private final Values<Path> paths;
    private final InlineOptions inline;
    private final RunOptions run;
    private final Value<String> shard;
    private final Flag watch;
    private final ReportOptions reports;

    CheckCommand(CheckRunner runner) {
        this.runner = runner;
        Options options = Options.of("check", this, "Checks the derivatives in specs, and in all specs below folders.");
        paths = options.parameters(
                Path.class,
                "PATH",
                "0..*",
                "A spec, a folder that is searched for *.json, or - for a spec on standard input.");
        inline = new InlineOptions(options);
        run = new RunOptions(options);
        shard = options.text(
                "--shard",
                "I/N",
                "Only the I-th of N even parts of the specs, for jobs side by side; auto takes both from the"
                        + " build server. 'gradcheck merge' puts the results together.");
        watch = options.flag(
                "--watch",
                "Check again whenever specs or data beside them change, and tell what is different; Ctrl-C ends.");
        reports = new ReportOptions(options);
        options.examples(
                "  gradcheck check specs",
                "  gradcheck check mine.json --explain --html page.html",
                "  gradcheck check --function \"x'*A*x\" --gradient \"x=(A+A')*x\" --var x:5 --var A:5x5",
                "  gradcheck check specs --shard 2/4 --json 2.json",
                "'gradcheck init' writes a spec to start from, 'gradcheck schema' has its format.");
        spec = GradcheckCommand.completed(options);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        CheckRequest request = request();
        reports.requireWritable();
        if (!watch.isGiven()) {
            return checked(request);
        }
        if (paths.get().isEmpty() || paths.get().contains(CheckRequest.STANDARD_INPUT)) {
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
        boolean shown =
                ColorMode.isUnderstood() && StandardStream.isErrorTerminal().orElse(true);
        PrintWriter err = spec.commandLine().getErr();
        Optional<Progress.Opening> opening = shown
                ? Optional.of((done, total, before) -> TerminalBar.open(err, done, total, before))
                : Optional.empty();
        return new Progress(opening, Progress.PATIENCE, run.failFast());
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
                    suite, run.replay(inputs()), spec.commandLine().getOut(), err);
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
                run.replay(inputs()),
                run.explain(),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }

    /** Checks again whenever something changes, until the process is interrupted. */
    private int watched(CheckRequest request) {
        PrintWriter out = spec.commandLine().getOut();
        try (Watch changes = new Watch(paths.get(), QUIET_MILLIS)) {
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
                    reports.write(suite, run.replay(inputs()), out);
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
        CheckRequest request = run.request(paths.get());
        Optional<SpecSource> given = inline.spec();
        if (given.isPresent() && !paths.get().isEmpty()) {
            throw new CommandException("a spec in options (--function and so on) and paths ("
                    + paths.get().get(0) + ") are both given; expected one of the two.");
        }
        if (given.isEmpty() && paths.get().isEmpty()) {
            throw new CommandException("nothing to check is given; expected specs, folders, - for standard input, or a"
                    + " spec in options, such as --function \"x'*x\" --gradient x=2*x --var x:5.");
        }
        CheckRequest whole = given.map(request::withInline).orElse(request);
        return shard.get()
                .map(part -> whole.withShard(ShardOption.read(part, System.getenv())))
                .orElse(whole);
    }

    /** How specs that are in no file are named in a replay. */
    private Map<String, String> inputs() {
        Map<String, String> inputs = new HashMap<>();
        if (paths.get().contains(CheckRequest.STANDARD_INPUT)) {
            inputs.put(SuiteRun.STANDARD_INPUT_NAME, "-");
        }
        inline.spec().ifPresent(given -> inputs.put(given.name(), inline.words()));
        return inputs;
    }
}
