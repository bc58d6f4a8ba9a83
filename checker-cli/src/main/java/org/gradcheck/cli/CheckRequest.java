package org.gradcheck.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the user asked to be checked.
 *
 * @param paths spec files and folders of them
 * @param seed the master seed
 * @param points points a spec, where not left to the specs
 * @param directions directions a check, likewise
 * @param budget evaluations a check, likewise
 * @param accuracy declared relative accuracy, likewise
 * @param strict whether certain but tiny discrepancies refute
 * @param jobs specs checked at a time
 * @param tags only specs with one of these; all when empty
 * @param failFast whether to end after the first spec that does not pass
 */
record CheckRequest(
        List<Path> paths,
        long seed,
        Optional<Integer> points,
        Optional<Integer> directions,
        Optional<Integer> budget,
        Optional<Double> accuracy,
        boolean strict,
        int jobs,
        Set<String> tags,
        boolean failFast) {}
