package org.gradcheck.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gradcheck.expression.function.FunctionLibrary;
import org.gradcheck.expression.function.LanguageFunction;
import org.gradcheck.output.FunctionText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradcheck functions [NAME…]}. */
@Command(
        name = "functions",
        description = "Lists the functions that expressions can call, or tells about some of them.")
final class FunctionsCommand implements Callable<Integer> {

    private final FunctionLibrary library = FunctionLibrary.standard();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "A function; all of them when none is named.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (names.isEmpty()) {
            out.print(FunctionText.list(library.functions()));
            return ExitCode.OK.code();
        }
        // All names are looked up first: half an answer before an error would be read as the whole.
        List<LanguageFunction> found =
                names.stream().flatMap(name -> lookUp(name).stream()).toList();
        out.print(FunctionText.entries(found));
        return ExitCode.OK.code();
    }

    /** The function of this name, or all outputs of it: svd stands for svd.U, svd.S and svd.V. */
    private List<LanguageFunction> lookUp(String name) {
        Optional<LanguageFunction> exact = library.find(name);
        List<LanguageFunction> outputs = library.fields(name).stream()
                .flatMap(field -> library.find(name + "." + field).stream())
                .toList();
        if (exact.isEmpty() && outputs.isEmpty()) {
            String hint = library.nearest(name)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("'gradcheck functions' lists all of them.");
            throw new CommandException("there is no function '" + name + "'; " + hint);
        }
        return exact.map(List::of).orElse(outputs);
    }
}
