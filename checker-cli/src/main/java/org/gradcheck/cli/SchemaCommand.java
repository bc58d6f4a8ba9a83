package org.gradcheck.cli;

import java.util.concurrent.Callable;
import org.gradcheck.output.ResultsSchema;
import org.gradcheck.spec.SpecSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gradcheck schema}. */
@Command(name = "schema", description = "Prints the JSON Schema of specs, for editors that complete and validate.")
final class SchemaCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--results", description = "Print the schema of the results that check --json writes instead.")
    private boolean results;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(results ? ResultsSchema.text() : SpecSchema.text());
        return ExitCode.OK.code();
    }
}
