package org.gradcheck.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.gradcheck.space.Space;

/**
 * The scalars ⟨w, f⟩ that are read off the output: cotangents w with a name each.
 *
 * <p>Up to eight outputs are read one by one. More are read through four random combinations, and four that are also
 * balanced: divided by each output's own change, so that small outputs are not drowned by large ones.
 *
 * @param cotangents the coordinates of the w
 * @param names what each reads, for messages
 */
public record ReadOuts(double[][] cotangents, List<String> names) {

    private static final String OUTPUT = "output ";

    private static final int ONE_BY_ONE = 8;
    private static final int COMBINATIONS = 4;

    /** Changes below this part of the largest one count as no change. */
    private static final double SMALLEST_CHANGE = 1e-12;

    /** An output that changes less than by this part of itself would bring its rounding errors into a balanced sum. */
    private static final double ROUNDED_AWAY = 0x1p-20;

    /**
     * Read-outs for an output whose coordinates are about to change by {@code change} over a step.
     *
     * @param value f(x)
     * @param change f(x + tv) − f(x − tv) for a moderate t
     * @param codomain the space of the values; all cotangents lie in it
     */
    public static ReadOuts of(double[] value, double[] change, Space<?> codomain, SplittableRandom random) {
        ReadOuts all = change.length <= ONE_BY_ONE ? oneByOne(change.length) : combinations(value, change, random);
        return all.in(codomain);
    }

    /** The same with cotangents of the space, without those that read nothing there. */
    private ReadOuts in(Space<?> codomain) {
        List<double[]> rows = new ArrayList<>();
        List<String> rowNames = new ArrayList<>();
        for (int p = 0; p < count(); p++) {
            double[] w = codomain.tangent(cotangents[p], codomain.representer(cotangents[p]));
            if (Arrays.stream(w).anyMatch(weight -> weight != 0)) {
                rows.add(w);
                rowNames.add(names.get(p));
            }
        }
        return new ReadOuts(rows.toArray(double[][]::new), List.copyOf(rowNames));
    }

    /** Whether each read-out combines all outputs; otherwise each is one of them. */
    public boolean areCombinations() {
        return cotangents[0].length > ONE_BY_ONE;
    }

    /** The number of read-outs. */
    public int count() {
        return cotangents.length;
    }

    /** ⟨w, y⟩ for each w. */
    public double[] read(double[] y, Space<?> codomain) {
        double[] read = new double[cotangents.length];
        for (int p = 0; p < read.length; p++) {
            read[p] = codomain.inner(cotangents[p], y);
        }
        return read;
    }

    /**
     * The size of the rounding errors' scale of ⟨w, y⟩: the root of the sum of the squares of its terms, which does not
     * shrink when the terms cancel.
     */
    public double[] magnitude(double[] y, Space<?> codomain) {
        double[] magnitude = new double[cotangents.length];
        for (int p = 0; p < magnitude.length; p++) {
            magnitude[p] = codomain.termSize(cotangents[p], y);
        }
        return magnitude;
    }

    /** Whether a read-out of that name is one output among several. */
    public static boolean isOneOutput(String name) {
        return name.startsWith(OUTPUT);
    }

    private static ReadOuts oneByOne(int outputs) {
        double[][] rows = new double[outputs][outputs];
        List<String> names = new ArrayList<>();
        for (int p = 0; p < outputs; p++) {
            rows[p][p] = 1;
            names.add(outputs == 1 ? "f" : OUTPUT + p);
        }
        return new ReadOuts(rows, List.copyOf(names));
    }

    private static ReadOuts combinations(double[] value, double[] change, SplittableRandom random) {
        double largest = 0;
        for (double c : change) {
            largest = Math.max(largest, Math.abs(c));
        }
        double[][] rows = new double[2 * COMBINATIONS][change.length];
        List<String> names = new ArrayList<>();
        for (int p = 0; p < rows.length; p++) {
            boolean balanced = p >= COMBINATIONS && largest > 0;
            for (int i = 0; i < change.length; i++) {
                double weight = (random.nextBoolean() ? 1 : -1) * (0.5 + 0.5 * random.nextDouble());
                if (balanced) {
                    double least = Math.max(SMALLEST_CHANGE * largest, ROUNDED_AWAY * Math.abs(value[i]));
                    weight *= largest / Math.max(Math.abs(change[i]), least);
                }
                rows[p][i] = weight;
            }
            names.add(
                    (balanced ? "balanced" : "random") + " combination " + (p % COMBINATIONS + 1) + " of the outputs");
        }
        return new ReadOuts(rows, List.copyOf(names));
    }
}
