package org.gradcheck.chain;

/** A stage could not be evaluated, or its derivative not be applied; caught inside of the package, or by the check around it. */
final class StageFailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StageFailureException(String message) {
        super(message);
    }
}
