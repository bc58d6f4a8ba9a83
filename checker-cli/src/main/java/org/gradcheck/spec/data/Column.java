package org.gradcheck.spec.data;

/** A column of a CSV file as a spec names it. */
public sealed interface Column {

    /**
     * By the name in the header.
     *
     * @param name as the header has it, spaces around it apart
     */
    record Named(String name) implements Column {}

    /**
     * By its place.
     *
     * @param number from 1
     */
    record Numbered(int number) implements Column {}
}
