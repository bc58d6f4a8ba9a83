package org.gradcheck.junit;

import org.gradcheck.assertj.AssertionContext;
import org.opentest4j.TestAbortedException;

/** Failures inside an invocation: replayed by its annotation, and aborted when inconclusive unless that is to fail. */
record DerivativeTestAssertionContext(long invocationSeed, InconclusiveOutcome inconclusive)
        implements AssertionContext {

    @Override
    public String replay(long seed) {
        return "@DerivativeTest(seed = " + invocationSeed + ", points = 1)";
    }

    @Override
    public void beforeInconclusiveFailure(String message) {
        if (inconclusive == InconclusiveOutcome.ABORT) {
            throw new TestAbortedException(message);
        }
    }
}
