package org.gradcheck.cli;

import org.gradcheck.cli.option.Flag;
import org.gradcheck.cli.option.Options;
import org.gradcheck.output.ResultsSchema;
import org.gradcheck.spec.SpecSchema;
import picocli.CommandLine.Model.CommandSpec;

/** {@code gradcheck schema}. */
final class SchemaCommand implements GradcheckCommand {

    private final CommandSpec spec;
    private final Flag results;

    SchemaCommand() {
        Options options =
                Options.of("schema", this, "Prints the JSON Schema of specs, for editors that complete and validate.");
        results = options.flag("--results", "Print the schema of the results that check --json writes instead.");
        spec = GradcheckCommand.completed(options);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(results.isGiven() ? ResultsSchema.text() : SpecSchema.text());
        return ExitCode.OK.code();
    }
}
