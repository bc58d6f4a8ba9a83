package org.gradcheck.expression;

import java.util.Optional;
import java.util.Set;

/**
 * Expressions as MathML, typeset as one writes mathematics: fractions, powers, {@code inv(X)} as X⁻¹, {@code norm2(x)} as ‖x‖.
 * The tree as it was written is shown, nothing is simplified.
 */
public final class MathMarkup {

    private MathMarkup() {}

    /**
     * An expression, with definitions in front of it each on a line of its own.
     *
     * @param text the expression
     * @param variables the names of variables: {@code x(1)} is then an entry of x and {@code dx} its tangent
     * @return what belongs inside of a {@code math} element, or empty if the text cannot be read
     */
    public static Optional<String> of(String text, Set<String> variables) {
        Program program;
        try {
            program = ExpressionParser.parse(text);
        } catch (ExpressionException e) {
            return Optional.empty();
        }
        return Optional.of(typeset(program, variables));
    }

    private static String typeset(Program program, Set<String> variables) {
        MathNames names = new MathNames(variables);
        MathTree tree = new MathTree(program.source(), names);
        if (program.definitions().isEmpty()) {
            return tree.of(program.result());
        }
        StringBuilder rows = new StringBuilder("<mtable class=\"lines\">");
        for (Program.Definition definition : program.definitions()) {
            rows.append("<mtr><mtd>").append(names.of(definition.name()));
            if (definition.isFunction()) {
                rows.append(MathTree.inParentheses(MathTree.list(definition.head().parameterNames().stream()
                        .map(names::of)
                        .toList())));
            }
            rows.append("<mo>=</mo>").append(tree.of(definition.value())).append("<mo>;</mo></mtd></mtr>");
        }
        return rows.append("<mtr><mtd>")
                .append(tree.of(program.result()))
                .append("</mtd></mtr></mtable>")
                .toString();
    }

    /** A name as MathML: Greek letters by their names, indices below, {@code dX} as the tangent of a variable X. */
    public static String name(String name, Set<String> variables) {
        return new MathNames(variables).of(name);
    }
}
