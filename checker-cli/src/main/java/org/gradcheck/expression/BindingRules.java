package org.gradcheck.expression;

import java.util.ArrayList;
import java.util.List;
import org.gradcheck.expression.shape.Shape;

/** Sums, products and iterations over a bound name. */
final class BindingRules {

    private static final int MOST_TERMS = 10_000;
    private static final int MOST_ITERATIONS = 1_000_000;

    private final Source source;
    private final Checker checker;

    BindingRules(Source source, Checker checker) {
        this.source = source;
        this.checker = checker;
    }

    Node node(Expression.Binding binding) {
        return switch (binding.form()) {
            case SUMI -> sum(binding);
            case PRODI -> product(binding);
            case ITER -> iteration(binding);
        };
    }

    private Node sum(Expression.Binding binding) {
        List<Node> terms = terms(binding);
        Shape shape = terms.get(0).shape();
        for (Node term : terms) {
            if (!term.shape().sameAs(shape)) {
                throw source.problem(
                        binding.body().span(),
                        "the terms of sumi must have equal shapes, found " + shape + " and " + term.shape(),
                        "");
            }
        }
        return terms.size() == 1 ? terms.get(0) : new Node.Fold(Node.BinaryKernel.ADD, terms, shape);
    }

    private Node product(Expression.Binding binding) {
        List<Node> terms = terms(binding);
        Node product = terms.get(0);
        for (Node term : terms.subList(1, terms.size())) {
            product = times(binding, product, term);
        }
        // Evaluation descends into nested products, which are too many for that in a long one.
        boolean isOfScalars = terms.stream().allMatch(term -> term.shape().isScalar());
        boolean isOfMatrices = terms.stream().noneMatch(term -> term.shape().isScalar());
        if (terms.size() == 1 || !(isOfScalars || isOfMatrices)) {
            return product;
        }
        Node.BinaryKernel kernel = isOfScalars ? Node.BinaryKernel.SCALE : Node.BinaryKernel.MULTIPLY;
        return new Node.Fold(kernel, terms, product.shape());
    }

    private Node times(Expression.Binding binding, Node left, Node right) {
        return OperatorRules.product(left, right)
                .orElseThrow(() -> source.problem(
                        binding.body().span(),
                        "the factors of prodi do not fit: " + left.shape() + " times " + right.shape(),
                        ""));
    }

    /** The body once for each value of the variable, so that indices and exponents inside are constants. */
    private List<Node> terms(Expression.Binding binding) {
        int first =
                wholeNumber(binding.first(), "the start of " + binding.form().signature());
        int last = wholeNumber(binding.second(), "the end of " + binding.form().signature());
        Span span = binding.first().span().to(binding.second().span());
        if (last < first) {
            throw source.problem(span, "the range from " + first + " to " + last + " is empty", "");
        }
        if ((long) last - first >= MOST_TERMS) {
            throw source.problem(span, "more than " + MOST_TERMS + " terms", "");
        }
        List<Node> terms = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            terms.add(checker.nodeWith(binding.variable().name(), new Node.Constant(i), binding.body()));
        }
        return List.copyOf(terms);
    }

    private Node iteration(Expression.Binding binding) {
        Node start = checker.node(binding.first());
        int times = wholeNumber(binding.second(), "the number of iterations");
        if (times < 0 || times > MOST_ITERATIONS) {
            throw source.problem(
                    binding.second().span(),
                    "the number of iterations must be between 0 and " + MOST_ITERATIONS + ", found " + times,
                    "");
        }
        Node.Slot slot = checker.newSlot(start.shape(), false);
        Node body = checker.nodeWith(binding.variable().name(), slot, binding.body());
        if (!body.shape().sameAs(start.shape())) {
            throw source.problem(
                    binding.body().span(),
                    "the body of iter must keep the shape of "
                            + binding.variable().name() + ": it is " + body.shape() + ", the start is " + start.shape(),
                    "");
        }
        return new Node.Iteration(slot.slot(), start, times, body);
    }

    private int wholeNumber(Expression expression, String what) {
        Node node = checker.node(expression);
        boolean whole = node.constant().isPresent()
                && node.constant().getAsDouble() == Math.rint(node.constant().getAsDouble())
                && Math.abs(node.constant().getAsDouble()) <= Integer.MAX_VALUE;
        if (!whole) {
            throw source.problem(
                    expression.span(),
                    what + " must be a whole number known before evaluation",
                    "use a number, a named size, rows(A) or cols(A)");
        }
        return (int) node.constant().getAsDouble();
    }
}
