package org.gradcheck.spec;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The time that one spec may take, which begins when this is made. */
final class TimeLimit {

    /** Checks end by themselves at the limit; what is not a check has so much longer, and is then given up. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Optional<Duration> whole;
    private final long start = System.nanoTime();

    TimeLimit(Optional<Duration> whole) {
        this.whole = whole;
    }

    /** What is left of it, at least a millisecond; empty if there is no limit. */
    Optional<Duration> left() {
        return whole.map(time -> time.minusNanos(System.nanoTime() - start))
                .map(left -> left.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : left);
    }

    boolean isUp() {
        return whole.isPresent()
                && whole.get().minusNanos(System.nanoTime() - start).isNegative();
    }

    /** The limit in words: "60 s". */
    String text() {
        double seconds = whole.orElse(Duration.ZERO).toMillis() / 1000.0;
        return (seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds)) + " s";
    }

    /** What is said of a spec that was given up. */
    String givenUp() {
        return "given up after " + text()
                + ", the time that a spec may take. --timeout=SECONDS allows more, --timeout=0 any; fewer or smaller"
                + " variables need less";
    }

    /**
     * The value of {@code call}; empty if it is not there in time. It is then interrupted, and goes on in a daemon thread until it notices.
     *
     * @throws InterruptedException if this thread is interrupted meanwhile, and with it the call
     */
    <T> Optional<T> call(Supplier<T> call) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(call::get);
        Thread thread = new Thread(task, "gradcheck spec");
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.of(
                    whole.isPresent() ? task.get(whole.get().plus(GRACE).toNanos(), TimeUnit.NANOSECONDS) : task.get());
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError memory) {
                throw memory;
            }
            throw new IllegalStateException("a spec could not be run", e.getCause());
        } finally {
            thread.interrupt(); // a thread that has ended does not mind
        }
    }
}
