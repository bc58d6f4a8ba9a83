package org.gradcheck.cli;

import java.io.PrintWriter;
import org.gradcheck.spec.Outcome;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteListener;

/** Counts specs as they are done, shows the count on one line of a terminal, and ends a run that is to fail fast. */
final class Progress implements SuiteListener {

    /** The line is cleared before it is written anew: {@code ESC [K} erases to its end. */
    private static final String NEW_LINE = "\r\u001b[K";

    private final PrintWriter terminal;
    private final boolean shown;
    private final boolean failFast;
    private boolean failed;
    private int done;
    private int total;

    Progress(PrintWriter terminal, boolean shown, boolean failFast) {
        this.terminal = terminal;
        this.shown = shown;
        this.failFast = failFast;
    }

    @Override
    public void finished(SpecResult result, int nowDone, int ofTotal) {
        done = nowDone;
        total = ofTotal;
        failed |= result.outcome() != Outcome.PASSED;
        if (shown) {
            terminal.print(NEW_LINE + (done < total ? done + " of " + total + " specs" : ""));
            terminal.flush();
        }
    }

    @Override
    public boolean wantsMore() {
        return !(failFast && failed);
    }

    /** Removes the line. */
    void clear() {
        if (shown) {
            terminal.print(NEW_LINE);
            terminal.flush();
        }
    }

    /** How many specs were left out. */
    int skipped() {
        return total - done;
    }
}
