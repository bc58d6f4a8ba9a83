package org.gradcheck.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The commands by name, in the order of the help. */
final class Commands {

    /** Those that tell of all the others. */
    private static final Set<String> NEED_ALL = Set.of("completion", "man");

    private final Map<String, Supplier<GradcheckCommand>> byName = new LinkedHashMap<>();

    Commands(CheckRunner runner) {
        byName.put("check", () -> new CheckCommand(runner));
        byName.put("merge", MergeCommand::new);
        byName.put("plot", () -> new PlotCommand(runner));
        byName.put("explain", () -> new ExplainCommand(runner));
        byName.put("init", InitCommand::new);
        byName.put("functions", FunctionsCommand::new);
        byName.put("index", IndexCommand::new);
        byName.put("schema", SchemaCommand::new);
        byName.put("completion", CompletionCommand::new);
        byName.put("man", ManCommand::new);
    }

    /**
     * Adds the command that the arguments begin with, else all: to read the options of every command takes longer than to check a small
     * spec.
     */
    void addTo(CommandLine program, String... args) {
        boolean isCalled = args.length > 0 && byName.containsKey(args[0]) && !NEED_ALL.contains(args[0]);
        byName.forEach((name, command) -> {
            if (!isCalled || name.equals(args[0])) {
                program.addSubcommand(name, command.get().spec());
            }
        });
    }
}
