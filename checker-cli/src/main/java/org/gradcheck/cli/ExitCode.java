package org.gradcheck.cli;

import org.gradcheck.spec.Outcome;
import org.gradcheck.spec.SuiteResult;

/** What the process tells its caller. */
public enum ExitCode {
    /** All expectations are met. */
    OK(0),
    /** At least one expectation is not met. */
    NOT_MET(1),
    /** The command line, or at least one spec, is not valid. */
    USAGE(2),
    /** Nothing failed, but something stayed inconclusive. */
    INCONCLUSIVE(3),
    /** A bug of gradcheck itself. */
    BUG(70),
    /** The user interrupted the run. */
    INTERRUPTED(130),
    /** Nobody reads the output any more; what a shell says of a program that the signal SIGPIPE ended. */
    OUTPUT_CLOSED(141);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number the process ends with. */
    public int code() {
        return code;
    }

    /**
     * The code of a run. An invalid spec comes before a failed one: as long as something could not be checked at all, the
     * count of failures is not complete.
     */
    public static ExitCode of(SuiteResult suite) {
        if (suite.count(Outcome.ERROR) > 0) {
            return USAGE;
        }
        if (suite.count(Outcome.FAILED) > 0) {
            return NOT_MET;
        }
        return suite.count(Outcome.INCONCLUSIVE) > 0 ? INCONCLUSIVE : OK;
    }
}
