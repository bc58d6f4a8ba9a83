package org.gradcheck.junit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradcheck.check.CheckSettings;

/**
 * One run of a test.
 *
 * @param seed decides its points and its checks
 * @param number its number, from 1
 * @param of how many there are
 * @param again whether it failed when the test was run the last time
 * @param settings the settings of the test
 * @param points what its parameters receive
 */
record Invocation(long seed, int number, int of, boolean again, RunSettings settings, List<TestPoint> points) {

    /** "seed 2, w = [7.6, 9.69] (large)". */
    String title() {
        return Stream.concat(
                        Stream.of("seed " + seed + (again ? " (failed last time)" : "")),
                        points.stream().map(TestPoint::title))
                .collect(Collectors.joining(", "));
    }

    /** What a check is told. */
    CheckSettings check() {
        return settings.check(seed);
    }

    /** Those that are points, without other arguments. */
    List<TestPoint> truePoints() {
        return points.stream().filter(TestPoint::isPoint).toList();
    }

    /** The point of an object that a parameter received. */
    Optional<TestPoint> of(Object value) {
        return points.stream().filter(point -> point.chosen().value() == value).findFirst();
    }
}
