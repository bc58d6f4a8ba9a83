package org.gradcheck.junit.point;

/** What is wrong with what is said of a point. The message is a predicate: "requires `dimension`". */
public final class PointProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String predicate;

    PointProblemException(String predicate) {
        super(predicate);
        this.predicate = predicate;
    }

    /** The problem of a part, told of the whole. */
    PointProblemException in(String part) {
        return new PointProblemException(of(": " + part));
    }

    /** The whole sentence: "@Point on parameter w of type double[] requires `dimension`". */
    public String of(String subject) {
        return subject + (predicate.startsWith(":") ? "" : " ") + predicate;
    }
}
