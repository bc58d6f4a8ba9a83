package org.gradcheck.expression.function;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A function of the language.
 *
 * @param name what an expression calls it; one output among several is named with its field, as in {@code svd.U}
 * @param aliases other spellings
 * @param signature its call or, separated by {@code |}, its calls; the accepted numbers of arguments are read from it
 * @param summary one line
 * @param example an expression without variables
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
        Smoothness smoothness,
        ShapeRule shapeRule,
        Kernel kernel,
        Known known) {

    /** The value of a function that depends on shapes alone, such as {@code rows(X)}. */
    @FunctionalInterface
    public interface Known {
        OptionalDouble valueFor(ArgumentShapes in);
    }

    public LanguageFunction {
        aliases = List.copyOf(aliases);
    }

    static LanguageFunction analytic(String signature, String summary, String example, ShapeRule rule, Kernel kernel) {
        return of(signature, summary, example, Smoothness.ANALYTIC, rule, kernel);
    }

    static LanguageFunction piecewise(String signature, String summary, String example, ShapeRule rule, Kernel kernel) {
        return of(signature, summary, example, Smoothness.PIECEWISE, rule, kernel);
    }

    static LanguageFunction notAnalytic(
            String signature, String summary, String example, ShapeRule rule, Kernel kernel) {
        return of(signature, summary, example, Smoothness.NOT_ANALYTIC, rule, kernel);
    }

    private static LanguageFunction of(
            String signature, String summary, String example, Smoothness smoothness, ShapeRule rule, Kernel kernel) {
        String first = signature.split(" \\| ", -1)[0];
        String name = first.substring(0, first.indexOf('(')) + first.substring(first.indexOf(')') + 1);
        return new LanguageFunction(
                name, List.of(), signature, summary, example, smoothness, rule, kernel, in -> OptionalDouble.empty());
    }

    LanguageFunction alias(String... others) {
        return new LanguageFunction(
                name, List.of(others), signature, summary, example, smoothness, shapeRule, kernel, known);
    }

    LanguageFunction knownFromShapes(ToDoubleFunction<ArgumentShapes> value) {
        return new LanguageFunction(
                name,
                aliases,
                signature,
                summary,
                example,
                smoothness,
                shapeRule,
                kernel,
                in -> OptionalDouble.of(value.applyAsDouble(in)));
    }

    public Description description() {
        return new Description(name, aliases, signature, summary, example, Optional.of(smoothness));
    }

    public boolean accepts(int argumentCount) {
        return calls().stream().anyMatch(call -> call.size() == argumentCount);
    }

    /** The names of the arguments in the call that takes so many. */
    public List<String> parameterNames(int argumentCount) {
        return calls().stream()
                .filter(call -> call.size() == argumentCount)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " takes no " + argumentCount + " arguments"));
    }

    private List<List<String>> calls() {
        return Arrays.stream(signature.split(" \\| ", -1))
                .map(call -> call.substring(call.indexOf('(') + 1, call.indexOf(')')))
                .map(names -> List.of(names.split(", *", -1)))
                .toList();
    }
}
