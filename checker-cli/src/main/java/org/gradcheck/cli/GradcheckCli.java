package org.gradcheck.cli;

import java.io.BufferedWriter;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.gradcheck.cli.option.Options;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The program. */
public final class GradcheckCli implements GradcheckCommand {

    private final CommandSpec spec;

    private GradcheckCli() {
        Options options =
                Options.of("gradcheck", this, "Decides, with evidence, whether a hand-written derivative is right.");
        spec = GradcheckCommand.completed(options);
        spec.usageMessage().synopsisSubcommandLabel("COMMAND");
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    /** Called without a command, which is an error. */
    @Override
    public Integer call() {
        throw new NoCommand(spec.commandLine());
    }

    /** The command line ends before a command. */
    static final class NoCommand extends ParameterException {

        private static final long serialVersionUID = 1L;

        NoCommand(CommandLine command) {
            super(command, "no command is given");
        }
    }

    /** Runs the program and ends the process. */
    public static void main(String[] args) {
        // No option is a date; to look for the methods that read one takes picocli longer than to read the command
        // line.
        System.setProperty("picocli.converters.excludes", "java\\.(time|sql)\\..*");
        StandardStream output = StandardStream.output();
        PrintWriter err = writer(StandardStream.error());
        int code = run(writer(output), err, args);
        System.exit(ended(output, code, err));
    }

    /** The exit code, where what was to be printed may not have been: no success then, whatever the checks say. */
    static int ended(StandardStream output, int code, PrintWriter err) {
        if (output.problem().isEmpty()) {
            return code;
        }
        if (output.isClosedPipe()) {
            return ExitCode.OUTPUT_CLOSED.code();
        }
        err.println("gradcheck: standard output cannot be written: "
                + output.problem().get() + ".");
        return ExitCode.USAGE.code();
    }

    /** Runs the program with its output to the given writers, and returns the exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(System.in, out, err, args);
    }

    /** The same with standard input. */
    static int run(InputStream in, PrintWriter out, PrintWriter err, String... args) {
        try {
            return commandLine(new SuiteRun(in), args).setOut(out).setErr(err).execute(args);
        } catch (OutOfMemoryError e) {
            return ErrorHandler.reportMemory(err);
        } catch (Error bug) { // a stack overflow: execute lets them pass
            return ErrorHandler.reportBug(bug, err, false);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** The program with the commands that the arguments may call; with all of them if there are no arguments. */
    static CommandLine commandLine(CheckRunner runner, String... args) {
        ErrorHandler errors = new ErrorHandler();
        CommandLine program = new CommandLine(new GradcheckCli().spec());
        new Commands(runner).addTo(program, args);
        return program.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    /** UTF-8 whatever the locale says, for reports hold ± and ⟨⟩; Windows consoles have their own mind. */
    private static PrintWriter writer(OutputStream stream) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        Charset charset = windows ? Charset.defaultCharset() : StandardCharsets.UTF_8;
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, charset)), true);
    }
}
