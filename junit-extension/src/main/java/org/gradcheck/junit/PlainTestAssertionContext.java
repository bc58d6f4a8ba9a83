package org.gradcheck.junit;

import java.util.List;
import org.gradcheck.assertj.AssertionContext;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Fact;

/** Failures inside an ordinary test: they are replayed by the settings' annotation. */
record PlainTestAssertionContext(RunSettings settings, CheckLog log) implements AssertionContext {

    @Override
    public String replay(long seed) {
        return "@CheckSettings(seed = " + seed + ")";
    }

    @Override
    public void made(CheckReport report) {
        log.add(report, List.of(new Fact("replay", replay(report.seed()))));
    }

    @Override
    public void beforeInconclusiveFailure(String message) {
        settings.abortUnlessToFail(message);
    }
}
