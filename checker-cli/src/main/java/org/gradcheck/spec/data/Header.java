package org.gradcheck.spec.data;

/** Whether the first line of a CSV file names the columns. */
public enum Header {
    /** It does, and may then consist of numbers. */
    PRESENT,

    /** It holds values like the others. */
    ABSENT,

    /** The spec does not say: it does, unless it consists of numbers, which is an error. */
    ASSUMED
}
