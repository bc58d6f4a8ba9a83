package org.gradcheck.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gradcheck.spec.Outcome;
import org.gradcheck.spec.SuiteResult;

/** What the process tells its caller. */
public enum ExitCode {
    /** All expectations are met. */
    OK(0, "every expectation is met"),
    /** At least one expectation is not met. */
    NOT_MET(1, "at least one expectation is not met"),
    /** The command line, or at least one spec, is not valid. */
    USAGE(
            2,
            "the command line is not valid, a spec is not (the others are checked all the same), or results cannot be"
                    + " written"),
    /** Nothing failed, but something stayed inconclusive. */
    INCONCLUSIVE(3, "nothing failed, but something stayed inconclusive"),
    /** A bug of gradcheck itself. */
    BUG(70, "a bug in gradcheck"),
    /** The user interrupted the run. */
    INTERRUPTED(130, "interrupted, by Ctrl-C (143 by a request to end, SIGTERM)"),
    /** Nobody reads the output any more; what a shell says of a program that the signal SIGPIPE ended. */
    OUTPUT_CLOSED(141, "standard output was closed by its reader");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** What each code means, by the code. */
    static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (ExitCode each : values()) {
            meanings.put(String.valueOf(each.code), each.meaning);
        }
        return meanings;
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
