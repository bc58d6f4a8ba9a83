package org.gradcheck.spec.data;

/** The part of a declaration that a problem with its data is about, where a message points. */
public sealed interface Subject {

    /** The file. */
    record TheFile() implements Subject {}

    /**
     * One of the columns that are asked for.
     *
     * @param index which of them, from 0
     */
    record TheColumn(int index) implements Subject {}

    /** How categories become numbers. */
    record TheEncoding() implements Subject {}
}
