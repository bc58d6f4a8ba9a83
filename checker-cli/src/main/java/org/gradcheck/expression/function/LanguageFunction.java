package org.gradcheck.expression.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A function of the language.
 *
 * @param name what an expression calls it; one output among several is named with its field, as in {@code svd.U}
 * @param aliases other spellings
 * @param signature its call or, separated by {@code |}, its calls; the accepted numbers of arguments are read from it
 * @param summary one line
 * @param example an expression without variables
 * @param shapes the shapes of arguments and result, such as {@code m×n, n×p → m×p}; alternatives are separated by {@code ;}. A scalar that
 *     may vary is "scalar", a number that must be known before evaluation is a name or an example
 * @param derivative its derivative
 * @param smoothness whether complex evaluation gives its derivative
 * @param shapeRule what it accepts
 * @param kernel what it computes
 * @param known its value where the shapes of the arguments alone give it
 */
public record LanguageFunction(
        String name,
        List<String> aliases,
        String signature,
        String summary,
        String example,
        String shapes,
        Derivative derivative,
        Smoothness smoothness,
        ShapeRule shapeRule,
        Kernel kernel,
        Known known) {

    /** The value of a function that depends on shapes alone, such as {@code rows(X)}. */
    @FunctionalInterface
    public interface Known {
        OptionalDouble valueFor(ArgumentShapes in);
    }

    /** One way to call a function, and its derivative along the tangents of the arguments as an expression. */
    public record Rule(String call, String expression) {}

    public LanguageFunction {
        aliases = List.copyOf(aliases);
    }

    static LanguageFunction analytic(
            String signature,
            String summary,
            String example,
            String shapes,
            Derivative derivative,
            ShapeRule rule,
            Kernel kernel) {
        return of(signature, summary, example, shapes, derivative, Smoothness.ANALYTIC, rule, kernel);
    }

    static LanguageFunction piecewise(
            String signature,
            String summary,
            String example,
            String shapes,
            Derivative derivative,
            ShapeRule rule,
            Kernel kernel) {
        return of(signature, summary, example, shapes, derivative, Smoothness.PIECEWISE, rule, kernel);
    }

    static LanguageFunction notAnalytic(
            String signature,
            String summary,
            String example,
            String shapes,
            Derivative derivative,
            ShapeRule rule,
            Kernel kernel) {
        return of(signature, summary, example, shapes, derivative, Smoothness.NOT_ANALYTIC, rule, kernel);
    }

    private static LanguageFunction of(
            String signature,
            String summary,
            String example,
            String shapes,
            Derivative derivative,
            Smoothness smoothness,
            ShapeRule rule,
            Kernel kernel) {
        int end = signature.indexOf(" | ");
        String first = end < 0 ? signature : signature.substring(0, end);
        String name = first.substring(0, first.indexOf('(')) + first.substring(first.indexOf(')') + 1);
        return new LanguageFunction(
                name,
                List.of(),
                signature,
                summary,
                example,
                shapes,
                derivative,
                smoothness,
                rule,
                kernel,
                in -> OptionalDouble.empty());
    }

    LanguageFunction alias(String... others) {
        return new LanguageFunction(
                name,
                List.of(others),
                signature,
                summary,
                example,
                shapes,
                derivative,
                smoothness,
                shapeRule,
                kernel,
                known);
    }

    LanguageFunction knownFromShapes(ToDoubleFunction<ArgumentShapes> value) {
        return new LanguageFunction(
                name,
                aliases,
                signature,
                summary,
                example,
                shapes,
                derivative,
                smoothness,
                shapeRule,
                kernel,
                in -> OptionalDouble.of(value.applyAsDouble(in)));
    }

    public Description description() {
        return new Description(
                name, aliases, signature, summary, example, Optional.of(smoothness), shapes, derivativeText());
    }

    /** The derivative of each call; empty for a function that has none but 0. */
    public List<Rule> rules() {
        if (derivative instanceof Derivative.Formula formula) {
            return calls().stream().map(call -> new Rule(call, formula.rule())).toList();
        }
        return derivative instanceof Derivative.Linear
                ? calls().stream().map(call -> new Rule(call, ofTangents(call))).toList()
                : List.of();
    }

    /** The call with its tangents in the place of what varies. */
    private String ofTangents(String call) {
        List<String> names = namesIn(call);
        List<String> varying = varying(names.size());
        return names.stream()
                .map(argument -> varying.contains(argument) ? "d" + argument : argument)
                .collect(Collectors.joining(
                        ", ", call.substring(0, call.indexOf('(') + 1), call.substring(call.indexOf(')'))));
    }

    /** The arguments that vary in the call that takes so many; the others must be known before evaluation. */
    public List<String> varying(int argumentCount) {
        List<String> names = parameterNames(argumentCount);
        List<String> shapesOfThem = Arrays.stream(shapes.split("; ", -1))
                .map(alternative -> List.of(
                        alternative.substring(0, alternative.indexOf(" →")).split(", ", -1)))
                .filter(found -> found.size() == argumentCount)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " has no shapes for " + argumentCount));
        List<String> varying = new ArrayList<>();
        for (int i = 0; i < argumentCount; i++) {
            if (shapesOfThem.get(i).contains("×") || shapesOfThem.get(i).equals("scalar")) {
                varying.add(names.get(i));
            }
        }
        return List.copyOf(varying);
    }

    private String derivativeText() {
        if (derivative instanceof Derivative.Constant constant) {
            return constant.why();
        }
        String rules = rules().stream()
                .map(rule -> "d " + rule.call() + " = " + rule.expression())
                .collect(Collectors.joining("\n"));
        if (derivative instanceof Derivative.Formula formula) {
            return formula.where().isEmpty() ? rules : rules + "\nwhere " + formula.where();
        }
        return "linear: " + rules;
    }

    /** Whether some number of arguments is accepted by both. */
    boolean overlaps(LanguageFunction other) {
        return calls().stream().anyMatch(call -> other.accepts(namesIn(call).size()));
    }

    public boolean accepts(int argumentCount) {
        return calls().stream().anyMatch(call -> namesIn(call).size() == argumentCount);
    }

    /** The names of the arguments in the call that takes so many. */
    public List<String> parameterNames(int argumentCount) {
        return calls().stream()
                .map(LanguageFunction::namesIn)
                .filter(names -> names.size() == argumentCount)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " takes no " + argumentCount + " arguments"));
    }

    private List<String> calls() {
        return List.of(signature.split(" \\| ", -1));
    }

    private static List<String> namesIn(String call) {
        return List.of(call.substring(call.indexOf('(') + 1, call.indexOf(')')).split(", *", -1));
    }
}
