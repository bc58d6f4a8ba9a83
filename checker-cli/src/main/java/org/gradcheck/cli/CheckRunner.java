package org.gradcheck.cli;

import org.gradcheck.spec.SuiteListener;
import org.gradcheck.spec.SuiteResult;

/** Checks specs. */
@FunctionalInterface
interface CheckRunner {

    /** All results, in the order of the files. */
    SuiteResult run(CheckRequest request, SuiteListener listener);
}
