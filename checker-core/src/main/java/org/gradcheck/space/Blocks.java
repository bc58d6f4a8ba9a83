package org.gradcheck.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Coordinates that are those of several sets one after the other, and what is done to each by itself. */
final class Blocks {

    private final List<Manifold<?>> sets;
    private final int[] offsets;

    Blocks(List<? extends Manifold<?>> sets) {
        this.sets = List.copyOf(sets);
        this.offsets = new int[sets.size() + 1];
        for (int k = 0; k < sets.size(); k++) {
            offsets[k + 1] = Math.addExact(offsets[k], sets.get(k).dimension());
        }
    }

    /** What is done to one block: to the set, with its range. */
    @FunctionalInterface
    interface OnBlock<V> {
        V apply(Manifold<?> set, CoordinateRange range);
    }

    /** The ranges with their names. */
    List<CoordinateRange> ranges(IntFunction<String> name) {
        return IntStream.range(0, sets.size())
                .mapToObj(k -> new CoordinateRange(name.apply(k), offsets[k], offsets[k + 1]))
                .toList();
    }

    <V> List<V> map(OnBlock<V> action) {
        List<V> results = new ArrayList<>();
        for (CoordinateRange range : ranges(k -> "")) {
            results.add(action.apply(sets.get(results.size()), range));
        }
        return results;
    }

    double sum(OnBlock<Double> action) {
        return map(action).stream().mapToDouble(v -> v).sum();
    }

    double[] concatenation(OnBlock<double[]> action) {
        return map(action).stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** The coordinates of the parts, each in an array of its own. */
    List<double[]> slices(double[] coordinates) {
        return map((set, at) -> at.of(coordinates));
    }

    int dimension() {
        return offsets[sets.size()];
    }

    int tangentDimension() {
        return sets.stream().mapToInt(Manifold::tangentDimension).sum();
    }

    double termSize(double[] x, double[] u, double[] v) {
        double[] sizes = map((set, at) -> set.termSize(at.of(x), at.of(u), at.of(v))).stream()
                .mapToDouble(size -> size)
                .toArray();
        double[] ones = new double[sizes.length];
        Arrays.fill(ones, 1);
        return Coordinates.termSize(sizes, ones);
    }

    /** The largest violation of a part, with the name of the part. */
    Violation violation(double[] x, IntFunction<String> name) {
        Violation worst = Violation.NONE;
        List<Violation> violations = map((set, at) -> set.violation(at.of(x)));
        for (int k = 0; k < violations.size(); k++) {
            Violation violation = violations.get(k);
            if (violation.size() != 0) {
                worst = worst.or(new Violation(violation.size(), name.apply(k) + ": " + violation.text()));
            }
        }
        return worst;
    }

    Optional<String> metric(IntFunction<String> name) {
        String metrics = IntStream.range(0, sets.size())
                .boxed()
                .flatMap(k -> sets.get(k).metric().map(metric -> name.apply(k) + ": " + metric).stream())
                .collect(Collectors.joining("; "));
        return metrics.isEmpty() ? Optional.empty() : Optional.of(metrics);
    }

    /** All parts read in one other convention, where they have it; else as they should be. */
    List<Misreading> misreadings() {
        Map<String, Misreading> kinds = new LinkedHashMap<>();
        sets.forEach(set -> set.misreadings().forEach(reading -> kinds.putIfAbsent(reading.kind(), reading)));
        return kinds.values().stream()
                .map(reading -> new Misreading(
                        reading.kind(),
                        reading.text(),
                        (x, g) -> concatenation((set, at) -> set.misreadings().stream()
                                .filter(other -> other.kind().equals(reading.kind()))
                                .findFirst()
                                .map(other -> other.meant().apply(at.of(x), at.of(g)))
                                .orElseGet(() -> at.of(g)))))
                .toList();
    }

    String descriptions() {
        return sets.stream().map(Manifold::description).collect(Collectors.joining(") × (", "(", ")"));
    }

    /** The coordinates of a part; an exception for its shape gets the name of the part. */
    static double[] named(Supplier<String> name, Supplier<double[]> coordinates) {
        try {
            return coordinates.get();
        } catch (NotInSpaceException e) {
            throw new NotInSpaceException(name.get() + ": " + e.getMessage(), e.expected(), e.actual());
        }
    }
}
