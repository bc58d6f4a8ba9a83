package org.gradcheck.cli.option;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Declares the options and parameters of a command, in the order of its help.
 *
 * <p>In code, and not by annotations: picocli reads these by reflection, for which Java makes a class for each kind of annotation it meets. That took a
 * third of the time of a short run.
 */
public final class Options {

    private static final String REPEATED = "0..*";

    private final CommandSpec command;

    private Options(CommandSpec command) {
        this.command = command;
    }

    /** The options of a command, none yet. */
    public static Options of(String name, Callable<Integer> command, String description) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
        spec.usageMessage().description(description).sortOptions(false);
        return new Options(spec);
    }

    /** The command, for its output and its name. */
    public CommandSpec command() {
        return command;
    }

    /** Adds the options that every command has, and gives the command. */
    public CommandSpec complete(IVersionProvider version) {
        command.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build());
        command.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
        return command.versionProvider(version);
    }

    /** Adds examples to the help, each a line as a shell takes it. */
    public void examples(String... lines) {
        command.usageMessage().footerHeading("%nExamples:%n").footer(lines);
    }

    /** An option that is given or not. */
    public Flag flag(String name, String description) {
        OptionSpec option = newFlag(description, name);
        command.addOption(option);
        return new Flag(option);
    }

    /**
     * Two flags of which at most one is given.
     *
     * @param first the names of the first
     * @param second the names of the second
     */
    public List<Flag> eitherFlag(
            List<String> first, String firstDescription, List<String> second, String secondDescription) {
        OptionSpec one = newFlag(firstDescription, first.toArray(String[]::new));
        OptionSpec other = newFlag(secondDescription, second.toArray(String[]::new));
        command.addArgGroup(
                ArgGroupSpec.builder().exclusive(true).addArg(one).addArg(other).build());
        return List.of(new Flag(one), new Flag(other));
    }

    /** An option with a value that is text. */
    public Value<String> text(String name, String label, String description) {
        return value(String.class, name, label, description);
    }

    /** An option with a value that is a whole number. */
    public Value<Integer> whole(String name, String label, String description) {
        return value(Integer.class, name, label, description);
    }

    /** An option with a value of a type that picocli reads: a number, a path, an enum. */
    public <T> Value<T> value(Class<T> type, String name, String label, String description) {
        return add(newOption(label, description, name).type(type).build(), type);
    }

    /** The same with a short name. */
    public <T> Value<T> value(Class<T> type, String shortName, String name, String label, String description) {
        return add(newOption(label, description, shortName, name).type(type).build(), type);
    }

    /** The same, read by a converter. */
    public <T> Value<T> value(
            Class<T> type, ITypeConverter<T> converter, String name, String label, String description) {
        return add(
                newOption(label, description, name)
                        .type(type)
                        .converters(converter)
                        .build(),
                type);
    }

    /** An option that may be repeated. */
    public <T> Values<T> values(Class<T> type, String name, String label, String description) {
        OptionSpec option = newOption(label, description, name)
                .type(List.class)
                .auxiliaryTypes(type)
                .build();
        command.addOption(option);
        return new Values<>(option, type);
    }

    /** A parameter, which may be left out if the arity says so. */
    public <T> Value<T> parameter(Class<T> type, String label, String arity, String description) {
        PositionalParamSpec parameter =
                newParameter(label, arity, description).type(type).build();
        command.addPositional(parameter);
        return new Value<>(parameter, type);
    }

    /** A parameter that takes all that is left, at least as many as the arity says. */
    public <T> Values<T> parameters(Class<T> type, String label, String arity, String description) {
        PositionalParamSpec parameter = newParameter(label, arity, description)
                .index(REPEATED)
                .type(List.class)
                .auxiliaryTypes(type)
                .build();
        command.addPositional(parameter);
        return new Values<>(parameter, type);
    }

    private <T> Value<T> add(OptionSpec option, Class<T> type) {
        command.addOption(option);
        return new Value<>(option, type);
    }

    private static OptionSpec newFlag(String description, String... names) {
        return OptionSpec.builder(names)
                .type(boolean.class)
                .description(description)
                .build();
    }

    private static OptionSpec.Builder newOption(String label, String description, String... names) {
        return OptionSpec.builder(names)
                .paramLabel(label)
                .description(description)
                .arity("1");
    }

    private static PositionalParamSpec.Builder newParameter(String label, String arity, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .arity(arity)
                .required(!arity.startsWith("0"))
                .description(description);
    }
}
