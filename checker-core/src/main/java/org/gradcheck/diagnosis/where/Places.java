package org.gradcheck.diagnosis.where;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradcheck.space.Grid;

/** Sets of coordinates in words. */
final class Places {

    private static final int LISTED = 6;

    /** From so many entries on a position, every second or all but the first, says more than a list. */
    private static final int PATTERN_FROM = 3;

    private Places() {}

    /** The simplest words for exactly these coordinates among all. */
    static String of(int[] wrong, int[] all, List<Pattern> patterns, List<Grid> grids, IntFunction<String> name) {
        if (wrong.length == 1) {
            return name.apply(wrong[0]);
        }
        Set<Integer> set = Arrays.stream(wrong).boxed().collect(Collectors.toCollection(HashSet::new));
        for (Pattern pattern : patterns) {
            boolean isLine = pattern.words().startsWith("column ")
                    || pattern.words().startsWith("row ")
                    || pattern.words().startsWith("all of");
            if ((isLine || wrong.length >= PATTERN_FROM) && matches(pattern, set, all)) {
                return pattern.words();
            }
        }
        return range(wrong, grids, name).orElseGet(() -> listed(wrong, name));
    }

    static boolean matches(Pattern pattern, Set<Integer> wrong, int[] all) {
        return IntStream.of(all).allMatch(k -> pattern.contains().test(k) == wrong.contains(k));
    }

    private static Optional<String> range(int[] wrong, List<Grid> grids, IntFunction<String> name) {
        int first = wrong[0];
        int last = wrong[wrong.length - 1];
        boolean contiguous = last - first == wrong.length - 1;
        boolean inOne = grids.stream().anyMatch(grid -> grid.contains(first) && grid.contains(last));
        return contiguous && inOne && wrong.length > 2
                ? Optional.of(name.apply(first) + " to " + name.apply(last))
                : Optional.empty();
    }

    /** A few names, and how many more. */
    static String listed(int[] coordinates, IntFunction<String> name) {
        int shown = Math.min(LISTED, coordinates.length);
        String names = IntStream.range(0, shown)
                .mapToObj(i -> name.apply(coordinates[i]))
                .collect(Collectors.joining(", "));
        return coordinates.length > shown ? names + " and " + (coordinates.length - shown) + " more" : names;
    }
}
