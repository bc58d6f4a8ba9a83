package org.gradcheck.spec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
        synchronized (lock) {
            listener.begins(sources.size());
        }
        SpecRunner runner = new SpecRunner(settings);
        // In the order of the sources; filled as specs are done.
        List<Optional<SpecResult>> results = new ArrayList<>(Collections.nCopies(sources.size(), Optional.empty()));
        int[] done = {0};
        ExecutorService executor = Executors.newFixedThreadPool(settings.jobs());
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < sources.size(); i++) {
                int place = i;
                futures.add(executor.submit(() -> runOne(runner, sources.get(place), place, results, done)));
            }
            await(futures);
            synchronized (lock) {
                return new SuiteResult(
                        settings.masterSeed(),
                        results.stream().flatMap(Optional::stream).toList(),
                        Duration.ofNanos(System.nanoTime() - start));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a spec could not be run", e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private static void await(List<Future<?>> futures) throws ExecutionException {
        try {
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOne(
            SpecRunner runner, SpecSource source, int place, List<Optional<SpecResult>> results, int[] done) {
        synchronized (lock) {
            if (!listener.wantsMore()) {
                return;
            }
        }
        SpecResult result = runner.run(source);
        synchronized (lock) {
            results.set(place, Optional.of(result));
            listener.finished(result, ++done[0], results.size());
        }
    }
}
