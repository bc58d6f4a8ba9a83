package org.gradcheck.spec;

/** How a spec or one of its checks ended, measured against what it expects. */
public enum Outcome {
    /** Every expectation is met. */
    PASSED,
    /** A verdict contradicts its expectation. */
    FAILED,
    /** Nothing contradicts, but something expected to be decided is not. */
    INCONCLUSIVE,
    /** The spec could not be checked at all. */
    ERROR;

    /** The name in results, in lower case. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
