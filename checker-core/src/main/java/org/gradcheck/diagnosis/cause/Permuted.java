package org.gradcheck.diagnosis.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradcheck.diagnosis.where.Located;
import org.gradcheck.diagnosis.where.Reading;

/** The wrong entries are right ones at each other's places: two exchanged, an index off. */
final class Permuted implements Cause {

    private static final String PERMUTED = "permuted";

    private static final double WITHIN = 6;
    private static final double LAST_PLACES = 1e-12;

    @Override
    public List<String> kinds() {
        return List.of(PERMUTED);
    }

    @Override
    public String question() {
        return "do right entries stand at each other's places?";
    }

    @Override
    public boolean isLastResort() {
        return true;
    }

    @Override
    public List<Correction> corrections(Clues clues) {
        Optional<Located> located = clues.inputs();
        if (located.isEmpty()
                || located.get().wrong().length < 2
                || !Arrays.stream(located.get().wrong())
                        .allMatch(k -> located.get().readings().containsKey(k))) {
            return List.of();
        }
        return permutation(located.get())
                .map(sources -> {
                    Pairing supplied = clues.supplied();
                    String places = Arrays.stream(located.get().wrong())
                            .limit(6)
                            .mapToObj(clues.suspect()::name)
                            .collect(Collectors.joining(", "));
                    return Correction.exact(
                            (v, w) -> supplied.of(moved(v, sources), w),
                            PERMUTED,
                            "the right entries stand at each other's places: " + places);
                })
                .stream()
                .toList();
    }

    /** For each wrong coordinate the one whose right value stands there; empty if that is not a permutation. */
    private static Optional<Map<Integer, Integer>> permutation(Located located) {
        List<Integer> free =
                new ArrayList<>(Arrays.stream(located.wrong()).boxed().toList());
        Map<Integer, Integer> sources = new HashMap<>();
        for (int k : located.wrong()) {
            Optional<Integer> source = free.stream()
                    .filter(other -> stands(located.readings(), k, other))
                    .findFirst();
            if (source.isEmpty()) {
                return Optional.empty();
            }
            free.remove(source.get());
            sources.put(k, source.get());
        }
        return Optional.of(sources);
    }

    /** Whether the value supplied at one coordinate is the right one of another. */
    private static boolean stands(Map<Integer, Reading> readings, int at, int other) {
        Reading here = Optional.ofNullable(readings.get(at)).orElseThrow();
        Reading there = Optional.ofNullable(readings.get(other)).orElseThrow();
        double supplied = here.supplied() / here.unit();
        double right = there.reference().value() / there.unit();
        double bound = Math.abs((there.reference().bound() + there.rounding()) / there.unit())
                + Math.abs(here.rounding() / here.unit());
        return Math.abs(supplied - right) <= WITHIN * bound + LAST_PLACES * Math.abs(right);
    }

    /** The entry supplied at a coordinate is paired with its source's. */
    private static double[] moved(double[] v, Map<Integer, Integer> sources) {
        double[] moved = v.clone();
        sources.forEach((at, source) -> moved[at] = v[source]);
        return moved;
    }
}
