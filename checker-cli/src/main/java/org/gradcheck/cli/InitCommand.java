package org.gradcheck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradcheck init [FILE]}. */
@Command(name = "init", description = "Writes a small spec that passes, to be changed into yours.")
final class InitCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = "gradient.json",
            description = "The file to write; never overwritten. Default: ${DEFAULT-VALUE}.")
    private String file = "";

    @Override
    public Integer call() {
        ResultTarget target = ResultTarget.of("FILE", file);
        PrintWriter out = spec.commandLine().getOut();
        if (!target.isStandardOutput()) {
            if (Files.exists(target.path())) {
                throw new CommandException(target.path() + " exists and is left as it is; choose another name.");
            }
            target.requireWritable();
        }
        target.write(starter(), out);
        if (!target.isStandardOutput()) {
            Path path = target.path();
            out.println("Wrote " + path + ". Change it, then: gradcheck check " + path);
        }
        return ExitCode.OK.code();
    }

    private static String starter() {
        try (InputStream in = Objects.requireNonNull(InitCommand.class.getResourceAsStream("starter.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
