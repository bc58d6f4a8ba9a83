package org.gradcheck.cli.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A man page in troff with the man macros, from the model of the command line. */
public final class ManPage {

    private ManPage() {}

    /** The page of a command, or of the program. */
    public static String of(CommandSpec command) {
        String name = command.qualifiedName("-");
        StringBuilder page = new StringBuilder(".TH " + quoted(name.toUpperCase(Locale.ROOT)) + " 1 \"\" "
                + quoted(String.join(" ", command.root().version())) + " \"gradcheck\"\n");
        page.append(".SH NAME\n")
                .append(text(name))
                .append(" \\- ")
                .append(text(CommandText.description(command)))
                .append('\n');
        page.append(".SH SYNOPSIS\n.B ").append(text(command.qualifiedName())).append('\n');
        page.append(text(synopsis(command))).append('\n');
        if (!command.positionalParameters().isEmpty()) {
            page.append(".SH ARGUMENTS\n");
            for (PositionalParamSpec parameter : command.positionalParameters()) {
                item(page, "\\fI" + text(parameter.paramLabel()) + "\\fR", CommandText.description(parameter));
            }
        }
        if (!command.subcommands().isEmpty()) {
            page.append(".SH COMMANDS\n");
            command.subcommands()
                    .forEach((sub, line) ->
                            item(page, "\\fB" + text(sub) + "\\fR", CommandText.description(line.getCommandSpec())));
        }
        page.append(".SH OPTIONS\n");
        for (OptionSpec option : CommandText.options(command)) {
            String names = Arrays.stream(option.names())
                    .map(n -> "\\fB" + text(n) + "\\fR")
                    .collect(Collectors.joining(", "));
            String value = option.arity().max() > 0 ? "=\\fI" + text(option.paramLabel()) + "\\fR" : "";
            item(page, names + value, CommandText.description(option));
        }
        examples(page, command);
        page.append(".SH EXIT STATUS\n");
        Map<String, String> codes = command.root().usageMessage().exitCodeList();
        codes.forEach((code, meaning) -> item(page, "\\fB" + code.strip() + "\\fR", meaning));
        List<String> also = command.equals(command.root())
                ? List.copyOf(command.subcommands().keySet())
                : List.of();
        if (!also.isEmpty()) {
            page.append(".SH SEE ALSO\n")
                    .append(also.stream()
                            .map(sub -> "\\fB" + text(name + "-" + sub) + "\\fR(1)")
                            .collect(Collectors.joining(", ")))
                    .append('\n');
        }
        return page.toString();
    }

    private static void examples(StringBuilder page, CommandSpec command) {
        String[] lines = command.usageMessage().footer();
        if (lines.length > 0) {
            page.append(".SH EXAMPLES\n.nf\n");
            for (String line : lines) {
                page.append(text(line.strip())).append('\n');
            }
            page.append(".fi\n");
        }
    }

    private static String synopsis(CommandSpec command) {
        String parameters = command.positionalParameters().stream()
                .map(parameter -> parameter.arity().min() == 0
                        ? "[" + parameter.paramLabel() + (parameter.arity().max() > 1 ? "...]" : "]")
                        : parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : ""))
                .collect(Collectors.joining(" "));
        return ("[OPTIONS] " + (command.subcommands().isEmpty() ? parameters : "COMMAND")).strip();
    }

    private static void item(StringBuilder page, String head, String body) {
        page.append(".TP\n").append(head).append('\n').append(text(body)).append('\n');
    }

    /** Text as troff prints it: a backslash, a minus, and a quote or a dot at the beginning of a line would be read otherwise. */
    private static String text(String plain) {
        String escaped = plain.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("\n", " ");
        return escaped.startsWith(".") ? "\\&" + escaped : escaped;
    }

    private static String quoted(String word) {
        return "\"" + word.replace("\"", "") + "\"";
    }
}
