package org.gradcheck.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradcheck completion SHELL}. */
@Command(
        name = "completion",
        description = "Prints the script that completes commands and options in a shell: for bash and zsh"
                + " source <(gradcheck completion bash), for fish gradcheck completion fish | source.")
final class CompletionCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.BASH;

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

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        spec.commandLine()
                .getOut()
                .print(
                        switch (shell) {
                            case BASH -> AutoComplete.bash(spec.root().name(), root);
                            case ZSH -> ZshCompletion.of(spec.root());
                            case FISH -> FishCompletion.of(spec.root());
                        });
        return ExitCode.OK.code();
    }
}
