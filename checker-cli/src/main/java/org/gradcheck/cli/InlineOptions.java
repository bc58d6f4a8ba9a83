package org.gradcheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradcheck.output.Replay;
import org.gradcheck.spec.SpecInOptions;
import org.gradcheck.spec.SpecSource;
import picocli.CommandLine.Option;

/** The options that hold a spec, for a check without a file. */
final class InlineOptions {

    private static final String NAMED = "NAME=EXPR";

    @Option(
            names = "--function",
            paramLabel = "EXPR",
            description = "Without a file: the function. The options down to --expect are the rest of the spec.")
    private List<String> function = List.of();

    @Option(
            names = "--var",
            paramLabel = "VAR",
            description = "A variable with its shape, as x:5, A:5x3 or S:4x4:spd, or its value, as lambda=0.1 or"
                    + " x=[1,2,3]; may be repeated, as may those below.")
    private List<String> variables = List.of();

    @Option(names = "--let", paramLabel = NAMED, description = "An intermediate value.")
    private List<String> lets = List.of();

    @Option(names = "--gradient", paramLabel = NAMED, description = "The gradient with respect to a variable.")
    private List<String> gradient = List.of();

    @Option(names = "--jacobian", paramLabel = NAMED, description = "The Jacobian with respect to a variable.")
    private List<String> jacobian = List.of();

    @Option(names = "--jvp", paramLabel = "EXPR", description = "The pushforward, in dx, dA and so on.")
    private List<String> jvp = List.of();

    @Option(names = "--vjp", paramLabel = NAMED, description = "The pullback of fbar to a variable.")
    private List<String> vjp = List.of();

    @Option(names = "--hessian", paramLabel = NAMED, description = "The Hessian with respect to a variable.")
    private List<String> hessian = List.of();

    @Option(names = "--hvp", paramLabel = NAMED, description = "The Hessian-vector product of a variable, in dx.")
    private List<String> hvp = List.of();

    @Option(names = "--bilinear", paramLabel = "EXPR", description = "The second derivative, in dx_1 and dx_2.")
    private List<String> bilinear = List.of();

    @Option(names = "--wrt", paramLabel = "NAME", description = "A variable that --jvp or --bilinear perturbs.")
    private List<String> wrt = List.of();

    @Option(
            names = "--expect",
            paramLabel = "VERDICT",
            description = "confirmed, if left out, refuted or inconclusive.")
    private List<String> expect = List.of();

    /** The spec, if there are any of these options. */
    Optional<SpecSource> spec() {
        List<SpecInOptions.Option> options = options();
        if (options.isEmpty()) {
            return Optional.empty();
        }
        if (function.isEmpty()) {
            throw new CommandException("--" + options.get(0).name() + " is part of a spec in options, and --function is"
                    + " not given; expected --function EXPR.");
        }
        if (List.of(gradient, jacobian, jvp, vjp, hessian, hvp, bilinear).stream()
                .allMatch(List::isEmpty)) {
            throw new CommandException("--function is given without a derivative to check; expected at least one of"
                    + " --gradient, --jacobian, --jvp, --vjp, --hessian, --hvp and --bilinear.");
        }
        return Optional.of(new SpecInOptions(options));
    }

    /** The options as a shell takes them. */
    String words() {
        return options().stream()
                .map(option -> "--" + option.name() + " " + Replay.quoted(option.value()))
                .collect(Collectors.joining(" "));
    }

    private List<SpecInOptions.Option> options() {
        List<SpecInOptions.Option> options = new ArrayList<>();
        add(options, "function", function);
        add(options, "var", variables);
        add(options, "let", lets);
        add(options, "gradient", gradient);
        add(options, "jacobian", jacobian);
        add(options, "jvp", jvp);
        add(options, "vjp", vjp);
        add(options, "hessian", hessian);
        add(options, "hvp", hvp);
        add(options, "bilinear", bilinear);
        add(options, "wrt", wrt);
        add(options, "expect", expect);
        return options;
    }

    private static void add(List<SpecInOptions.Option> options, String name, List<String> values) {
        values.forEach(value -> options.add(new SpecInOptions.Option(name, value)));
    }
}
