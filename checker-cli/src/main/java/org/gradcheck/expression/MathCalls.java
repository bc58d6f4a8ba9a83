package org.gradcheck.expression;

import java.util.List;

/**
 * Calls and indices as MathML: those functions that mathematics has a notation for, and the others by name.
 *
 * @param tree the tree around them
 */
record MathCalls(MathTree tree) {

    String of(Expression.Application application) {
        List<Expression> arguments = application.arguments();
        if (!(application.target() instanceof Expression.Name name)) {
            return entry(tree.of(application.target()), arguments);
        }
        if (tree.names().isVariable(name.name())) {
            return entry(tree.of(name), arguments);
        }
        return switch (arguments.size()) {
            case 1 -> ofOne(name.name(), arguments.get(0));
            case 2 -> ofTwo(name.name(), arguments.get(0), arguments.get(1));
            default -> call(name.name(), arguments);
        };
    }

    /** A part of a variable or of a result. */
    private String entry(String target, List<Expression> indices) {
        return "<msub>" + MathTree.row(target)
                + MathTree.row(MathTree.list(indices.stream().map(tree::of).toList())) + "</msub>";
    }

    private String ofOne(String function, Expression x) {
        return switch (function) {
            case "inv" -> MathTree.power(tree.atom(x), "<mrow><mo form=\"prefix\">−</mo><mn>1</mn></mrow>");
            case "transpose" -> MathTree.power(tree.atom(x), "<mo>⊤</mo>");
            case "pinv" -> MathTree.power(tree.atom(x), "<mo>+</mo>");
            case "sqrt" -> "<msqrt>" + tree.bare(x) + "</msqrt>";
            case "abs" -> MathTree.between("|", tree.bare(x), "|");
            case "norm2" -> norm(x, "");
            case "norm1" -> norm(x, "<mn>1</mn>");
            case "norminf" -> norm(x, "<mi>∞</mi>");
            case "nucnorm" -> norm(x, "<mo>∗</mo>");
            case "floor" -> MathTree.between("⌊", tree.bare(x), "⌋");
            case "ceil" -> MathTree.between("⌈", tree.bare(x), "⌉");
            case "logdet" ->
                "<mrow><mi>log</mi>" + MathTree.between("|", "<mi>det</mi>" + tree.atom(x), "|") + "</mrow>";
            case "eye" -> "<msub><mi>I</mi>" + MathTree.row(tree.of(x)) + "</msub>";
            default -> call(function, List.of(x));
        };
    }

    private String ofTwo(String function, Expression a, Expression b) {
        return switch (function) {
            case "kron" -> "<mrow>" + tree.atom(a) + "<mo>⊗</mo>" + tree.atom(b) + "</mrow>";
            case "cross" -> "<mrow>" + tree.atom(a) + "<mo>×</mo>" + tree.atom(b) + "</mrow>";
            case "dot" -> MathTree.between("⟨", MathTree.list(List.of(tree.bare(a), tree.bare(b))), "⟩");
            case "pmax" -> call("max", List.of(a, b));
            case "pmin" -> call("min", List.of(a, b));
            case "normp" -> norm(a, tree.bare(b));
            case "e" -> "<msub><mi>e</mi>" + MathTree.row(tree.of(a)) + "</msub>";
            default -> call(function, List.of(a, b));
        };
    }

    private String norm(Expression x, String kind) {
        String bars = MathTree.between("‖", tree.bare(x), "‖");
        return kind.isEmpty() ? bars : "<msub>" + bars + MathTree.row(kind) + "</msub>";
    }

    private String call(String function, List<Expression> arguments) {
        String name = tree.names().ofFunction(function);
        return "<mrow>" + name + "<mo>&#x2061;</mo>"
                + MathTree.inParentheses(
                        MathTree.list(arguments.stream().map(tree::bare).toList()))
                + "</mrow>";
    }
}
