package org.gradcheck.spec;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradcheck.expression.CheckedExpression;
import org.gradcheck.expression.Environment;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.function.Smoothness;
import org.gradcheck.expression.shape.Shape;

/**
 * An expression with those named intermediate values that it needs, directly or through others.
 *
 * @param expression the expression
 * @param lets the intermediate values, in order
 */
record BoundExpression(CheckedExpression expression, List<Let> lets) {

    /** A named intermediate value. */
    record Let(String name, CheckedExpression value) {}

    BoundExpression {
        lets = List.copyOf(lets);
    }

    Shape shape() {
        return expression.shape();
    }

    /** The worst smoothness of anything that is evaluated. */
    Smoothness smoothness() {
        return lets.stream().map(let -> let.value().smoothness()).reduce(expression.smoothness(), Smoothness::worseOf);
    }

    /** The variables that are read, intermediate values not counted. */
    Set<String> inputNames() {
        Set<String> names = new LinkedHashSet<>(expression.inputNames());
        lets.forEach(let -> names.addAll(let.value().inputNames()));
        lets.forEach(let -> names.remove(let.name()));
        return names;
    }

    /** The value where the variables have the given values; a fresh matrix. */
    <M> M evaluate(Arithmetic<M> arithmetic, Map<String, M> variables) {
        Map<String, M> values = new HashMap<>(variables);
        for (Let let : lets) {
            values.put(let.name(), let.value().evaluate(arithmetic, Environment.of(values)));
        }
        return expression.evaluate(arithmetic, Environment.of(values));
    }
}
