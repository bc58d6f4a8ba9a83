package org.gradcheck.cli;

import java.util.concurrent.Callable;
import org.gradcheck.output.Schema;
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
        Schema schema = results ? Schema.RESULTS : Schema.SPEC;
        spec.commandLine().getOut().print(schema.text());
        return ExitCode.OK.code();
    }
}
