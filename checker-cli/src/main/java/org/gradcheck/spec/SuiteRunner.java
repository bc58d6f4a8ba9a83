package org.gradcheck.spec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Runs any number of specs, several at once if wanted; the results come in the order of the files. Those that ran out of
 * memory beside others are checked again, alone, when the others are done.
 */
public final class SuiteRunner {

    private final RunSettings settings;
    private final SuiteListener listener;
    private final Function<SpecSource, SpecRunner.Attempt> runner;
    private final Object lock = new Object();

    public SuiteRunner(RunSettings settings, SuiteListener listener) {
        this(settings, listener, new SpecRunner(settings)::attempt);
    }

    /** @param runner checks one spec */
    SuiteRunner(RunSettings settings, SuiteListener listener, Function<SpecSource, SpecRunner.Attempt> runner) {
        this.settings = settings;
        this.listener = listener;
        this.runner = runner;
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
        Run run = new Run(sources);
        ExecutorService executor = Executors.newFixedThreadPool(settings.jobs());
        try {
            await(IntStream.range(0, sources.size())
                    .mapToObj(place -> executor.submit(() -> run.first(place)))
                    .toList());
            for (int place : run.outOfMemory()) {
                await(List.of(executor.submit(() -> run.again(place))));
            }
            return new SuiteResult(settings.masterSeed(), run.results(), Duration.ofNanos(System.nanoTime() - start));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a spec could not be run", e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private static void await(List<? extends Future<?>> futures) throws ExecutionException {
        try {
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What has become of each source. */
    private final class Run {

        private final List<? extends SpecSource> sources;
        private final List<Optional<SpecResult>> results; // in the order of the sources; filled as specs are done
        private final Set<Integer> outOfMemory = new TreeSet<>();
        private int done;

        private Run(List<? extends SpecSource> sources) {
            this.sources = sources;
            results = new ArrayList<>(Collections.nCopies(sources.size(), Optional.empty()));
        }

        private void first(int place) {
            attempt(place, settings.jobs() == 1); // whoever is alone has only itself to blame
        }

        private void again(int place) {
            attempt(place, true);
        }

        private void attempt(int place, boolean last) {
            synchronized (lock) {
                if (!listener.wantsMore()) {
                    return;
                }
            }
            SpecRunner.Attempt attempt = runner.apply(sources.get(place));
            synchronized (lock) {
                if (attempt.outOfMemory() && !last) {
                    outOfMemory.add(place);
                } else {
                    results.set(place, Optional.of(attempt.result()));
                    listener.finished(attempt.result(), ++done, results.size());
                }
            }
        }

        /** The places of those that are to be checked again, one at a time. */
        private List<Integer> outOfMemory() {
            synchronized (lock) {
                return List.copyOf(outOfMemory);
            }
        }

        private List<SpecResult> results() {
            synchronized (lock) {
                return results.stream().flatMap(Optional::stream).toList();
            }
        }
    }
}
