package org.gradcheck.space;

/** x. */
public interface Space<T> {
    /** x. */
    int dimension();
}
