package org.gradcheck.space;

/** An element has another shape than its space: a vector of length 3 where one of length 5 was declared. */
public final class NotInSpaceException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int expected;
    private final int actual;

    /**
     * For spaces and manifolds outside of this package.
     *
     * @param message what was expected and what was found
     * @param expected the number of coordinates
     * @param actual the number that the element has
     */
    public NotInSpaceException(String message, int expected, int actual) {
        super(message);
        this.expected = expected;
        this.actual = actual;
    }

    /** The dimension of the space. */
    public int expected() {
        return expected;
    }

    /** The number of coordinates the element has. */
    public int actual() {
        return actual;
    }
}
