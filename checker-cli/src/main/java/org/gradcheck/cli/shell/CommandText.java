package org.gradcheck.cli.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the model of the command line says, as plain words. */
final class CommandText {

    private CommandText() {}

    /** What a command does. */
    static String description(CommandSpec command) {
        return plain(String.join(" ", command.usageMessage().description()));
    }

    /** What an option or a parameter is for, its default and choices named. */
    static String description(ArgSpec argument) {
        return plain(String.join(" ", argument.description())
                .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()))
                .replace("${COMPLETION-CANDIDATES}", String.join(", ", choices(argument))));
    }

    /** The values that may be chosen from; empty where any may be given. */
    static List<String> choices(ArgSpec argument) {
        List<String> choices = new ArrayList<>();
        Iterable<String> candidates = argument.completionCandidates();
        if (candidates != null) {
            StreamSupport.stream(candidates.spliterator(), false).forEach(choices::add);
        }
        return choices;
    }

    /** The options of a command that are shown, in the order of their names. */
    static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .toList();
    }

    private static String plain(String text) {
        Text shown = Ansi.OFF.text(text.replace("%n", " "));
        return shown.toString().strip();
    }
}
