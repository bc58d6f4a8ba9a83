package org.gradcheck.expression;

import java.util.ArrayList;
import java.util.List;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.shape.Shape;

/**
 * How to evaluate expressions: what {@link Sharing} makes of them.
 *
 * @param inputs the variables
 * @param first shared values to compute in front, in order
 * @param results the values wanted
 * @param slots the number of slots
 */
record Plan(List<CheckedExpression.Input> inputs, List<Node> first, List<Node> results, int slots) {

    Plan {
        inputs = List.copyOf(inputs);
        first = List.copyOf(first);
        results = List.copyOf(results);
    }

    /**
     * The values; fresh matrices.
     *
     * @throws IllegalArgumentException if a variable is missing or its shape is not the checked one
     */
    <M> List<M> evaluate(Arithmetic<M> arithmetic, Environment<M> environment) {
        Frame<M> frame = new Frame<>(arithmetic, slots);
        List<M> taken = new ArrayList<>(inputs.size() + results.size());
        for (CheckedExpression.Input input : inputs) {
            M value = value(arithmetic, environment, input);
            frame.put(input.slot(), value);
            taken.add(value);
        }
        for (Node node : first) {
            node.evaluate(frame);
        }
        List<M> values = new ArrayList<>(results.size());
        for (Node result : results) {
            M value = result.evaluate(frame);
            values.add(isAmong(taken, value) ? arithmetic.copy(value) : value);
            taken.add(value);
        }
        return values;
    }

    private static <M> boolean isAmong(List<M> taken, M value) {
        for (M other : taken) {
            if (other == value) {
                return true;
            }
        }
        return false;
    }

    private static <M> M value(Arithmetic<M> arithmetic, Environment<M> environment, CheckedExpression.Input input) {
        M value = environment
                .find(input.name())
                .orElseThrow(() -> new IllegalArgumentException("no value for " + input.name()));
        Shape found = Shape.of(arithmetic.rows(value), arithmetic.columns(value));
        if (!found.sameAs(input.shape())) {
            throw new IllegalArgumentException(
                    input.name() + " is " + found + ", the expression was checked for " + input.shape());
        }
        return value;
    }
}
