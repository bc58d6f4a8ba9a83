package org.gradcheck.expression;

import java.util.ArrayDeque;
import java.util.Deque;

/** Bounds the depth of a tree: later stages walk it by recursion, and a chain of operators nests to the left as far as the text goes. */
final class TreeDepth {

    private static final int DEEPEST = 500;

    private TreeDepth() {}

    private record Visit(Expression expression, int depth) {}

    static void limit(Source source, Expression root) {
        Deque<Visit> open = new ArrayDeque<>();
        open.push(new Visit(root, 1));
        while (!open.isEmpty()) {
            Visit visit = open.pop();
            if (visit.depth() > DEEPEST) {
                throw source.problem(
                        visit.expression().span(),
                        "more than " + DEEPEST + " operations inside each other",
                        "name parts of it: a = ...; b = a + ...; ...");
            }
            visit.expression().parts().forEach(part -> open.push(new Visit(part, visit.depth() + 1)));
        }
    }
}
