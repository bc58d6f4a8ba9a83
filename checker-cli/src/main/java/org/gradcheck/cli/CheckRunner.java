package org.gradcheck.cli;

import java.util.function.Consumer;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteResult;

/** Checks specs. */
@FunctionalInterface
interface CheckRunner {

    /**
     * All results, in the order of the files.
     *
     * @param progress told of each spec as it is done, in any order
     */
    SuiteResult run(CheckRequest request, Consumer<SpecResult> progress);
}
