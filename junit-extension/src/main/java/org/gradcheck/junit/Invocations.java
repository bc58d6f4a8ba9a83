package org.gradcheck.junit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.gradcheck.junit.point.Draw;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Plans the runs of a test: which seeds, and what they mean.
 *
 * @param settings the settings of the test
 * @param parameters its parameters that receive points
 * @param except the points that are left out
 * @param failed the seeds that failed the last time, which come first
 */
record Invocations(RunSettings settings, List<PointParameter> parameters, Exclusions except, Set<Long> failed) {

    List<Invocation> all() {
        Set<Long> seeds = new LinkedHashSet<>();
        if (isWhole()) {
            seeds.addAll(failed);
        }
        LongStream.range(settings.seed(), settings.seed() + count()).forEach(seeds::add);
        List<Invocation> all = new ArrayList<>();
        for (long seed : seeds) {
            List<TestPoint> points = points(seed);
            if (points.stream().noneMatch(except::contains)) {
                all.add(new Invocation(seed, all.size() + 1, seeds.size(), failed.contains(seed), settings, points));
            }
        }
        if (all.isEmpty()) {
            throw new ExtensionConfigurationException("every point is left out by `except`");
        }
        return all;
    }

    /** A single invocation is one that somebody asked for, to replay it. */
    private boolean isWhole() {
        return settings.points().orElse(RunSettings.DEFAULT_POINTS) > 1;
    }

    private int count() {
        return settings.points()
                .orElseGet(() -> given() == 0
                        ? RunSettings.DEFAULT_POINTS
                        : isMixed() ? RunSettings.DEFAULT_POINTS * given() : given());
    }

    /** How many points are given; 0 if all are drawn. */
    private int given() {
        List<Integer> sizes = parameters.stream()
                .flatMap(parameter -> parameter.source().size().stream())
                .distinct()
                .toList();
        if (sizes.size() > 1) {
            throw new ExtensionConfigurationException(
                    "parameters are given different numbers of points: " + sizes.get(0) + " and " + sizes.get(1));
        }
        return sizes.isEmpty() ? 0 : sizes.get(0);
    }

    /** Whether some points are given and some drawn; then each given one meets several drawn ones. */
    private boolean isMixed() {
        return given() > 0 && parameters.stream().anyMatch(PointParameter::isDrawn);
    }

    private List<TestPoint> points(long seed) {
        List<TestPoint> points = new ArrayList<>();
        Draw draw = isMixed() ? Draw.first(seed, RunSettings.DEFAULT_POINTS) : Draw.first(seed);
        for (PointParameter parameter : parameters) {
            points.add(parameter.at(draw));
            draw = parameter.source().after(draw);
        }
        return List.copyOf(points);
    }
}
