package org.gradcheck.cli;

import java.io.PrintWriter;
import java.util.List;
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
        StringBuilder text = new StringBuilder(name).append(": ").append(sentence(message(failure)));
        List<String> suggestions = failure instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream().map(s -> s.split("[=\\[]", 2)[0].strip()).distinct().limit(2).toList()
                : List.of();
        if (!suggestions.isEmpty()) {
            text.append(" Did you mean ").append(String.join(" or ", suggestions)).append('?');
        }
        command.getErr().println(text);
        command.getErr().println("'" + name + " --help' lists what there is.");
        return ExitCode.USAGE.code();
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof CommandException) {
            err.println(command.getCommandSpec().qualifiedName() + ": " + failure.getMessage());
            return ExitCode.USAGE.code();
        }
        boolean verbose = command.getCommandSpec().findOption(VERBOSE) != null && parsed.hasMatchedOption(VERBOSE);
        return reportBug(failure, err, verbose);
    }

    /** Asks to report a bug of ours. */
    static int reportBug(Throwable bug, PrintWriter err, boolean verbose) {
        err.println("gradcheck: this is a bug in gradcheck, not in your spec. Please report it with the command line, the"
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

    private static String message(ParameterException failure) {
        String message = failure.getMessage();
        return message == null ? "the command line cannot be read" : message;
    }

    private static String sentence(String message) {
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }
}
