package org.gradcheck.expression;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradcheck.expression.function.Smoothness;
import org.gradcheck.expression.shape.Shape;

/** What adds up while an expression, and the local functions that are put in place of their calls, are checked. */
final class Tally {

    private static final int MOST_NODES = 1_000_000;

    /** Operations inside each other, across the calls of local functions; later stages walk the tree by recursion. */
    private static final int DEEPEST = 500;

    private final Map<String, CheckedExpression.Input> inputs = new LinkedHashMap<>();
    private final Set<String> culprits = new LinkedHashSet<>();
    private Smoothness worst = Smoothness.ANALYTIC;
    private int slots;
    private int nodes;
    private int depth;
    private boolean explained;

    Node.Slot newSlot(Shape shape, boolean fixed) {
        return new Node.Slot(slots++, shape, fixed);
    }

    /** The slot of a variable. */
    Node.Slot input(String name, Shape shape) {
        CheckedExpression.Input input = inputs.computeIfAbsent(
                name,
                key -> new CheckedExpression.Input(key, newSlot(shape, false).slot(), shape));
        return new Node.Slot(input.slot(), shape, false);
    }

    /** Remembers a function that is not analytic, unless what it is applied to never varies. */
    void note(Node node, String name, Smoothness smoothness) {
        if (smoothness != Smoothness.ANALYTIC && !node.fixed()) {
            culprits.add(name);
            worst = worst.worseOf(smoothness);
        }
    }

    void enter(Source source, Span span) {
        if (++nodes > MOST_NODES) {
            throw source.problem(
                    span, "the expression has more than " + MOST_NODES + " parts once loops are unrolled", "");
        }
        if (++depth > DEEPEST) {
            throw source.problem(span, "more than " + DEEPEST + " operations inside each other", "");
        }
    }

    void leave() {
        depth--;
    }

    /** The message of a problem, with the place in front of it where that is the innermost one. */
    String explained(String place, ExpressionException problem) {
        String message = String.valueOf(problem.getMessage());
        String result = explained ? message : place + message;
        explained = true;
        return result;
    }

    List<CheckedExpression.Input> inputs() {
        return List.copyOf(inputs.values());
    }

    CheckedExpression.Roughness roughness() {
        return new CheckedExpression.Roughness(worst, List.copyOf(culprits));
    }
}
