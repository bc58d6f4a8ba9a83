package org.gradcheck.function;

/** What came of calling a user's function once: a value, or a fault. */
public sealed interface Evaluation {

    /**
     * Finite coordinates of the right number, owned by the caller.
     *
     * @param coordinates the value
     */
    record Value(double[] coordinates) implements Evaluation {}

    /**
     * The call went wrong.
     *
     * @param fault what happened
     */
    record Failure(Fault fault) implements Evaluation {}
}
