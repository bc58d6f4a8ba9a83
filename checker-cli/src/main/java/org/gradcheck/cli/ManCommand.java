package org.gradcheck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradcheck man [COMMAND]}. */
@Command(
        name = "man",
        description = "Prints the man page of gradcheck, or of one of its commands: gradcheck man check | man -l -."
                + " Or writes all of them.")
final class ManCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "A command; gradcheck itself if left out.")
    private Optional<String> command = Optional.empty();

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "Write the pages of gradcheck and of all its commands into this folder.")
    private Optional<Path> folder = Optional.empty();

    @Override
    public Integer call() {
        if (folder.isPresent()) {
            if (command.isPresent()) {
                throw new CommandException("--into writes the pages of all commands, and one of them is named ("
                        + command.get() + "); expected one of the two.");
            }
            writeAll(folder.get());
            return ExitCode.OK.code();
        }
        spec.commandLine().getOut().print(ManPage.of(command.map(this::find).orElse(spec.root())));
        return ExitCode.OK.code();
    }

    private void writeAll(Path into) {
        try {
            Files.createDirectories(into);
        } catch (IOException e) {
            throw new CommandException("--into: the folder " + into + " cannot be made (" + e.getMessage()
                    + "); expected a folder, or a place for one.");
        }
        PrintWriter out = spec.commandLine().getOut();
        write(into, spec.root(), out);
        spec.root().subcommands().values().forEach(each -> write(into, each.getCommandSpec(), out));
    }

    private static void write(Path into, CommandSpec command, PrintWriter out) {
        String file = into.resolve(command.qualifiedName("-") + ".1").toString();
        ResultTarget.of("--into", file).write(ManPage.of(command), out);
    }

    private CommandSpec find(String name) {
        CommandLine found = spec.root().subcommands().get(name);
        if (found == null) {
            throw new CommandException("there is no command '" + name + "'; there are "
                    + String.join(", ", spec.root().subcommands().keySet()) + ".");
        }
        return found.getCommandSpec();
    }
}
