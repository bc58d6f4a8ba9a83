package org.gradcheck.expression;

/** A part of the source: where it starts, counted in chars from 0, and how long it is. */
public record Span(int offset, int length) {

    public int end() {
        return offset + length;
    }

    /** The smallest span that holds both. */
    Span to(Span other) {
        int start = Math.min(offset, other.offset);
        return new Span(start, Math.max(end(), other.end()) - start);
    }
}
