package org.gradcheck.junit;

/** What an inconclusive check does to a test. */
public enum InconclusiveOutcome {
    /** The test is aborted: it did not find the derivative wrong, and it does not count as passed. */
    ABORT,
    /** The test fails. */
    FAIL
}
