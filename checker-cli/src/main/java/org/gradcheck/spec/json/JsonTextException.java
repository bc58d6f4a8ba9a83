package org.gradcheck.spec.json;

/** A file whose text cannot be taken for JSON as a whole. */
public final class JsonTextException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JsonTextException(String problem) {
        super(problem);
    }

    /** What is wrong, without the file. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
