package org.gradcheck.cli.shell;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The completion script for zsh, from the model of the command line; to be read by {@code source} or found in {@code fpath}. */
public final class ZshCompletion {

    private static final String SCRIPT = """
            #compdef PROGRAM
            # Completion of PROGRAM for zsh. Save as _PROGRAM in a folder of fpath.

            _PROGRAM() {
              local curcontext=$curcontext state line
              typeset -A opt_args
              _arguments -C \\
                OPTIONS'1:command:->command' \\
                '*::argument:->argument'
              case $state in
                command)
                  local -a commands
                  commands=(
            DESCRIBED
                  )
                  _describe command commands
                  ;;
                argument)
                  case $words[1] in
            ARGUMENTS
                  esac
                  ;;
              esac
            }

            if [ "$funcstack[1]" = _PROGRAM ]; then
              _PROGRAM "$@"
            else
              compdef _PROGRAM PROGRAM
            fi
            """;

    private ZshCompletion() {}

    /** The text for a program with all its commands. */
    public static String of(CommandSpec root) {
        Map<String, CommandLine> commands = new TreeMap<>(root.subcommands());
        StringBuilder options = new StringBuilder();
        for (OptionSpec option : CommandText.options(root)) {
            options.append(option(option)).append(" \\\n    ");
        }
        StringBuilder described = new StringBuilder();
        StringBuilder arguments = new StringBuilder();
        commands.forEach((name, command) -> {
            CommandSpec spec = command.getCommandSpec();
            described
                    .append("        ")
                    .append(quoted(name + ":" + CommandText.description(spec)))
                    .append('\n');
            arguments(arguments, name, spec);
        });
        return SCRIPT.replace("PROGRAM", root.name())
                .replace("OPTIONS", options)
                .replace("DESCRIBED\n", described)
                .replace("ARGUMENTS\n", arguments);
    }

    private static void arguments(StringBuilder text, String name, CommandSpec command) {
        text.append("        ").append(name).append(")\n          _arguments");
        for (OptionSpec option : CommandText.options(command)) {
            text.append(" \\\n            ").append(option(option));
        }
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            String place = parameter.arity().max() > 1
                    ? "*"
                    : String.valueOf(parameter.index().min() + 1);
            text.append(" \\\n            ").append(quoted(place + value(parameter)));
        }
        text.append("\n          ;;\n");
    }

    private static String option(OptionSpec option) {
        boolean takesValue = option.arity().max() > 0;
        String rest = "[" + escaped(CommandText.description(option)) + "]" + (takesValue ? value(option) : "");
        String again = option.isMultiValue() ? "*" : "";
        String equals = takesValue ? "=" : "";
        return Arrays.stream(option.names())
                .map(name -> quoted(again + name + (name.startsWith("--") ? equals : "") + rest))
                .collect(Collectors.joining(" "));
    }

    private static String value(ArgSpec argument) {
        String choices = String.join(" ", CommandText.choices(argument));
        String action = !choices.isEmpty() ? "(" + choices + ")" : isFile(argument.paramLabel()) ? "_files" : " ";
        return ":" + escaped(argument.paramLabel()) + ":" + action;
    }

    private static boolean isFile(String label) {
        return label.equals("FILE") || label.equals("PATH") || label.equals("DIR");
    }

    /** Text between brackets, or before a colon. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:");
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
