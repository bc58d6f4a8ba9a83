package org.gradcheck.spec;

/** Hears how a run gets on. Its methods are called by one thread at a time. */
public interface SuiteListener {

    /** A listener that does nothing. */
    SuiteListener SILENT = (result, done, total) -> {};

    /** The run begins, with so many specs. */
    default void begins(int total) {}

    /**
     * A spec is done; with several jobs not always in the order of the files.
     *
     * @param result its result
     * @param done how many are done
     * @param total how many there are
     */
    void finished(SpecResult result, int done, int total);

    /** Whether the run is to go on. Specs that have not begun when it is not are left out of the result. */
    default boolean wantsMore() {
        return true;
    }
}
