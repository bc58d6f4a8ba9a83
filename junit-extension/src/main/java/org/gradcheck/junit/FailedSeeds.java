package org.gradcheck.junit;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The seeds with which a test failed the last time, kept from run to run in one file a test class.
 *
 * <p>Within one run the order of invocations stays what it was: whoever runs failed ones once more, as build tools do, names them
 * by their numbers, and must meet the same seeds. So a failure is remembered with its run, and counts in later runs only. A
 * run is a process, unless the configuration parameter {@code gradcheck.run} names it.
 *
 * <p>The file is in the folder that the configuration parameter {@code gradcheck.failures} names, or else in the build folder
 * ({@code target} beside a pom.xml, {@code build} beside a build.gradle); without one, and for the value {@code off}, nothing
 * is kept. That the file cannot be written is no reason for a test to fail.
 *
 * @param file the file of the test class, if any
 * @param test the test
 * @param run the run that this is
 * @param lock one for all tests of a run, which may run in parallel
 */
record FailedSeeds(Optional<Path> file, String test, String run, Object lock) {

    private static final String OFF = "off";

    private static final Pattern SEED = Pattern.compile("(?<!\\S)(-?\\d{1,18})/(\\S+)");

    static FailedSeeds of(ExtensionContext context, String test) {
        Object lock = context.getRoot()
                .getStore(Namespace.create(FailedSeeds.class))
                .getOrComputeIfAbsent("lock", key -> new Object(), Object.class);
        Optional<Path> file = new ConfiguredSettings(context)
                .text("failures")
                .map(said -> said.equals(OFF) ? Optional.<Path>empty() : Optional.of(Path.of(said)))
                .orElseGet(() -> buildFolder().map(folder -> folder.resolve("gradcheck-failures")))
                .map(folder -> folder.resolve(context.getRequiredTestClass().getName() + ".txt"));
        String run = new ConfiguredSettings(context)
                .text("run")
                .map(name -> name.replaceAll("\\s+", "-"))
                .orElseGet(FailedSeeds::process);
        return new FailedSeeds(file, test, run, lock);
    }

    /** The name under which the seeds of a method are kept. */
    static String name(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(",", "(", ")"));
    }

    private static String process() {
        ProcessHandle process = ProcessHandle.current();
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return Long.toString(process.pid(), Character.MAX_RADIX) + "-" + Long.toString(started, Character.MAX_RADIX);
    }

    private static Optional<Path> buildFolder() {
        if (Files.exists(Path.of("pom.xml"))) {
            return Optional.of(Path.of("target"));
        }
        return Stream.of("build.gradle", "build.gradle.kts").anyMatch(name -> Files.exists(Path.of(name)))
                ? Optional.of(Path.of("build"))
                : Optional.empty();
    }

    /** The seeds that failed in earlier runs, in the order in which they failed. */
    Set<Long> read() {
        synchronized (lock) {
            Set<Long> seeds = new LinkedHashSet<>();
            all().getOrDefault(test, Map.of()).forEach((seed, failedIn) -> {
                if (!failedIn.equals(run)) {
                    seeds.add(seed);
                }
            });
            return seeds;
        }
    }

    /** Remembers a failure; one of an earlier run stays one of that. */
    void add(long seed) {
        change(seeds -> seeds.putIfAbsent(seed, run) == null);
    }

    void remove(long seed) {
        change(seeds -> seeds.remove(seed) != null);
    }

    /** Changes the seeds of this test, and says whether it has. */
    @FunctionalInterface
    private interface Change {
        boolean to(Map<Long, String> seeds);
    }

    private void change(Change change) {
        if (file.isEmpty()) {
            return;
        }
        synchronized (lock) {
            TreeMap<String, Map<Long, String>> all = all();
            if (change.to(all.computeIfAbsent(test, key -> new LinkedHashMap<>()))) {
                write(file.get(), all);
            }
        }
    }

    /** The seeds of all tests of the class, each with the run that it failed in. */
    private TreeMap<String, Map<Long, String>> all() {
        TreeMap<String, Map<Long, String>> all = new TreeMap<>();
        for (String line : lines()) {
            int colon = line.lastIndexOf(':');
            if (colon > 0) {
                all.put(line.substring(0, colon), seeds(line.substring(colon + 1)));
            }
        }
        return all;
    }

    private List<String> lines() {
        try {
            return file.isPresent() && Files.exists(file.get())
                    ? Files.readAllLines(file.get(), StandardCharsets.UTF_8)
                    : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** "2/run 5/run". What cannot be read is left out: the file may be from another version, or half of one. */
    private static Map<Long, String> seeds(String text) {
        Map<Long, String> seeds = new LinkedHashMap<>();
        SEED.matcher(text).results().forEach(found -> seeds.put(Long.valueOf(found.group(1)), found.group(2)));
        return seeds;
    }

    private static void write(Path file, TreeMap<String, Map<Long, String>> all) {
        List<String> lines = new ArrayList<>();
        all.forEach((name, seeds) -> {
            if (!seeds.isEmpty()) {
                lines.add(name + ":"
                        + seeds.entrySet().stream()
                                .map(seed -> " " + seed.getKey() + "/" + seed.getValue())
                                .collect(Collectors.joining()));
            }
        });
        try {
            if (lines.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path written = Files.createTempFile(folder, "failed", ".txt");
            Files.write(written, lines, StandardCharsets.UTF_8);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // a read-only folder only costs that failures are not replayed first
        }
    }
}
