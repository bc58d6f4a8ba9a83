package org.gradcheck.cli;

import java.time.Duration;
import java.util.Optional;
import org.gradcheck.spec.Outcome;
import org.gradcheck.spec.SpecResult;
import org.gradcheck.spec.SuiteListener;

/** Counts specs as they are done, has them shown once a run has taken a while, and ends a run that is to fail fast. */
final class Progress implements SuiteListener, AutoCloseable {

    /** A run that is shorter is over before anybody has read a word. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Something that shows how far a run is. */
    interface Display extends AutoCloseable {

        void show(int done);

        /** Leaves nothing of it to be seen. */
        @Override
        void close();
    }

    /** Makes a display. */
    @FunctionalInterface
    interface Opening {

        /**
         * The display of a run.
         *
         * @param before for how long the run has been going on
         */
        Display open(int done, int total, Duration before);
    }

    private final Optional<Opening> opening;
    private final Duration patience;
    private final boolean failFast;
    private Optional<Display> display = Optional.empty();
    private boolean closed;
    private boolean failed;
    private int done;
    private int total;

    /**
     * The progress of one run.
     *
     * @param opening makes the display; empty where nothing is to be shown
     * @param patience how long a run takes before something is shown
     */
    Progress(Optional<Opening> opening, Duration patience, boolean failFast) {
        this.opening = opening;
        this.patience = patience;
        this.failFast = failFast;
    }

    @Override
    public synchronized void begins(int ofTotal) {
        total = ofTotal;
        opening.ifPresent(open -> {
            Thread waiting = new Thread(() -> openLater(open), "gradcheck progress");
            waiting.setDaemon(true);
            waiting.start();
        });
    }

    private void openLater(Opening open) {
        try {
            Thread.sleep(patience.toMillis());
        } catch (InterruptedException e) {
            return; // nobody does
        }
        synchronized (this) {
            if (!closed && done < total) {
                display = Optional.of(open.open(done, total, patience));
            }
        }
    }

    @Override
    public synchronized void finished(SpecResult result, int nowDone, int ofTotal) {
        done = nowDone;
        total = ofTotal;
        failed |= result.outcome() != Outcome.PASSED;
        display.ifPresent(shown -> shown.show(done));
    }

    @Override
    public synchronized boolean wantsMore() {
        return !(failFast && failed);
    }

    @Override
    public synchronized void close() {
        closed = true;
        display.ifPresent(Display::close);
        display = Optional.empty();
    }

    /** How many specs there are. */
    synchronized int total() {
        return total;
    }

    /** How many specs were left out. */
    synchronized int skipped() {
        return total - done;
    }
}
