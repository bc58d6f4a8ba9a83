package org.gradcheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradcheck.cli.option.Options;
import org.gradcheck.cli.option.Value;
import org.gradcheck.cli.shell.ManPage;
import org.gradcheck.spec.wording.Failures;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code gradcheck man [COMMAND]}. */
final class ManCommand implements GradcheckCommand {

    private final CommandSpec spec;
    private final Value<String> command;
    private final Value<Path> folder;

    ManCommand() {
        Options options = Options.of(
                "man",
                this,
                "Prints the man page of gradcheck, or of one of its commands: gradcheck man check | man -l -."
                        + " Or writes all of them.");
        command = options.parameter(String.class, "COMMAND", "0..1", "A command; gradcheck itself if left out.");
        folder = options.value(
                Path.class, "--into", "DIR", "Write the pages of gradcheck and of all its commands into this folder.");
        spec = GradcheckCommand.completed(options);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        if (folder.isGiven()) {
            if (command.isGiven()) {
                throw new CommandException("--into writes the pages of all commands, and one of them is named ("
                        + command.get().orElseThrow() + "); expected one of the two.");
            }
            writeAll(folder.get().orElseThrow());
            return ExitCode.OK.code();
        }
        spec.commandLine()
                .getOut()
                .print(ManPage.of(command.get().map(this::find).orElse(spec.root())));
        return ExitCode.OK.code();
    }

    private void writeAll(Path into) {
        try {
            Files.createDirectories(into);
        } catch (IOException e) {
            throw new CommandException("--into: the folder " + into + " cannot be made (" + Failures.reason(e)
                    + "); expected a folder, or a place for one.");
        }
        write(into, spec.root());
        spec.root().subcommands().values().forEach(each -> write(into, each.getCommandSpec()));
    }

    private static void write(Path into, CommandSpec command) {
        new ResultTarget("--into", into.resolve(command.qualifiedName("-") + ".1")).write(ManPage.of(command));
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
