package org.gradcheck.cli;

import org.gradcheck.spec.SpecSource;
import org.gradcheck.spec.SuiteListener;
import org.gradcheck.spec.SuiteResult;

/** Checks specs. */
@FunctionalInterface
interface CheckRunner {

    /** All results, in the order of the files. */
    SuiteResult run(CheckRequest request, SuiteListener listener);

    /** The spec on standard input, which can be read once. */
    default SpecSource standardInput() {
        return new SpecSource.Unreadable(SuiteRun.STANDARD_INPUT_NAME, "there is no standard input");
    }
}
