package org.gradcheck.spec.data;

/** Data that cannot be taken as they stand: what is wrong, and which part of the declaration it is about. */
public final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Subject subject;

    DataException(Subject subject, String problem) {
        super(problem);
        this.subject = subject;
    }

    public Subject subject() {
        return subject;
    }

    /** What was found and what was expected, without the place. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
