package org.gradcheck.diagnosis.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gradcheck.space.Grid;

/**
 * A linear map of coordinates that undoes a mistake in their arrangement.
 *
 * @param kind the kind of the mistake
 * @param text the mistake, of entries that are called by the placeholder in it
 * @param map what is applied to a tangent, or cotangent, before the supplied derivative
 */
record Rearrangement(String kind, String text, UnaryOperator<double[]> map) {

    /** All that make sense for coordinates that are the entries of some grids. */
    static List<Rearrangement> all(List<Grid> grids) {
        List<Rearrangement> all = new ArrayList<>();
        for (Grid grid : grids) {
            String of = grid.name().isEmpty() ? "" : " in " + grid.name();
            if (grid.isMatrix() && grid.rows() == grid.columns()) {
                squares(all, grid, of);
            } else if (grid.isMatrix()) {
                all.add(new Rearrangement(
                        "transposed",
                        "its entries are arranged by rows where they are read by columns" + of,
                        v -> moved(v, grid, (i, j) -> byRows(grid, i, j))));
            }
            if (grid.size() > 2 || (grid.size() == 2 && grids.size() == 1)) {
                shifts(all, grid, of);
            }
        }
        exchanges(all, grids);
        return all;
    }

    private static void squares(List<Rearrangement> all, Grid grid, String of) {
        UnaryOperator<double[]> transpose = v -> moved(v, grid, (i, j) -> grid.coordinate(j, i));
        all.add(new Rearrangement("transposed", "it is transposed" + of, transpose));
        all.add(new Rearrangement(
                "symmetrisation",
                "it is not symmetrised" + of + ": G + Gᵀ would be confirmed",
                v -> combined(v, transpose.apply(v), grid, 1, 1)));
        all.add(new Rearrangement(
                "symmetrisation",
                "it is not symmetrised" + of + ": (G + Gᵀ)/2 would be confirmed",
                v -> combined(v, transpose.apply(v), grid, 0.5, 0.5)));
        all.add(new Rearrangement("diagonal", "its diagonal is counted twice" + of, v -> scaled(v, grid, true, 0.5)));
        all.add(new Rearrangement("diagonal", "its diagonal is halved" + of, v -> scaled(v, grid, true, 2)));
        all.add(new Rearrangement(
                "diagonal", "its off-diagonal entries are counted twice" + of, v -> scaled(v, grid, false, 0.5)));
        all.add(new Rearrangement(
                "diagonal", "its off-diagonal entries are halved" + of, v -> scaled(v, grid, false, 2)));
    }

    private static void shifts(List<Rearrangement> all, Grid grid, String of) {
        int size = grid.size();
        all.add(new Rearrangement(
                "shifted",
                "its entries are shifted by one" + of + ": each stands one place too late",
                v -> permuted(v, grid, k -> (k + 1) % size)));
        if (size > 2) {
            all.add(new Rearrangement(
                    "shifted",
                    "its entries are shifted by one" + of + ": each stands one place too early",
                    v -> permuted(v, grid, k -> (k + size - 1) % size)));
            all.add(new Rearrangement(
                    "reversed", "its entries are in reverse order" + of, v -> permuted(v, grid, k -> size - 1 - k)));
        }
    }

    /** Two variables of one shape, each with the other's derivative. */
    private static void exchanges(List<Rearrangement> all, List<Grid> grids) {
        for (int a = 0; a < grids.size(); a++) {
            for (int b = a + 1; b < grids.size(); b++) {
                Grid one = grids.get(a);
                Grid other = grids.get(b);
                if (one.rows() == other.rows() && one.columns() == other.columns()) {
                    all.add(new Rearrangement(
                            "exchanged",
                            "the parts of " + one.name() + " and " + other.name() + " are exchanged",
                            v -> {
                                double[] exchanged = v.clone();
                                System.arraycopy(v, one.from(), exchanged, other.from(), one.size());
                                System.arraycopy(v, other.from(), exchanged, one.from(), one.size());
                                return exchanged;
                            }));
                }
            }
        }
    }

    /** Where an entry goes. */
    private interface Target {
        int of(int row, int column);
    }

    private interface Step {
        int of(int k);
    }

    private static int byRows(Grid grid, int row, int column) {
        return grid.from() + row * grid.columns() + column;
    }

    private static double[] moved(double[] v, Grid grid, Target target) {
        double[] moved = v.clone();
        for (int j = 0; j < grid.columns(); j++) {
            for (int i = 0; i < grid.rows(); i++) {
                moved[target.of(i, j)] = v[grid.coordinate(i, j)];
            }
        }
        return moved;
    }

    private static double[] permuted(double[] v, Grid grid, Step step) {
        double[] moved = v.clone();
        for (int k = 0; k < grid.size(); k++) {
            moved[grid.from() + step.of(k)] = v[grid.from() + k];
        }
        return moved;
    }

    private static double[] combined(double[] v, double[] other, Grid grid, double a, double b) {
        double[] combined = v.clone();
        for (int k = grid.from(); k < grid.to(); k++) {
            combined[k] = a * v[k] + b * other[k];
        }
        return combined;
    }

    private static double[] scaled(double[] v, Grid grid, boolean onDiagonal, double factor) {
        double[] scaled = v.clone();
        for (int k = grid.from(); k < grid.to(); k++) {
            if (grid.row(k) == grid.column(k) == onDiagonal) {
                scaled[k] *= factor;
            }
        }
        return scaled;
    }
}
