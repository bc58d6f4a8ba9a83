package org.gradcheck.expression.function;

/** What is known of the derivative of a function. The tangent of an argument {@code X} is {@code dX}. */
public sealed interface Derivative {

    /**
     * A rule.
     *
     * @param rule the derivative along the tangents: an expression in the arguments and their tangents
     * @param where what must hold for the rule to be true; empty where nothing must
     */
    record Formula(String rule, String where) implements Derivative {}

    /** The function is linear in all arguments that vary together: its derivative is the function itself, of the tangents. */
    record Linear() implements Derivative {}

    /** The function does not vary, or what it depends on has no tangent. */
    record Constant(String why) implements Derivative {}

    static Derivative rule(String rule) {
        return new Formula(rule, "");
    }

    /** A rule that holds under a condition, which goes on after "where". */
    static Derivative rule(String rule, String where) {
        return new Formula(rule, where);
    }

    static Derivative linear() {
        return new Linear();
    }

    static Derivative constant(String why) {
        return new Constant(why);
    }
}
