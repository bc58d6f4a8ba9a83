package org.gradcheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradcheck.cli.option.Options;
import org.gradcheck.cli.option.Values;
import org.gradcheck.output.Replay;
import org.gradcheck.spec.SpecInOptions;
import org.gradcheck.spec.SpecSource;

/** The options that hold a spec, for a check without a file. */
final class InlineOptions {

    private static final String NAMED = "NAME=EXPR";

    private final Values<String> function;
    private final Values<String> variables;
    private final Values<String> lets;
    private final Values<String> gradient;
    private final Values<String> jacobian;
    private final Values<String> jvp;
    private final Values<String> vjp;
    private final Values<String> hessian;
    private final Values<String> hvp;
    private final Values<String> bilinear;
    private final Values<String> wrt;
    private final Values<String> expect;

    InlineOptions(Options options) {
        function = options.values(
                String.class,
                "--function",
                "EXPR",
                "Without a file: the function. The options down to --expect are the rest of the spec.");
        variables = options.values(
                String.class,
                "--var",
                "VAR",
                "A variable with its shape, as x:5, A:5x3 or S:4x4:spd, or its value, as lambda=0.1 or"
                        + " x=[1,2,3]; may be repeated, as may those below.");
        lets = options.values(String.class, "--let", NAMED, "An intermediate value.");
        gradient = options.values(String.class, "--gradient", NAMED, "The gradient with respect to a variable.");
        jacobian = options.values(String.class, "--jacobian", NAMED, "The Jacobian with respect to a variable.");
        jvp = options.values(String.class, "--jvp", "EXPR", "The pushforward, in dx, dA and so on.");
        vjp = options.values(String.class, "--vjp", NAMED, "The pullback of fbar to a variable.");
        hessian = options.values(String.class, "--hessian", NAMED, "The Hessian with respect to a variable.");
        hvp = options.values(String.class, "--hvp", NAMED, "The Hessian-vector product of a variable, in dx.");
        bilinear = options.values(String.class, "--bilinear", "EXPR", "The second derivative, in dx_1 and dx_2.");
        wrt = options.values(String.class, "--wrt", "NAME", "A variable that --jvp or --bilinear perturbs.");
        expect =
                options.values(String.class, "--expect", "VERDICT", "confirmed, if left out, refuted or inconclusive.");
    }

    /** The spec, if there are any of these options. */
    Optional<SpecSource> spec() {
        List<SpecInOptions.Option> options = options();
        if (options.isEmpty()) {
            return Optional.empty();
        }
        if (function.get().isEmpty()) {
            throw new CommandException("--" + options.get(0).name() + " is part of a spec in options, and --function is"
                    + " not given; expected --function EXPR.");
        }
        if (List.of(gradient, jacobian, jvp, vjp, hessian, hvp, bilinear).stream()
                .allMatch(values -> values.get().isEmpty())) {
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

    private static void add(List<SpecInOptions.Option> options, String name, Values<String> values) {
        values.get().forEach(value -> options.add(new SpecInOptions.Option(name, value)));
    }
}
