package org.gradcheck.cli;

import java.io.PrintWriter;
import java.util.List;
import org.gradcheck.cli.option.Flag;
import org.gradcheck.cli.option.Options;
import org.gradcheck.cli.option.Values;
import org.gradcheck.expression.LanguageReference;
import org.gradcheck.expression.function.Description;
import org.gradcheck.expression.function.Synonyms;
import org.gradcheck.output.FunctionJson;
import org.gradcheck.output.FunctionText;
import picocli.CommandLine.Model.CommandSpec;

/** {@code gradcheck functions [NAME…]}. */
final class FunctionsCommand implements GradcheckCommand {

    private final LanguageReference reference = LanguageReference.standard();

    private final CommandSpec spec;
    private final Values<String> names;
    private final Flag json;

    FunctionsCommand() {
        Options options = Options.of(
                "functions", this, "Lists the functions that expressions can call, or tells about some of them.");
        names = options.parameters(String.class, "NAME", "0..*", "A function; all of them when none is named.");
        json = options.flag("--json", "Tells it as JSON.");
        options.examples("  gradcheck functions", "  gradcheck functions softmax svd");
        spec = GradcheckCommand.completed(options);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (names.get().isEmpty()) {
            List<Description> all = reference.descriptions();
            out.print(json.isGiven() ? FunctionJson.of(all) : FunctionText.list(all));
            return ExitCode.OK.code();
        }
        // All names are looked up first: half an answer before an error would be read as the whole.
        List<Description> found =
                names.get().stream().flatMap(name -> lookUp(name).stream()).toList();
        out.print(json.isGiven() ? FunctionJson.of(found) : FunctionText.entries(found));
        return ExitCode.OK.code();
    }

    private List<Description> lookUp(String name) {
        List<Description> found = reference.find(name);
        if (found.isEmpty()) {
            String hint = Synonyms.ofFunction(name)
                    .or(() -> reference.nearest(name).map(near -> "did you mean " + near + "?"))
                    .orElse("'gradcheck functions' lists all of them.");
            throw new CommandException("there is no function '" + name + "'; " + hint);
        }
        return found;
    }
}
