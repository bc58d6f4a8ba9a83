package org.gradcheck.cli;

import java.util.concurrent.Callable;
import org.gradcheck.output.SpecText;
import org.gradcheck.spec.SpecException;
import org.gradcheck.spec.SpecSource;
import org.gradcheck.spec.TimedCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gradcheck explain FILE}. */
@Command(
        name = "explain",
        description = "Tells what would be checked in a spec, without checking it.",
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

    private final CheckRunner runner;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private OneSpec given = new OneSpec();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    ExplainCommand(CheckRunner runner) {
        this.runner = runner;
    }

    @Override
    public Integer call() {
        SpecSource source = given.source(runner);
        try {
            spec.commandLine().getOut().print(SpecText.of(TimedCompiler.compile(source, limits.limits())));
        } catch (SpecException e) {
            throw new CommandException(source.message(e));
        }
        return ExitCode.OK.code();
    }
}
