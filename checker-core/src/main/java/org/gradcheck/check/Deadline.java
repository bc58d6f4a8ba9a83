package org.gradcheck.check;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs user code that may never return. */
final class Deadline {

    private Deadline() {}

    /**
     * The result of {@code call}, which runs in a daemon thread, or what {@code late} makes of the limit when it is up.
     * What {@code call} throws is thrown here.
     */
    static <T> T call(Duration limit, Supplier<T> call, Function<Duration, T> late) {
        FutureTask<T> task = new FutureTask<>(call::get);
        Thread thread = new Thread(task, "gradcheck");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return late.apply(limit);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a check", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
