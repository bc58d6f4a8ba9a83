package org.gradcheck.spec;

/**
 * A spec that cannot be checked as it stands. The message is one paragraph for the user: the place, what was found, what
 * was expected, and a hint where there is one; an expression is shown below it with the place marked.
 */
public final class SpecException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final String problem;

    SpecException(Place place, String problem) {
        super(place + ": " + problem);
        this.place = place;
        this.problem = problem;
    }

    /** Where the problem is. */
    public Place place() {
        return place;
    }

    /** The message without the place. */
    public String problem() {
        return problem;
    }

    /** The whole message, never null. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
