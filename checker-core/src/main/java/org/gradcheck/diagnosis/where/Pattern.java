package org.gradcheck.diagnosis.where;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.gradcheck.space.Grid;
import org.gradcheck.space.Indexing;

/**
 * A set of entries that has a name.
 *
 * @param words the name: "column 3 of W", "the diagonal", "every second entry"
 * @param contains whether a coordinate is one of them
 */
record Pattern(String words, IntPredicate contains) {

    /** More rows and columns than this are not named one by one. */
    private static final int MOST_LINES = 4096;

    /**
     * All patterns of the entries of some grids, the simplest first.
     *
     * @param what has the values: "the point"
     * @param x the values
     */
    static List<Pattern> all(List<Grid> grids, Indexing indexing, String what, double[] x) {
        List<Pattern> patterns = new ArrayList<>();
        for (Grid grid : grids) {
            if (grids.size() > 1) {
                patterns.add(new Pattern("all of " + grid.name(), grid::contains));
                patterns.add(new Pattern("all but " + grid.name(), k -> !grid.contains(k)));
            }
            if (grid.isMatrix()) {
                lines(patterns, grid, indexing);
            }
            if (grid.isMatrix() && grid.rows() == grid.columns()) {
                triangles(patterns, grid);
            }
        }
        for (Grid grid : grids) {
            positions(patterns, grid, indexing);
        }
        signs(patterns, what, x);
        return patterns;
    }

    private static void lines(List<Pattern> patterns, Grid grid, Indexing indexing) {
        for (int j = 0; j < Math.min(grid.columns(), MOST_LINES); j++) {
            int column = j;
            patterns.add(new Pattern(
                    "column " + indexing.number(j) + of(grid), k -> grid.contains(k) && grid.column(k) == column));
        }
        for (int i = 0; i < Math.min(grid.rows(), MOST_LINES); i++) {
            int row = i;
            patterns.add(
                    new Pattern("row " + indexing.number(i) + of(grid), k -> grid.contains(k) && grid.row(k) == row));
        }
    }

    private static void triangles(List<Pattern> patterns, Grid grid) {
        String of = of(grid);
        add(patterns, grid, "the diagonal" + of, k -> grid.row(k) == grid.column(k));
        add(patterns, grid, "the off-diagonal entries" + of, k -> grid.row(k) != grid.column(k));
        add(patterns, grid, "the strict upper triangle" + of, k -> grid.row(k) < grid.column(k));
        add(patterns, grid, "the strict lower triangle" + of, k -> grid.row(k) > grid.column(k));
        add(patterns, grid, "the upper triangle" + of, k -> grid.row(k) <= grid.column(k));
        add(patterns, grid, "the lower triangle" + of, k -> grid.row(k) >= grid.column(k));
    }

    private static void positions(List<Pattern> patterns, Grid grid, Indexing indexing) {
        int size = grid.size();
        String of = of(grid);
        if (size < 3) {
            return;
        }
        add(patterns, grid, "all but " + indexing.entry(grid, grid.from()), k -> k > grid.from());
        add(patterns, grid, "all but " + indexing.entry(grid, grid.to() - 1), k -> k < grid.to() - 1);
        add(patterns, grid, "every second entry" + of + ", the first included", k -> (k - grid.from()) % 2 == 0);
        add(patterns, grid, "every second entry" + of + ", the first left out", k -> (k - grid.from()) % 2 == 1);
        if (size >= 4) {
            add(patterns, grid, "the first half" + of, k -> k - grid.from() < size / 2);
            add(patterns, grid, "the last half" + of, k -> k - grid.from() >= size / 2);
        }
    }

    /** A formula with two branches is often wrong in one. */
    private static void signs(List<Pattern> patterns, String what, double[] x) {
        patterns.add(new Pattern("the entries where " + what + " is negative", k -> x[k] < 0));
        patterns.add(new Pattern("the entries where " + what + " is positive", k -> x[k] > 0));
        patterns.add(new Pattern("the entries where " + what + " is larger than 1 in size", k -> Math.abs(x[k]) > 1));
        patterns.add(new Pattern("the entries where " + what + " is smaller than 1 in size", k -> Math.abs(x[k]) < 1));
    }

    private static void add(List<Pattern> patterns, Grid grid, String words, IntPredicate contains) {
        patterns.add(new Pattern(words, k -> grid.contains(k) && contains.test(k)));
    }

    private static String of(Grid grid) {
        return grid.name().isEmpty() ? "" : " of " + grid.name();
    }
}
