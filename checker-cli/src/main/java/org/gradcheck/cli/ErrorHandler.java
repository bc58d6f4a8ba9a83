package org.gradcheck.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Decides message and exit code of everything that goes wrong: a paragraph, never a stack trace unless asked for. */
final class ErrorHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final String VERBOSE = "--verbose";

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + problem(failure, command) + suggestion(failure));
        command.getErr().println("'" + name + " --help' lists what there is.");
        return ExitCode.USAGE.code();
    }

    private static String problem(ParameterException failure, CommandLine command) {
        String commands = String.join(", ", command.getSubcommands().keySet());
        if (failure instanceof GradcheckCli.NoCommand) {
            return "no command is given; there are " + commands + ".";
        }
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && !commands.isEmpty()) {
            return "there is no command '" + unmatched.getUnmatched().get(0) + "'; there are " + commands + ".";
        }
        String message = failure.getMessage();
        if (message == null) {
            return "the command line cannot be read.";
        }
        String bare = message.replaceFirst("^Error: ", "");
        return bare.endsWith(".") || bare.endsWith("?") ? bare : bare + ".";
    }

    private static String suggestion(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        return unmatched.getSuggestions().stream()
                .findFirst() // the nearest
                .map(nearest -> " Did you mean " + nearest.split("[=\\[]", 2)[0].strip() + "?")
                .orElse("");
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof CommandException) {
            err.println(command.getCommandSpec().qualifiedName() + ": " + failure.getMessage());
            return ExitCode.USAGE.code();
        }
        boolean verbose = command.getCommandSpec().findOption(VERBOSE) != null
                && command.getParseResult().hasMatchedOption(VERBOSE);
        return reportBug(failure, err, verbose);
    }

    /** Says that Java has too little memory for the results of all specs; that for one spec is the spec's own error. */
    static int reportMemory(PrintWriter err) {
        err.println("gradcheck: the results need more memory than Java has, "
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MB; expected fewer specs, or more memory: GRADCHECK_JAVA_OPTIONS=-Xmx4g");
        return ExitCode.USAGE.code();
    }

    /** Asks to report a bug of ours. */
    static int reportBug(Throwable bug, PrintWriter err, boolean verbose) {
        err.println(
                "gradcheck: this is a bug in gradcheck, not in your spec. Please report it with the command line, the"
                        + " spec and this line: "
                        + bug
                        + place(bug)
                        + (verbose ? "" : " (--verbose shows the stack trace)"));
        if (verbose) {
            bug.printStackTrace(err);
        }
        return ExitCode.BUG.code();
    }

    private static String place(Throwable bug) {
        StackTraceElement[] trace = bug.getStackTrace();
        return trace.length == 0 ? "" : ", in " + trace[0].getFileName() + " line " + trace[0].getLineNumber();
    }
}
