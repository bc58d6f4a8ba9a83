package org.gradcheck.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gradcheck.output.SpecText;
import org.gradcheck.spec.SpecCompiler;
import org.gradcheck.spec.SpecException;
import org.gradcheck.spec.SpecReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradcheck explain FILE}. */
@Command(name = "explain", description = "Tells what would be checked in a spec, without checking it.")
final class ExplainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A spec.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        try {
            spec.commandLine().getOut().print(SpecText.of(SpecCompiler.compile(SpecReader.read(file))));
        } catch (SpecException e) {
            throw new CommandException(e.message());
        }
        return ExitCode.OK.code();
    }
}
