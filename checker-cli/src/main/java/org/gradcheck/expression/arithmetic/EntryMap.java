package org.gradcheck.expression.arithmetic;

/** Where each entry of a rearranged matrix comes from. */
@FunctionalInterface
public interface EntryMap {

    /** The source of a zero entry. */
    int ZERO = -1;

    /** Position in the source, counted along its rows from 0, of the entry at the given place of the result, or {@link #ZERO}. */
    int source(int row, int column);
}
