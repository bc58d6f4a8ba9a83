package org.gradcheck.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
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

    /** The entries of all sets, under the names of these. */
    List<Grid> grids(double[] x, IntFunction<String> name) {
        List<Grid> grids = new ArrayList<>();
        for (int k = 0; k < sets.size(); k++) {
            double[] own = Arrays.copyOfRange(x, offsets[k], offsets[k + 1]);
            for (Grid grid : sets.get(k).grids(own)) {
                grids.add(grid.within(name.apply(k), offsets[k]));
            }
        }
        return grids;
    }

    <V> List<V> map(OnBlock<V> action) {
        List<V> results = new ArrayList<>();
        for (CoordinateRange range : ranges(k -> "")) {
            results.add(action.apply(sets.get(results.size()), range));
        }
        return results;
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

    double inner(double[] x, double[] u, double[] v) {
        return map((set, at) -> set.inner(at.of(x), at.of(u), at.of(v))).stream()
                .mapToDouble(product -> product)
                .sum();
    }

    double[] projection(double[] x, double[] u) {
        return concatenation((set, at) -> set.projection(at.of(x), at.of(u)));
    }

    double[] tangent(double[] x, double[] numbers) {
        return concatenation((set, at) -> set.tangent(at.of(x), at.of(numbers)));
    }

    /** The largest violation of a part, with the name of the part. */
    Violation violation(double[] x, IntFunction<String> name) {
        return worst(map((set, at) -> set.violation(at.of(x))), name);
    }

    /** The largest violation of a part of v, relative to the whole of v: a part may be nothing but rounding. */
    Violation tangentViolation(double[] x, double[] v, IntFunction<String> name) {
        double largest = Coordinates.largest(v);
        return worst(
                map((set, at) -> {
                    double[] part = at.of(v);
                    Violation violation = set.tangentViolation(at.of(x), part);
                    return violation.size() == 0
                            ? Violation.NONE
                            : new Violation(violation.size() * (Coordinates.largest(part) / largest), violation.text());
                }),
                name);
    }

    private static Violation worst(List<Violation> violations, IntFunction<String> name) {
        Violation worst = Violation.NONE;
        for (int k = 0; k < violations.size(); k++) {
            Violation violation = violations.get(k);
            if (violation.size() != 0) {
                worst = worst.or(new Violation(violation.size(), name.apply(k) + ": " + violation.text()));
            }
        }
        return worst;
    }

    /** @throws IllegalArgumentException if a part is not, with its name */
    void requireConsistent(double[] x, IntFunction<String> name) {
        List<double[]> points = slices(x);
        for (int k = 0; k < points.size(); k++) {
            try {
                sets.get(k).requireConsistent(points.get(k));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name.apply(k) + ": " + e.getMessage(), e);
            }
        }
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

    /**
     * The coordinates of all parts; an exception for the shape of one gets its name.
     *
     * @param part the coordinates of a part
     */
    double[] joined(IntFunction<double[]> part, IntFunction<String> name) {
        double[] coordinates = new double[dimension()];
        for (int k = 0; k < sets.size(); k++) {
            try {
                double[] own = part.apply(k);
                System.arraycopy(own, 0, coordinates, offsets[k], own.length);
            } catch (NotInSpaceException e) {
                throw new NotInSpaceException(name.apply(k) + ": " + e.getMessage(), e.expected(), e.actual());
            }
        }
        return coordinates;
    }
}
