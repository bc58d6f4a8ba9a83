package org.gradcheck.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradcheck.expression.LanguageReference;
import org.gradcheck.expression.function.Description;
import org.gradcheck.expression.function.Synonyms;
import org.gradcheck.output.FunctionJson;
import org.gradcheck.output.FunctionText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradcheck functions [NAME…]}. */
@Command(
        name = "functions",
        description = "Lists the functions that expressions can call, or tells about some of them.")
final class FunctionsCommand implements Callable<Integer> {

    private final LanguageReference reference = LanguageReference.standard();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "A function; all of them when none is named.")
    private List<String> names = List.of();

    @Option(names = "--json", description = "Tells it as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (names.isEmpty()) {
            List<Description> all = reference.descriptions();
            out.print(json ? FunctionJson.of(all) : FunctionText.list(all));
            return ExitCode.OK.code();
        }
        // All names are looked up first: half an answer before an error would be read as the whole.
        List<Description> found =
                names.stream().flatMap(name -> lookUp(name).stream()).toList();
        out.print(json ? FunctionJson.of(found) : FunctionText.entries(found));
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
