package org.gradcheck.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets a run come to an end of its own when the process is told to end, by Ctrl-C or a signal: the thread that runs is interrupted, and the
 * process waits until it has said what was done.
 */
final class Interruption implements AutoCloseable {

    /** So long the end of the process may be put off. */
    private static final long MOST_SECONDS = 10;

    private final CompletableFuture<Boolean> closed = new CompletableFuture<>();
    private final Thread hook;
    private boolean running = true;

    /** @param runner the thread that is interrupted */
    Interruption(Thread runner) {
        hook = new Thread(() -> end(runner), "gradcheck end");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end(Thread runner) {
        synchronized (this) {
            if (running) {
                runner.interrupt();
            }
        }
        try {
            closed.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            return; // the process ends all the same
        }
    }

    /**
     * From now on the thread is not interrupted any more, and only waited for: what it writes shall be whole. Whether it was interrupted
     * before; it is not any longer.
     */
    synchronized boolean settle() {
        running = false;
        return Thread.interrupted();
    }

    @Override
    public void close() {
        closed.complete(true);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the process is ending already
        }
    }
}
