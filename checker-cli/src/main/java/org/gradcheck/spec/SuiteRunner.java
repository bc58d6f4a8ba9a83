package org.gradcheck.spec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs any number of specs, several at once if wanted; the results come in the order of the files. */
public final class SuiteRunner {

    private final RunSettings settings;
    private final SuiteListener listener;
    private final Object lock = new Object();

    public SuiteRunner(RunSettings settings, SuiteListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Runs the specs in files and folders.
     *
     * @throws SpecException if something does not exist or a folder holds no spec; nothing has run then
     */
    public SuiteResult run(List<Path> paths) {
        return runFiles(SpecFiles.find(paths));
    }

    /** Runs the specs in the given files. */
    public SuiteResult runFiles(List<Path> files) {
        return runSources(files.stream().map(SpecSource.File::new).toList());
    }

    /**
     * Runs specs wherever they come from. If this thread is interrupted, the results are those there are by then, and it stays interrupted.
     */
    public SuiteResult runSources(List<? extends SpecSource> sources) {
        long start = System.nanoTime();
        int[] done = {0};
        synchronized (lock) {
            listener.begins(sources.size());
        }
        SpecRunner runner = new SpecRunner(settings);
        ExecutorService executor = Executors.newFixedThreadPool(settings.jobs());
        try {
            List<Future<Optional<SpecResult>>> futures = new ArrayList<>();
            for (SpecSource source : sources) {
                futures.add(executor.submit(() -> runOne(runner, source, done, sources.size())));
            }
            List<SpecResult> results = awaited(futures);
            return new SuiteResult(settings.masterSeed(), results, Duration.ofNanos(System.nanoTime() - start));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a spec could not be run", e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<SpecResult> awaited(List<Future<Optional<SpecResult>>> futures) throws ExecutionException {
        boolean interrupted = false;
        List<SpecResult> results = new ArrayList<>();
        for (Future<Optional<SpecResult>> future : futures) {
            try {
                if (!interrupted || future.isDone()) {
                    future.get().ifPresent(results::add);
                }
            } catch (InterruptedException e) {
                interrupted = true; // of the others those count that are done
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return results;
    }

    private Optional<SpecResult> runOne(SpecRunner runner, SpecSource source, int[] done, int total) {
        synchronized (lock) {
            if (!listener.wantsMore()) {
                return Optional.empty();
            }
        }
        SpecResult result = runner.run(source);
        synchronized (lock) {
            listener.finished(result, ++done[0], total);
        }
        return Optional.of(result);
    }
}
