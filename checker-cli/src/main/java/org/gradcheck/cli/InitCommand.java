package org.gradcheck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gradcheck.output.SpecSkeleton;
import org.gradcheck.spec.ShapeGuess;
import org.gradcheck.spec.SpecException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradcheck init [FILE]}. */
@Command(
        name = "init",
        description =
                "Writes a spec to start from: a small one that passes, or with --from one of your function with its"
                        + " shapes guessed.")
final class InitCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = "gradient.json",
            description = "The file to write, - for standard output. Default: ${DEFAULT-VALUE}.")
    private String file = "";

    @Option(
            names = "--from",
            paramLabel = "EXPR",
            description = "A function, such as \"0.5*x'*A*x\": the spec has its variables with shapes that fit, and"
                    + " derivatives left to be written.")
    private Optional<String> from = Optional.empty();

    @Option(
            names = "--wrt",
            paramLabel = "NAME",
            split = ",",
            description =
                    "With --from: what to differentiate with respect to; may be repeated. Default: every variable.")
    private List<String> wrt = List.of();

    @Option(names = "--force", description = "Overwrite the file if it is there.")
    private boolean force;

    @Override
    public Integer call() {
        if (from.isEmpty() && !wrt.isEmpty()) {
            throw new CommandException("--wrt goes with --from, which is not given; expected --from EXPR beside it.");
        }
        String text = from.map(this::skeleton).orElseGet(InitCommand::starter);
        ResultTarget target = ResultTarget.of("FILE", file);
        PrintWriter out = spec.commandLine().getOut();
        if (!target.isStandardOutput()) {
            if (!force && Files.exists(target.path())) {
                throw new CommandException(target.path()
                        + " exists and is left as it is; choose another name, or --force to" + " overwrite it.");
            }
            target.requireWritable();
        }
        target.write(text, out);
        if (!target.isStandardOutput()) {
            Path path = target.path();
            out.println("Wrote " + path + ". Change it, then: gradcheck check " + path);
        }
        return ExitCode.OK.code();
    }

    private String skeleton(String function) {
        ShapeGuess guess;
        try {
            guess = ShapeGuess.of(function, "--from");
        } catch (SpecException e) {
            throw new CommandException(e.message());
        }
        List<String> variables = List.copyOf(guess.variables().keySet());
        for (String name : wrt) {
            if (!variables.contains(name)) {
                throw new CommandException("--wrt " + name + ": there is no such variable in --from; expected one of "
                        + String.join(", ", variables) + ".");
            }
        }
        return SpecSkeleton.of(function, guess, wrt.isEmpty() ? variables : wrt);
    }

    private static String starter() {
        try (InputStream in = Objects.requireNonNull(InitCommand.class.getResourceAsStream("starter.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
