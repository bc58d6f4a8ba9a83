package org.gradcheck.output;

/** How much the text report tells. */
public enum Detail {
    /** Only what did not pass, and the summary. */
    QUIET,
    /** A line a spec, and the facts of what did not pass. */
    NORMAL,
    /** The same, the facts of whatever was refuted, and how each possible cause fared. */
    EXPLAIN,
    /** A line a spec, and the facts and directions of every check. */
    VERBOSE
}
