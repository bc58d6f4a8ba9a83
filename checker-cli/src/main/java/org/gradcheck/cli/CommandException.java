package org.gradcheck.cli;

/** Something the user can put right; the message is one paragraph that says what and how. */
final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message);
    }
}
