package org.gradcheck.expression.function;

import java.util.Optional;
import java.util.OptionalInt;

/** A function does not accept its arguments; says which one is to blame, if it is one alone. */
public final class ArgumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int argument;
    private final String hint;

    private ArgumentException(int argument, String message, String hint) {
        super(message);
        this.argument = argument;
        this.hint = hint;
    }

    static ArgumentException of(String message, String hint) {
        return new ArgumentException(-1, message, hint);
    }

    static ArgumentException of(int argument, String message, String hint) {
        return new ArgumentException(argument, message, hint);
    }

    /** Index from 0 of the argument to blame; empty when it is the call as a whole. */
    public OptionalInt argument() {
        return argument < 0 ? OptionalInt.empty() : OptionalInt.of(argument);
    }

    public Optional<String> hint() {
        return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
    }
}
