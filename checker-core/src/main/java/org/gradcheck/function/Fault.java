package org.gradcheck.function;

/**
 * Something a user's function did that no function should do.
 *
 * @param kind what it did
 * @param detail the particulars, as the end of a sentence: "returned 3 values where 5 are expected"
 */
public record Fault(Kind kind, String detail) {

    /** The ways in which a user's function can misbehave. */
    public enum Kind {
        /** It threw an exception or error. */
        THREW,
        /** It returned {@code null}. */
        RETURNED_NULL,
        /** It returned another number of values than its space has coordinates. */
        WRONG_LENGTH,
        /** It returned NaN or an infinity. */
        NOT_FINITE,
        /** It changed the array or matrix it was given. */
        MUTATED_INPUT,
        /** It did something else with an array that it was handed for its result than it promised. */
        MISUSED_BUFFER,
        /** It returned two different values for one argument. */
        NOT_DETERMINISTIC
    }
}
