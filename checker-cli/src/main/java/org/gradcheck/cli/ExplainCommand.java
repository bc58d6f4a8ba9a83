package org.gradcheck.cli;

import org.gradcheck.cli.option.Options;
import org.gradcheck.output.SpecText;
import org.gradcheck.spec.SpecException;
import org.gradcheck.spec.SpecSource;
import org.gradcheck.spec.TimedCompiler;
import picocli.CommandLine.Model.CommandSpec;

/** {@code gradcheck explain FILE}. */
final class ExplainCommand implements GradcheckCommand {

    private final CheckRunner runner;

    private final CommandSpec spec;
    private final OneSpec given;
    private final LimitOptions limits;

    ExplainCommand(CheckRunner runner) {
        this.runner = runner;
        Options options = Options.of("explain", this, "Tells what would be checked in a spec, without checking it.");
        given = new OneSpec(options);
        limits = new LimitOptions(options);
        spec = GradcheckCommand.completed(options);
    }

    @Override
    public CommandSpec spec() {
        return spec;
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
