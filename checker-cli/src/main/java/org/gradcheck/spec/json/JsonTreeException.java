package org.gradcheck.spec.json;

/** A text that is no JSON document, or not one that is accepted: what is wrong, and where. */
public final class JsonTreeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Position position;
    private final String pointer;

    JsonTreeException(Position position, String pointer, String message) {
        super(message);
        this.position = position;
        this.pointer = pointer;
    }

    public Position position() {
        return position;
    }

    /** The JSON pointer of the innermost value that could be read up to its name; empty for the document. */
    public String pointer() {
        return pointer;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
