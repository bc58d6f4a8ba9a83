package org.gradcheck.spec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import org.gradcheck.spec.wording.Words;

/** Turns the expressions of one spec into checked ones, in the scope of its sizes, variables and intermediate values. */
final class ExpressionCompiler {

    private final List<BoundExpression.Let> lets = new ArrayList<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, Formula> definitions;
    private final DerivativeLets ofDerivatives;
    private final Set<String> compiled = new HashSet<>();
    private Scope scope;

    /** Checks the intermediate values; each sees those before it. */
    ExpressionCompiler(Spec spec, List<BoundVariable> variables, Limits limits) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        variables.forEach(variable -> shapes.put(variable.name(), variable.shape()));
        scope = Scope.of(shapes, spec.sizes()).withMost(limits.entries());
        spec.sizes().keySet().forEach(name -> kinds.put(name, "a size"));
        shapes.keySet().forEach(name -> kinds.put(name, "a variable"));
        spec.definitions().forEach(this::defineFunction);
        definitions = spec.lets();
        ofDerivatives = DerivativeLets.of(spec);
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
        kinds.put(name, "an intermediate value");
        if (ofDerivatives.contains(name)) {
            return;
        }
        CheckedExpression value = check(formula, scope, Optional.empty());
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
        return compile(formula, inside(more), expected);
    }

    private BoundExpression compile(Formula formula, Inside inside, Optional<Shape> expected) {
        requireKnown(formula, inside);
        CheckedExpression expression = check(formula, inside.scope(), expected);
        return new BoundExpression(expression, needed(expression, inside.lets()));
    }

    /** The same for several at once, with the shapes they ought to have where these are known. */
    BoundFunction compile(Map<String, Formula> formulas, Map<String, Shape> more, Map<String, Shape> expected) {
        Inside inside = inside(more);
        Map<String, BoundExpression> expressions = new LinkedHashMap<>();
        formulas.forEach((name, formula) ->
                expressions.put(name, compile(formula, inside, Optional.ofNullable(expected.get(name)))));
        return BoundFunction.of(expressions, inside.lets());
    }

    /** What a derivative sees: the scope, and all intermediate values in order. */
    private record Inside(Scope scope, List<BoundExpression.Let> lets) {}

    /** @param more the tangents or cotangents of a derivative */
    private Inside inside(Map<String, Shape> more) {
        Scope extended = scope;
        for (Map.Entry<String, Shape> entry : more.entrySet()) {
            extended = extended.with(entry.getKey(), entry.getValue());
        }
        List<BoundExpression.Let> all = new ArrayList<>(lets);
        for (String name : ofDerivatives.knownWith(more.keySet())) {
            CheckedExpression value = check(definition(name), extended, Optional.empty());
            extended = extended.with(name, value.shape());
            all.add(new BoundExpression.Let(name, value));
            compiled.add(name);
        }
        return new Inside(extended, all);
    }

    private Formula definition(String let) {
        return Optional.ofNullable(definitions.get(let)).orElseThrow();
    }

    private void requireKnown(Formula formula, Inside inside) {
        for (String name : parse(formula).freeNames()) {
            if (ofDerivatives.contains(name) && !inside.scope().variables().containsKey(name)) {
                throw new SpecException(
                        formula.place(),
                        "\"" + name + "\" is computed from "
                                + Words.listed(ofDerivatives.withNeeds(Set.of(name)).stream()
                                        .filter(need -> !need.equals(name))
                                        .toList())
                                + ", which is not known here; expected an expression in what is");
            }
        }
    }

    /** Refuses intermediate values of tangents or cotangents that no derivative has. */
    void requireAllLetsCompiled() {
        for (String name : ofDerivatives.needs().keySet()) {
            if (!compiled.contains(name)) {
                Set<String> needs = new LinkedHashSet<>(ofDerivatives.withNeeds(Set.of(name)));
                needs.remove(name);
                throw new SpecException(
                        definition(name).place(),
                        "\"" + name + "\" is computed from " + Words.listed(needs)
                                + ", and no derivative in this spec has "
                                + (needs.size() == 1 ? "that" : "all of these")
                                + "; a cotangent such as fbar is known in a \"vjp\", tangents such as dx in a \"jvp\","
                                + " \"hvp\" or \"bilinear\"");
            }
        }
    }

    /** The names that an expression uses, and the tangents and cotangents that intermediate values among them are computed from. */
    Set<String> namesUsedBy(Formula formula) {
        return ofDerivatives.withNeeds(parse(formula).freeNames());
    }

    private static List<BoundExpression.Let> needed(CheckedExpression expression, List<BoundExpression.Let> lets) {
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
