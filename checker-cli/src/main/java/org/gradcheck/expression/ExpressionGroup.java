package org.gradcheck.expression;

import java.util.List;
import org.gradcheck.expression.arithmetic.Arithmetic;

/**
 * Expressions that are evaluated together, so that whatever they have in common is computed once. Immutable, so it may be evaluated by
 * many threads at once.
 */
public final class ExpressionGroup {

    private final Plan plan;

    private ExpressionGroup(Plan plan) {
        this.plan = plan;
    }

    /** An intermediate value that those behind it read by its name. */
    public record Named(String name, CheckedExpression value) {}

    /**
     * A group of expressions.
     *
     * @param intermediate named values, in order; a name hides the variable of the same name from those behind it
     * @param results the expressions whose values are wanted
     * @throws IllegalArgumentException if one was checked for another shape of a named value than it has
     */
    public static ExpressionGroup of(List<Named> intermediate, List<CheckedExpression> results) {
        return new ExpressionGroup(Sharing.plan(intermediate, results));
    }

    /**
     * The values of the results, in order; fresh matrices. Numeric failures give NaN entries.
     *
     * @throws IllegalArgumentException if a variable is missing or its shape is not the checked one
     */
    public <M> List<M> evaluate(Arithmetic<M> arithmetic, Environment<M> environment) {
        return plan.evaluate(arithmetic, environment);
    }
}
