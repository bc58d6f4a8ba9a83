package org.gradcheck.spec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gradcheck.expression.CheckedExpression;
import org.gradcheck.expression.ExpressionException;
import org.gradcheck.expression.ExpressionParser;
import org.gradcheck.expression.LocalFunction;
import org.gradcheck.expression.Program;
import org.gradcheck.expression.Scope;
import org.gradcheck.expression.shape.Shape;

/** Turns the expressions of one spec into checked ones, in the scope of its sizes, variables and intermediate values. */
final class ExpressionCompiler {

    private final List<BoundExpression.Let> lets = new ArrayList<>();
    private final Map<String, String> kinds = new HashMap<>();
    private Scope scope;

    /** Checks the intermediate values; each sees those before it. */
    ExpressionCompiler(Spec spec, List<BoundVariable> variables) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        variables.forEach(variable -> shapes.put(variable.name(), variable.shape()));
        scope = Scope.of(shapes, spec.sizes());
        spec.sizes().keySet().forEach(name -> kinds.put(name, "a size"));
        shapes.keySet().forEach(name -> kinds.put(name, "a variable"));
        spec.definitions().forEach(this::defineFunction);
        spec.lets().forEach(this::define);
    }

    private void defineFunction(String head, Formula body) {
        LocalFunction function;
        try {
            function = LocalFunction.of(head, body.text());
        } catch (ExpressionException e) {
            throw new SpecException(body.place(), e.render());
        }
        requireFree(function.name(), "a function", body.place());
        kinds.put(function.name(), "a function");
        scope = scope.with(function);
    }

    private void define(String name, Formula formula) {
        requireFree(name, "an intermediate value", formula.place());
        CheckedExpression value = check(formula, scope, Optional.empty());
        kinds.put(name, "an intermediate value");
        Optional<Integer> size = value.constant()
                .filter(c -> c == Math.rint(c) && c >= 1 && c <= Integer.MAX_VALUE)
                .map(Double::intValue);
        if (size.isPresent()) {
            // A size by another name: it may stand where sizes may, as in zeros(n, 1).
            scope = scope.with(name, size.get());
        } else {
            scope = scope.with(name, value.shape());
            lets.add(new BoundExpression.Let(name, value));
        }
    }

    /** Refuses a name that already means something. */
    void requireFree(String name, String purpose, Place place) {
        String kind = kinds.get(name);
        if (kind != null) {
            throw new SpecException(
                    place,
                    "\"" + name + "\" would be " + purpose + ", but is " + kind + " already; expected another name");
        }
    }

    /**
     * Parses and checks an expression that may also use the given names.
     *
     * @param expected the shape it ought to have, from which constants such as {@code vector(1)} may take theirs; nothing
     *     else is asked of it
     */
    BoundExpression compile(Formula formula, Map<String, Shape> more, Shape expected) {
        return compile(formula, more, Optional.of(expected));
    }

    /** The same for any shape. */
    BoundExpression compile(Formula formula, Map<String, Shape> more) {
        return compile(formula, more, Optional.empty());
    }

    private BoundExpression compile(Formula formula, Map<String, Shape> more, Optional<Shape> expected) {
        Scope extended = scope;
        for (Map.Entry<String, Shape> entry : more.entrySet()) {
            extended = extended.with(entry.getKey(), entry.getValue());
        }
        CheckedExpression expression = check(formula, extended, expected);
        return new BoundExpression(expression, needed(expression));
    }

    /** The same for several at once, with the shapes they ought to have where these are known. */
    BoundFunction compile(Map<String, Formula> formulas, Map<String, Shape> more, Map<String, Shape> expected) {
        Map<String, BoundExpression> expressions = new LinkedHashMap<>();
        formulas.forEach((name, formula) ->
                expressions.put(name, compile(formula, more, Optional.ofNullable(expected.get(name)))));
        return BoundFunction.of(expressions, lets);
    }

    private List<BoundExpression.Let> needed(CheckedExpression expression) {
        Set<String> names = new HashSet<>(expression.inputNames());
        Deque<BoundExpression.Let> needed = new ArrayDeque<>();
        for (int i = lets.size() - 1; i >= 0; i--) {
            BoundExpression.Let let = lets.get(i);
            if (names.contains(let.name())) {
                needed.addFirst(let);
                names.addAll(let.value().inputNames());
            }
        }
        return List.copyOf(needed);
    }

    static Program parse(Formula formula) {
        try {
            return ExpressionParser.parse(formula.text());
        } catch (ExpressionException e) {
            throw new SpecException(formula.place(), e.render());
        }
    }

    private static CheckedExpression check(Formula formula, Scope scope, Optional<Shape> expected) {
        Program program = parse(formula);
        try {
            return expected.isPresent() ? program.check(scope, expected.get()) : program.check(scope);
        } catch (ExpressionException e) {
            throw new SpecException(formula.place(), e.render());
        }
    }
}
