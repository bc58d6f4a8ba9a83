package org.gradcheck.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradcheck man [COMMAND]}. */
@Command(
        name = "man",
        description = "Prints the man page of gradcheck, or of one of its commands: gradcheck man check | man -l -.")
final class ManCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "A command; gradcheck itself if left out.")
    private Optional<String> command = Optional.empty();

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(ManPage.of(command.map(this::find).orElse(spec.root())));
        return ExitCode.OK.code();
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
