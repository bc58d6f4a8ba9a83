package org.gradcheck.expression;

import java.util.List;
import java.util.Optional;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.function.Smoothness;
import org.gradcheck.expression.shape.Shape;

/** An expression whose names are resolved and whose shapes fit; immutable, so it may be evaluated by many threads at once. */
public final class CheckedExpression {

    private final String source;
    private final List<Input> inputs;
    private final List<Definition> definitions;
    private final Node result;
    private final Roughness roughness;
    private final Plan plan;

    CheckedExpression(
            String source, List<Input> inputs, List<Definition> definitions, Node result, Roughness roughness) {
        this.source = source;
        this.inputs = List.copyOf(inputs);
        this.definitions = List.copyOf(definitions);
        this.result = result;
        this.roughness = roughness;
        this.plan = Sharing.plan(List.of(), List.of(this));
    }

    record Input(String name, int slot, Shape shape) {}

    record Definition(int slot, Node value) {}

    /** What keeps an expression from being analytic: the worst smoothness and the functions that have it or are not analytic at all. */
    record Roughness(Smoothness worst, List<String> culprits) {}

    public String source() {
        return source;
    }

    public Shape shape() {
        return result.shape();
    }

    /** The variables that the value depends on, in order of appearance. */
    public List<String> inputNames() {
        return inputs.stream().map(Input::name).toList();
    }

    /** The worst smoothness among the functions that are applied to something that varies. */
    public Smoothness smoothness() {
        return roughness.worst();
    }

    /** The functions and comparisons that are not analytic, in order of appearance. */
    public List<String> culprits() {
        return roughness.culprits();
    }

    /** The value when it is a scalar known without any variable, such as {@code 2*rows(A)}. */
    public Optional<Double> constant() {
        return result.constant().isPresent() ? Optional.of(result.constant().getAsDouble()) : Optional.empty();
    }

    List<Input> inputs() {
        return inputs;
    }

    List<Definition> definitions() {
        return definitions;
    }

    Node result() {
        return result;
    }

    /**
     * The value; a fresh matrix. Numeric failures give NaN entries.
     *
     * @throws IllegalArgumentException if a variable is missing or its shape is not the checked one
     */
    public <M> M evaluate(Arithmetic<M> arithmetic, Environment<M> environment) {
        return plan.evaluate(arithmetic, environment).get(0);
    }

    @Override
    public String toString() {
        return source;
    }
}
