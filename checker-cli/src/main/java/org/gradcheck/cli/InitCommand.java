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
import java.util.stream.Stream;
import org.gradcheck.cli.option.Flag;
import org.gradcheck.cli.option.Options;
import org.gradcheck.cli.option.Value;
import org.gradcheck.cli.option.Values;
import org.gradcheck.output.SpecSkeleton;
import org.gradcheck.spec.ShapeGuess;
import org.gradcheck.spec.SpecException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code gradcheck init [FILE]}. */
final class InitCommand implements GradcheckCommand {

    private static final String DEFAULT_FILE = "gradient.json";

    private final CommandSpec spec;
    private final Value<String> file;
    private final Value<String> from;
    private final Values<String> wrt;
    private final Flag force;

    InitCommand() {
        Options options = Options.of(
                "init",
                this,
                "Writes a spec to start from: a small one that passes, or with --from one of your function with its"
                        + " shapes guessed.");
        file = options.parameter(
                String.class,
                "FILE",
                "0..1",
                "The file to write, - for standard output. Default: " + DEFAULT_FILE + ".");
        from = options.text(
                "--from",
                "EXPR",
                "A function, such as \"0.5*x'*A*x\": the spec has its variables with shapes that fit, and"
                        + " derivatives left to be written.");
        wrt = options.values(
                String.class,
                "--wrt",
                "NAME",
                "With --from: what to differentiate with respect to; may be repeated. Default: every variable.");
        force = options.flag("--force", "Overwrite the file if it is there.");
        options.examples("  gradcheck init", "  gradcheck init --from \"0.5*x'*A*x + b'*x\" --wrt x,b mine.json");
        spec = GradcheckCommand.completed(options);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        if (!from.isGiven() && !wrt.get().isEmpty()) {
            throw new CommandException("--wrt goes with --from, which is not given; expected --from EXPR beside it.");
        }
        String text = from.get().map(this::skeleton).orElseGet(InitCommand::starter);
        ResultTarget target = ResultTarget.of("FILE", file.get().orElse(DEFAULT_FILE));
        PrintWriter out = spec.commandLine().getOut();
        if (!target.isStandardOutput()) {
            if (!force.isGiven() && Files.exists(target.path())) {
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
        List<String> wanted = wrt.get().stream()
                .flatMap(names -> Stream.of(names.split(",", -1)))
                .toList();
        for (String name : wanted) {
            if (!variables.contains(name)) {
                throw new CommandException("--wrt " + name + ": there is no such variable in --from; expected one of "
                        + String.join(", ", variables) + ".");
            }
        }
        return SpecSkeleton.of(function, guess, wanted.isEmpty() ? variables : wanted);
    }

    private static String starter() {
        try (InputStream in = Objects.requireNonNull(InitCommand.class.getResourceAsStream("starter.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
