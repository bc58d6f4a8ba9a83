package org.gradcheck.junit;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The seeds with which a test failed the last time, kept from run to run in one file a test class.
 *
 * <p>The file is in the folder that the configuration parameter {@code gradcheck.failures} names, or else in the build folder
 * ({@code target} beside a pom.xml, {@code build} beside a build.gradle); without one, and for the value {@code off}, nothing
 * is kept. That the file cannot be written is no reason for a test to fail.
 *
 * @param file the file of the test class, if any
 * @param test the test
 * @param lock one for all tests of a run, which may run in parallel
 */
record FailedSeeds(Optional<Path> file, String test, Object lock) {

    private static final String OFF = "off";

    static FailedSeeds of(ExtensionContext context, String test) {
        Object lock = context.getRoot()
                .getStore(Namespace.create(FailedSeeds.class))
                .getOrComputeIfAbsent("lock", key -> new Object(), Object.class);
        Optional<Path> file = new ConfiguredSettings(context)
                .text("failures")
                .map(said -> said.equals(OFF) ? Optional.<Path>empty() : Optional.of(Path.of(said)))
                .orElseGet(() -> buildFolder().map(folder -> folder.resolve("gradcheck-failures")))
                .map(folder -> folder.resolve(context.getRequiredTestClass().getName() + ".txt"));
        return new FailedSeeds(file, test, lock);
    }

    /** The name under which the seeds of a method are kept. */
    static String name(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(",", "(", ")"));
    }

    private static Optional<Path> buildFolder() {
        if (Files.exists(Path.of("pom.xml"))) {
            return Optional.of(Path.of("target"));
        }
        return Stream.of("build.gradle", "build.gradle.kts").anyMatch(name -> Files.exists(Path.of(name)))
                ? Optional.of(Path.of("build"))
                : Optional.empty();
    }

    /** The seeds, in the order in which they failed. */
    Set<Long> read() {
        synchronized (lock) {
            return all().getOrDefault(test, Set.of());
        }
    }

    void add(long seed) {
        change(seeds -> seeds.add(seed));
    }

    void remove(long seed) {
        change(seeds -> seeds.remove(seed));
    }

    /** Changes the seeds of this test, and says whether it has. */
    @FunctionalInterface
    private interface Change {
        boolean to(Set<Long> seeds);
    }

    private void change(Change change) {
        if (file.isEmpty()) {
            return;
        }
        synchronized (lock) {
            TreeMap<String, Set<Long>> all = all();
            if (change.to(all.computeIfAbsent(test, key -> new LinkedHashSet<>()))) {
                write(file.get(), all);
            }
        }
    }

    private TreeMap<String, Set<Long>> all() {
        TreeMap<String, Set<Long>> all = new TreeMap<>();
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

    /** What cannot be read is left out: the file may be from another version, or half of one. */
    private static Set<Long> seeds(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> word.matches("-?\\d{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void write(Path file, TreeMap<String, Set<Long>> all) {
        List<String> lines = new ArrayList<>();
        all.forEach((name, seeds) -> {
            if (!seeds.isEmpty()) {
                lines.add(name + ":" + seeds.stream().map(seed -> " " + seed).collect(Collectors.joining()));
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
