package org.gradcheck.cli.shell;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script for fish, from the model of the command line. */
public final class FishCompletion {

    private FishCompletion() {}

    /** The text for a program with all its commands. */
    public static String of(CommandSpec root) {
        String program = root.name();
        Map<String, CommandLine> commands = new TreeMap<>(root.subcommands());
        String names = String.join(" ", commands.keySet());
        StringBuilder text = new StringBuilder("# Completion of " + program + " for fish. Save as\n"
                + "# ~/.config/fish/completions/" + program + ".fish\n");
        String none = "not __fish_seen_subcommand_from " + names;
        commands.forEach((name, command) -> text.append("complete -c ")
                .append(program)
                .append(" -f -n ")
                .append(quoted(none))
                .append(" -a ")
                .append(name)
                .append(" -d ")
                .append(quoted(CommandText.description(command.getCommandSpec())))
                .append('\n'));
        options(text, program, none, root);
        commands.forEach((name, command) ->
                options(text, program, "__fish_seen_subcommand_from " + name, command.getCommandSpec()));
        return text.toString();
    }

    private static void options(StringBuilder text, String program, String condition, CommandSpec command) {
        for (OptionSpec option : CommandText.options(command)) {
            text.append("complete -c ").append(program).append(" -n ").append(quoted(condition));
            for (String name : option.names()) {
                text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
            }
            if (option.arity().max() > 0) {
                List<String> choices = CommandText.choices(option);
                text.append(
                        choices.isEmpty()
                                ? " -r"
                                : " -x -a " + quoted(choices.stream().collect(Collectors.joining(" "))));
            }
            text.append(" -d ").append(quoted(CommandText.description(option))).append('\n');
        }
    }

    /** A word in single quotes, in which fish reads only \' and \\. */
    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
