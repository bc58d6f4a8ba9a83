package org.gradcheck.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A mistake that is planted in a right derivative, with what a diagnosis must say of it.
 *
 * @param name the mistake in words
 * @param kind the kind of diagnosis that names it; empty if none can
 * @param where the entries of the gradient that it makes wrong, of n; empty if it makes wrong whatever it happens to
 * @param plant makes a wrong case of a right one; empty if the case does not offer the occasion
 */
record PlantedMistake(
        String name,
        Optional<String> kind,
        Optional<Function<double[], int[]>> where,
        Function<CorpusCase, Optional<Planted>> plant) {

    /** A function with a wrong Jacobian. */
    record Planted(CorpusCase subject, Function<double[], double[][]> wrong, CorpusCase.Claim claim) {}

    /** All of them. */
    static List<PlantedMistake> all() {
        List<PlantedMistake> all = new ArrayList<>();
        all.add(entries("factor 2", "factor", (x, g) -> scaled(g, 2, i -> true)));
        all.add(entries("factor 1/2", "factor", (x, g) -> scaled(g, 0.5, i -> true)));
        all.add(entries("factor 1/n", "factor", (x, g) -> scaled(g, 1.0 / g.length, i -> true)));
        all.add(entries("degrees for radians", "factor", (x, g) -> scaled(g, 180 / Math.PI, i -> true)));
        all.add(entries("sign", "sign", (x, g) -> scaled(g, -1, i -> true)));
        all.add(entries("zero", "zero", (x, g) -> scaled(g, 0, i -> true)));
        all.add(entries("sign of the last half", "sign", (x, g) -> scaled(g, -1, i -> i >= g.length / 2))
                .in(lastHalf()));
        all.add(entries("factor 2 in the last half", "factor", (x, g) -> scaled(g, 2, i -> i >= g.length / 2))
                .in(lastHalf()));
        all.add(entries("only the first entry filled", "zero", (x, g) -> scaled(g, 0, i -> i > 0))
                .in(x -> IntStream.range(1, x.length).toArray()));
        all.add(entries("factor 2 in one entry", "factor", (x, g) -> scaled(g, 2, i -> i == g.length / 2))
                .in(middle()));
        all.add(entries("one entry zero", "zero", (x, g) -> scaled(g, 0, i -> i == g.length / 2))
                .in(middle()));
        all.add(entries("one entry off by a percent", "", (x, g) -> scaled(g, 1.01, i -> i == g.length / 2))
                .in(middle()));
        all.add(entries("off by a tenth where x is negative", "factor", (x, g) -> scaled(g, 0.9, i -> x[i] < 0))
                .in(x -> IntStream.range(0, x.length).filter(i -> x[i] < 0).toArray())
                .onlyIf(x -> Arrays.stream(x).filter(v -> v < 0).count() > 1
                        && Arrays.stream(x).anyMatch(v -> v >= 0)));
        all.add(entries("shifted by one", "shifted", (x, g) -> permuted(g, i -> (i + 1) % g.length)));
        all.add(entries("in reverse order", "reversed", (x, g) -> permuted(g, i -> g.length - 1 - i)));
        all.add(entries("two entries exchanged", "permuted", (x, g) -> permuted(g, i -> i == 1 ? 3 : i == 3 ? 1 : i))
                .in(x -> new int[] {1, 3}));
        all.add(entries("each entry off by a number of its own", "", PlantedMistake::scattered));
        all.add(new PlantedMistake(
                "regulariser forgotten",
                Optional.of("missing-term"),
                Optional.empty(),
                c -> added(c, x -> 0.05 * Arrays.stream(x).map(v -> v * v).sum())));
        all.add(new PlantedMistake(
                "constant forgotten",
                Optional.of("missing-term"),
                Optional.empty(),
                c -> added(c, x -> 0.3 * Arrays.stream(x).sum())));
        all.add(new PlantedMistake("computed once, at another point", Optional.of("constant"), Optional.empty(), c -> {
            double[] other = Arrays.stream(c.point()).map(v -> 0.9 * v + 0.05).toArray();
            return Optional.of(new Planted(c, x -> c.right().apply(other), CorpusCase.Claim.MATRIX));
        }));
        all.add(new PlantedMistake("transposed", Optional.of("transposed"), Optional.empty(), c -> {
            int m = c.right().apply(c.point()).length;
            return m > 1 && m == c.point().length
                    ? Optional.of(new Planted(c, x -> transposed(c.right().apply(x)), CorpusCase.Claim.JVP))
                    : Optional.empty();
        }));
        all.add(new PlantedMistake("path around forgotten", Optional.of("missing-term"), Optional.empty(), c -> {
            int m = c.right().apply(c.point()).length;
            return m > 1 && m == c.point().length
                    ? Optional.of(new Planted(around(c), c.right(), CorpusCase.Claim.VJP))
                    : Optional.empty();
        }));
        return all;
    }

    private interface Change {
        double[] of(double[] x, double[] row);
    }

    private static PlantedMistake entries(String name, String kind, Change change) {
        return new PlantedMistake(
                name,
                Optional.of(kind).filter(k -> !k.isEmpty()),
                Optional.empty(),
                c -> Optional.of(new Planted(
                        c,
                        x -> Arrays.stream(c.right().apply(x))
                                .map(row -> change.of(x, row.clone()))
                                .toArray(double[][]::new),
                        CorpusCase.Claim.MATRIX)));
    }

    private PlantedMistake in(Function<double[], int[]> entries) {
        return new PlantedMistake(name, kind, Optional.of(entries), plant);
    }

    private PlantedMistake onlyIf(java.util.function.Predicate<double[]> condition) {
        return new PlantedMistake(
                name, kind, where, c -> condition.test(c.point()) ? plant.apply(c) : Optional.empty());
    }

    private static Function<double[], int[]> lastHalf() {
        return x -> IntStream.range(x.length / 2, x.length).toArray();
    }

    private static Function<double[], int[]> middle() {
        return x -> new int[] {x.length / 2};
    }

    private static double[] scaled(double[] row, double factor, IntPredicate where) {
        for (int i = 0; i < row.length; i++) {
            row[i] *= where.test(i) ? factor : 1;
        }
        return row;
    }

    private static double[] permuted(double[] row, java.util.function.IntUnaryOperator target) {
        double[] permuted = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            permuted[target.applyAsInt(i)] = row[i];
        }
        return permuted;
    }

    private static double[] scattered(double[] x, double[] row) {
        SplittableRandom random = new SplittableRandom(17);
        for (int i = 0; i < row.length; i++) {
            row[i] *= 0.5 + random.nextDouble();
        }
        return row;
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        return transposed;
    }

    private static Optional<Planted> added(CorpusCase c, Function<double[], Double> term) {
        if (!c.isScalar()) {
            return Optional.empty();
        }
        CorpusCase more = new CorpusCase(
                c.name(),
                c.category(),
                x -> new double[] {c.function().apply(x)[0] + term.apply(x)},
                c.point(),
                c.right(),
                c.wrong());
        return Optional.of(new Planted(more, c.right(), CorpusCase.Claim.MATRIX));
    }

    private static CorpusCase around(CorpusCase c) {
        UnaryOperator<double[]> function = x -> {
            double[] y = c.function().apply(x).clone();
            for (int i = 0; i < y.length; i++) {
                y[i] += x[i];
            }
            return y;
        };
        return new CorpusCase(c.name(), c.category(), function, c.point(), c.right(), c.wrong());
    }
}
