package org.gradcheck.structure;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.point.Choice;
import org.gradcheck.point.Distribution;
import org.gradcheck.point.PointSampler;
import org.gradcheck.point.Seed;
import org.gradcheck.point.Sizes;
import org.gradcheck.space.Space;

/**
 * A point inside a structure, ordinary, large or small as its choice says: the ranges are in {@link Structure}.
 *
 * @param rows the number of rows
 * @param columns the number of columns
 * @param sampler the random numbers of the variable
 * @param choice which point
 */
record StructuredPoint(int rows, int columns, PointSampler sampler, Choice choice) {

    /** From the ordinary matrices of a structure to its large ones. */
    private static final double LARGE_SCALE = 5;

    private static final double SMALL_SCALE = 0.125;

    /** Sizes beside the ends of the unit interval. */
    private static final Sizes BESIDE_THE_END = new Sizes(0.02, 0.1);

    private static final Sizes IN_THE_UNIT = new Sizes(0.02, 0.3);

    DMatrixRMaj of(Structure structure) {
        return switch (structure) {
            case POSITIVE -> matrix(sampler.positive(choice, rows * columns));
            case UNIT01 -> unit01();
            case AWAY -> away();
            case SMALL -> small();
            case NONSINGULAR -> isSingleEntry() ? away() : scaled(RandomMatrices.wellConditioned(rows, rows, random()));
            case FULLRANK -> isSingleEntry() ? away() : scaled(RandomMatrices.wellConditioned(rows, columns, random()));
            case POSDET -> scaled(RandomMatrices.positiveDeterminant(rows, random()));
            case LEADING -> scaled(RandomMatrices.leadingMinors(rows, random()));
            case SYMMETRIC -> scaled(RandomSpectra.symmetric(rows, random()));
            case SPD -> scaled(RandomSpectra.positiveDefinite(rows, random()));
            case PSD -> scaled(RandomSpectra.positiveSemidefinite(rows, random()));
            case CORRELATION -> RandomSpectra.correlation(rows, random());
            case SKEW, DIAGONAL, LOWER, UPPER ->
                patterned((Space<?>) structure.set().of(rows, columns), false);
            case LOWERPOS -> patterned((Space<?>) structure.set().of(rows, columns), true);
            case TOEPLITZ, SYMTOEPLITZ, CIRCULANT ->
                scaled(tied((Space<?>) structure.set().of(rows, columns)));
            case ORTHOGONAL, STIEFEL, UNIT -> RandomFrames.orthonormal(rows, columns, random());
            case ROTATION -> RandomFrames.rotation(rows, random());
            case SIMPLEX -> CommonOps_DDRM.transpose(RandomData.stochastic(columns, rows, random()), null);
            case STOCHASTIC -> RandomData.stochastic(rows, columns, random());
            case REALEIG -> scaled(RandomSpectra.realEigenvalues(rows, random()));
            case POSEIG -> scaled(RandomSpectra.positiveEigenvalues(rows, random()));
            case STABLE -> RandomSpectra.stable(rows, random());
            case SCHUR -> RandomSpectra.schur(rows, random());
            case CONTRACTION -> RandomSpectra.contraction(rows, columns, random());
            case SEPSV -> scaled(RandomSpectra.singularValues(rows, columns, 0, random()));
            case LOWRANK, RANKDEF -> scaled(RandomSpectra.singularValues(rows, columns, 1, random()));
            case ROTVEC -> RandomFrames.rotationVector(random());
            case ONEHOT -> RandomData.oneHot(rows, columns, random());
            case ONEHOTROWS -> RandomData.oneHotRows(rows, columns, random());
            case BINARY, INCIDENCE -> RandomData.coins(rows, columns, 1, 0, random());
            case SIGNS -> RandomData.coins(rows, columns, 1, -1, random());
        };
    }

    private boolean isSingleEntry() {
        return rows == 1 && columns == 1;
    }

    private DMatrixRMaj unit01() {
        int count = rows * columns;
        return matrix(
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

    private DMatrixRMaj away() {
        return matrix(sampler.entries(choice, awayFromZero(), rows * columns));
    }

    private Sizes awayFromZero() {
        return switch (choice.magnitude()) {
            case ORDINARY -> new Sizes(0.3, 1.8);
            case LARGE -> choice.sizes();
            case SMALL -> new Sizes(0.3, 0.5);
        };
    }

    private DMatrixRMaj small() {
        Sizes sizes = switch (choice.magnitude()) {
            case ORDINARY -> new Sizes(0.1, 0.7);
            case LARGE -> new Sizes(0.6, 0.9);
            case SMALL -> new Sizes(0.01, 0.1);
        };
        return matrix(sampler.entries(choice, sizes, rows * columns));
    }

    /** Independent entries in a pattern; those on the diagonal are away from zero, and positive if wanted. */
    private DMatrixRMaj patterned(Space<?> space, boolean positiveDiagonal) {
        PointSampler diagonalSampler =
                new PointSampler(new Seed(random("diagonal").nextLong()), sampler.first());
        double[] diagonal = positiveDiagonal
                ? diagonalSampler.positive(choice, awayFromZero(), rows)
                : diagonalSampler.entries(choice, awayFromZero(), rows);
        double[] entries = sampler.entries(choice, space.tangentDimension());
        double[] coordinates = new double[space.dimension()];
        for (int k = 0, at = 0; k < coordinates.length; k++) {
            if (space.isIndependent(k)) {
                coordinates[k] = k / rows == k % rows ? diagonal[k % rows] : entries[at];
                at++;
            }
        }
        return member(space, coordinates);
    }

    /** Entries of groups that are equal, the diagonal larger than the others in its row together. */
    private DMatrixRMaj tied(Space<?> space) {
        DMatrixRMaj normal = RandomMatrices.normal(rows, columns, random());
        double[] coordinates = new double[space.dimension()];
        for (int k = 0; k < coordinates.length; k++) {
            coordinates[k] = normal.data[k];
        }
        DMatrixRMaj member = member(space, coordinates);
        double diagonal = 0;
        for (int i = 0; i < rows; i++) {
            double others = 0;
            for (int j = 0; j < columns; j++) {
                others += i == j ? 0 : Math.abs(member.get(i, j));
            }
            diagonal = Math.max(diagonal, others);
        }
        diagonal = Math.copySign(diagonal + 0.5, member.get(0, 0));
        for (int i = 0; i < Math.min(rows, columns); i++) {
            member.set(i, i, diagonal);
        }
        return member;
    }

    private DMatrixRMaj member(Space<?> space, double[] numbers) {
        double[] coordinates = space.tangent(numbers, numbers);
        DMatrixRMaj member = new DMatrixRMaj(rows, columns);
        for (int k = 0; k < coordinates.length; k++) {
            member.set(k % rows, k / rows, coordinates[k]);
        }
        return member;
    }

    private SplittableRandom random() {
        return random("matrix");
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

    private DMatrixRMaj matrix(double[] entries) {
        return DMatrixRMaj.wrap(rows, columns, entries);
    }
}
