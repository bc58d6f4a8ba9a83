package org.gradcheck.junit;

/** Whether the evidence of a test's checks is attached to it as a page with plots. */
public enum Attachment {
    /** To every test. */
    ALWAYS,
    /** To those with a check that is refuted or inconclusive. */
    UNLESS_CONFIRMED,
    /** To none. */
    NEVER
}
