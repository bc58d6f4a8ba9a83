package org.gradcheck.spec.structure;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.point.Choice;
import org.gradcheck.point.Distribution;
import org.gradcheck.point.PointSampler;
import org.gradcheck.point.Seed;
import org.gradcheck.point.Sizes;

/**
 * A point inside a structure, ordinary, large or small as its choice says: the ranges are in {@link Structure}.
 *
 * @param sampler the random numbers of the variable
 * @param choice which point
 */
record StructuredPoint(PointSampler sampler, Choice choice) {

    /** From the ordinary matrices of a structure to its large ones. */
    private static final double LARGE_SCALE = 5;

    private static final double SMALL_SCALE = 0.125;

    /** Sizes beside the ends of the unit interval. */
    private static final Sizes BESIDE_THE_END = new Sizes(0.02, 0.1);

    private static final Sizes IN_THE_UNIT = new Sizes(0.02, 0.3);

    DMatrixRMaj positive(int rows, int columns) {
        return matrix(rows, columns, sampler.positive(choice, rows * columns));
    }

    DMatrixRMaj unit01(int rows, int columns) {
        int count = rows * columns;
        return matrix(
                rows,
                columns,
                switch (choice.magnitude()) {
                    case ORDINARY -> new Distribution.Uniform(0.12, 0.88).entries(sampler, choice, count);
                    case LARGE -> besideEitherEnd(sampler.positive(choice, BESIDE_THE_END, count));
                    case SMALL -> sampler.positive(choice, IN_THE_UNIT, count);
                });
    }

    private double[] besideEitherEnd(double[] entries) {
        SplittableRandom random = random("ends");
        for (int i = 0; i < entries.length; i++) {
            entries[i] = random.nextBoolean() ? 1 - entries[i] : entries[i];
        }
        return entries;
    }

    DMatrixRMaj away(int rows, int columns) {
        return matrix(rows, columns, sampler.entries(choice, awayFromZero(), rows * columns));
    }

    private Sizes awayFromZero() {
        return switch (choice.magnitude()) {
            case ORDINARY -> new Sizes(0.3, 1.8);
            case LARGE -> choice.sizes();
            case SMALL -> new Sizes(0.3, 0.5);
        };
    }

    DMatrixRMaj small(int rows, int columns) {
        Sizes sizes = switch (choice.magnitude()) {
            case ORDINARY -> new Sizes(0.1, 0.7);
            case LARGE -> new Sizes(0.6, 0.9);
            case SMALL -> new Sizes(0.01, 0.1);
        };
        return matrix(rows, columns, sampler.entries(choice, sizes, rows * columns));
    }

    /** Independent entries in a pattern; those on the diagonal are away from zero, and positive if wanted. */
    DMatrixRMaj patterned(int size, Pattern pattern, boolean positiveDiagonal) {
        PointSampler diagonalSampler =
                new PointSampler(new Seed(random("diagonal").nextLong()), sampler.first());
        double[] diagonal = positiveDiagonal
                ? diagonalSampler.positive(choice, awayFromZero(), size)
                : diagonalSampler.entries(choice, awayFromZero(), size);
        double[] entries = sampler.entries(choice, new MatrixCoordinates(size, size, pattern).dimension());
        DMatrixRMaj matrix = new DMatrixRMaj(size, size);
        int at = 0;
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < size; i++) {
                if (pattern.isFree(i, j)) {
                    double entry = i == j ? diagonal[i] : entries[at];
                    at++;
                    matrix.unsafe_set(i, j, entry);
                    if (i != j && pattern == Pattern.SKEW) {
                        matrix.unsafe_set(j, i, -entry);
                    }
                }
            }
        }
        return matrix;
    }

    DMatrixRMaj nonsingular(int size) {
        return size == 1 ? away(size, size) : scaled(RandomMatrices.nonsingular(size, random("matrix")));
    }

    DMatrixRMaj symmetric(int size) {
        return scaled(RandomMatrices.symmetric(size, random("matrix")));
    }

    DMatrixRMaj positiveDefinite(int size) {
        return scaled(RandomMatrices.positiveDefinite(size, random("matrix")));
    }

    private SplittableRandom random(String purpose) {
        return sampler.random(choice, purpose);
    }

    private DMatrixRMaj scaled(DMatrixRMaj matrix) {
        switch (choice.magnitude()) {
            case ORDINARY -> {}
            case LARGE -> CommonOps_DDRM.scale(LARGE_SCALE, matrix);
            case SMALL -> CommonOps_DDRM.scale(SMALL_SCALE, matrix);
        }
        return matrix;
    }

    private static DMatrixRMaj matrix(int rows, int columns, double[] entries) {
        return DMatrixRMaj.wrap(rows, columns, entries);
    }
}
