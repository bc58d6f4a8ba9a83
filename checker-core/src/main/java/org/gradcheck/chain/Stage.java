package org.gradcheck.chain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/**
 * A stage of a {@link DerivativeGraph}: a function of named inputs and earlier stages, and what there is of its derivative.
 * Immutable.
 *
 * @param <Y> the type of its values
 */
public final class Stage<Y> {

    private final String name;
    private final List<String> takes;
    private final Function<Y, Space<Y>> codomain;
    private final Function<Values, Y> function;
    private final Forms<Y> forms;
    private final Map<String, Space<?>> expected;
    private final Map<String, Object> linearisedAt;

    /** What is given of the derivative. */
    record Forms<Y>(
            Optional<BiFunction<Values, Values, Y>> jvp,
            Optional<BiFunction<Values, Y, Map<String, ?>>> vjp,
            Optional<ComplexFunction> complex) {

        boolean isEmpty() {
            return jvp.isEmpty() && vjp.isEmpty();
        }
    }

    private Stage(
            String name,
            List<String> takes,
            Function<Y, Space<Y>> codomain,
            Function<Values, Y> function,
            Forms<Y> forms,
            Map<String, Space<?>> expected,
            Map<String, Object> linearisedAt) {
        this.name = name;
        this.takes = List.copyOf(takes);
        this.codomain = codomain;
        this.function = function;
        this.forms = forms;
        this.expected = Collections.unmodifiableMap(new LinkedHashMap<>(expected));
        this.linearisedAt = Collections.unmodifiableMap(new LinkedHashMap<>(linearisedAt));
    }

    private static <Y> Stage<Y> first(
            String name, List<String> takes, Function<Y, Space<Y>> codomain, Function<Values, Y> function) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a stage needs a name");
        }
        if (takes.isEmpty() || takes.stream().distinct().count() != takes.size()) {
            throw new IllegalArgumentException("the stage \"" + name + "\" takes "
                    + (takes.isEmpty() ? "nothing" : "something twice: " + takes)
                    + "; expected the names of inputs and earlier stages, each once");
        }
        return new Stage<>(
                name,
                takes,
                codomain,
                function,
                new Forms<>(Optional.empty(), Optional.empty(), Optional.empty()),
                Map.of(),
                Map.of());
    }

    /**
     * A stage with values in a space.
     *
     * @param takes the names of what it takes, inputs or earlier stages, each once
     * @throws IllegalArgumentException if it takes nothing, or something twice
     */
    public static <Y> Stage<Y> of(String name, Space<Y> space, List<String> takes, Function<Values, Y> function) {
        return first(name, takes, y -> space, function);
    }

    /** A stage whose values are vectors of whatever length the function returns. */
    public static Stage<double[]> vector(String name, List<String> takes, Function<Values, double[]> function) {
        return first(name, takes, y -> Spaces.vector(y.length), function);
    }

    /** A stage whose values are numbers, such as a loss. */
    public static Stage<Double> scalar(String name, List<String> takes, ToDoubleFunction<Values> function) {
        return first(name, takes, y -> Spaces.scalar(), function::applyAsDouble);
    }

    /** The pushforward: (values, their tangents) ↦ tangent. Constants of the graph have no tangents. */
    public Stage<Y> jvp(BiFunction<Values, Values, Y> jvp) {
        return with(new Forms<>(Optional.of(jvp), forms.vjp, forms.complex));
    }

    /** The pullback: (values, cotangent) ↦ a cotangent for each of what the stage takes, by name. Those of constants are ignored. */
    public Stage<Y> vjp(BiFunction<Values, Y, Map<String, ?>> vjp) {
        return with(new Forms<>(forms.jvp, Optional.of(vjp), forms.complex));
    }

    /**
     * The analytic continuation of the function, on the coordinates of what it takes one after the other, constants left out.
     * It sharpens the reference, as {@link org.gradcheck.check.DerivativeCheck#complexStep}.
     */
    public Stage<Y> complexStep(ComplexFunction continuation) {
        return with(new Forms<>(forms.jvp, forms.vjp, Optional.of(continuation)));
    }

    /** States the space that the stage needs one of its arguments to be in; a producer with another is a fault of the junction. */
    public Stage<Y> expects(String argument, Space<?> space) {
        requireTaken(argument);
        Map<String, Space<?>> more = new LinkedHashMap<>(expected);
        more.put(argument, space);
        return new Stage<>(name, takes, codomain, function, forms, more, linearisedAt);
    }

    /**
     * States the values at which the user's own code linearised the stage, as its backward pass kept them. What differs from
     * what the stage really receives is a fault of the junction.
     */
    public Stage<Y> linearisedAt(Map<String, ?> kept) {
        kept.keySet().forEach(this::requireTaken);
        return new Stage<>(name, takes, codomain, function, forms, expected, new LinkedHashMap<>(kept));
    }

    private void requireTaken(String argument) {
        if (!takes.contains(argument)) {
            throw new IllegalArgumentException(
                    "the stage \"" + name + "\" does not take \"" + argument + "\"; it takes " + takes);
        }
    }

    private Stage<Y> with(Forms<Y> newForms) {
        return new Stage<>(name, takes, codomain, function, newForms, expected, linearisedAt);
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** The names of what it takes. */
    public List<String> takes() {
        return takes;
    }

    Function<Y, Space<Y>> codomain() {
        return codomain;
    }

    Function<Values, Y> function() {
        return function;
    }

    Forms<Y> forms() {
        return forms;
    }

    Map<String, Space<?>> expected() {
        return expected;
    }

    Map<String, Object> linearisedAt() {
        return linearisedAt;
    }
}
