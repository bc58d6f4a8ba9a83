package org.gradcheck.cli;

import java.util.Locale;
import org.gradcheck.cli.option.Options;
import org.gradcheck.cli.option.Value;
import org.gradcheck.cli.shell.FishCompletion;
import org.gradcheck.cli.shell.ZshCompletion;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code gradcheck completion SHELL}. */
final class CompletionCommand implements GradcheckCommand {

    private final CommandSpec spec;
    private final Value<Shell> shell;

    /** The shells that there is a script for. */
    enum Shell {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    CompletionCommand() {
        Options options = Options.of(
                "completion",
                this,
                "Prints the script that completes commands and options in a shell: for bash and zsh"
                        + " source <(gradcheck completion bash), for fish gradcheck completion fish | source.");
        shell = options.parameter(Shell.class, "SHELL", "1", "${COMPLETION-CANDIDATES}.");
        spec = GradcheckCommand.completed(options);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        spec.commandLine()
                .getOut()
                .print(
                        switch (shell.get().orElseThrow()) {
                            case BASH -> AutoComplete.bash(spec.root().name(), root);
                            case ZSH -> ZshCompletion.of(spec.root());
                            case FISH -> FishCompletion.of(spec.root());
                        });
        return ExitCode.OK.code();
    }
}
