package org.gradcheck.structure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.point.Choice;
import org.gradcheck.point.PointSampler;

/**
 * What is known of a variable beyond its shape: how its points look, and in which set it moves. A point is ordinary, large
 * or small ({@link org.gradcheck.point.Magnitude}) inside of what the structure allows; where there are three ranges they are
 * in this order. "Scaled" are structures of which large points are five times ordinary ones and small ones an eighth of them.
 */
public enum Structure {
    /** Entries in (0.4, 2); (5.5, 10); (0.01, 0.3). */
    POSITIVE(MatrixSet.FULL, Fit.ANY, true),
    /** Entries in (0.12, 0.88); between 0.02 and 0.1 from either end of the unit interval; in (0.02, 0.3). */
    UNIT01(MatrixSet.FULL, Fit.ANY, false),
    /** Entries of either sign with sizes in (0.3, 1.8); (5.5, 10); (0.3, 0.5). */
    AWAY(MatrixSet.FULL, Fit.ANY, true),
    /** Entries of either sign with sizes in (0.1, 0.7); (0.6, 0.9); (0.01, 0.1). */
    SMALL(MatrixSet.FULL, Fit.ANY, false),
    /** A square normal matrix with condition number below 12. Scaled. */
    NONSINGULAR(MatrixSet.FULL, Fit.SQUARE, true),
    /** The same for any shape. Scaled. */
    FULLRANK(MatrixSet.FULL, Fit.ANY, true),
    /** The same with a positive determinant. Scaled. */
    POSDET(MatrixSet.FULL, Fit.SQUARE, true),
    /** All leading minors away from zero. Scaled. */
    LEADING(MatrixSet.FULL, Fit.SQUARE, true),
    /** Distinct eigenvalues away from zero in (−2, 2.5). Scaled. */
    SYMMETRIC(MatrixSet.SYMMETRIC, Fit.SQUARE, true),
    /** Symmetric with distinct eigenvalues in (0.4, 3). Scaled. */
    SPD(MatrixSet.SYMMETRIC, Fit.SQUARE, true),
    /** Symmetric with distinct eigenvalues in (0.4, 3) but for one, which is 0. Scaled. */
    PSD(MatrixSet.SYMMETRIC, Fit.SQUARE_OF_TWO, true),
    /** Symmetric positive definite with ones on the diagonal, which stay. */
    CORRELATION(MatrixSet.CORRELATION, Fit.SQUARE_OF_TWO, false),
    /** Antisymmetric. */
    SKEW(MatrixSet.SKEW, Fit.SQUARE_OF_TWO, true),
    /** Diagonal with entries as of {@link #AWAY}. */
    DIAGONAL(MatrixSet.DIAGONAL, Fit.SQUARE, true),
    /** Lower triangular, the diagonal as of {@link #AWAY}. */
    LOWER(MatrixSet.LOWER, Fit.SQUARE, true),
    /** Upper triangular, the diagonal as of {@link #AWAY}. */
    UPPER(MatrixSet.UPPER, Fit.SQUARE, true),
    /** Lower triangular with a positive diagonal, as Cholesky factors are. */
    LOWERPOS(MatrixSet.LOWER, Fit.SQUARE, true),
    /** Equal along each diagonal; diagonally dominant. Scaled. */
    TOEPLITZ(MatrixSet.TOEPLITZ, Fit.ANY, true),
    /** Toeplitz and symmetric; diagonally dominant. Scaled. */
    SYMTOEPLITZ(MatrixSet.SYMTOEPLITZ, Fit.SQUARE, true),
    /** Each column the one before it shifted down cyclically; diagonally dominant. Scaled. */
    CIRCULANT(MatrixSet.CIRCULANT, Fit.SQUARE, true),
    /** Orthogonal, from the uniform distribution. Moves on the orthogonal matrices. */
    ORTHOGONAL(MatrixSet.ORTHOGONAL, Fit.SQUARE_OF_TWO, false),
    /** Orthogonal of determinant 1, by angles between 0.4 and 2.7. Moves on the rotations. */
    ROTATION(MatrixSet.ROTATION, Fit.SQUARE_OF_TWO, false),
    /** Orthonormal columns, from the uniform distribution. Moves on such matrices. */
    STIEFEL(MatrixSet.STIEFEL, Fit.TALL, false),
    /** A column of length 1, from the uniform distribution. Moves on the sphere. */
    UNIT(MatrixSet.UNIT, Fit.COLUMN_OF_TWO, false),
    /** A column of positive entries that sum to 1. Moves with that sum. */
    SIMPLEX(MatrixSet.SIMPLEX, Fit.COLUMN_OF_TWO, false),
    /** Positive entries, each row of sum 1. Moves with these sums. */
    STOCHASTIC(MatrixSet.STOCHASTIC, Fit.TWO_COLUMNS, false),
    /** Real distinct eigenvalues away from zero in (−2, 2.5). Scaled. */
    REALEIG(MatrixSet.FULL, Fit.SQUARE, true),
    /** Distinct eigenvalues in (0.4, 3). Scaled. */
    POSEIG(MatrixSet.FULL, Fit.SQUARE, true),
    /** The real parts of all eigenvalues below −0.5. */
    STABLE(MatrixSet.FULL, Fit.SQUARE, false),
    /** Spectral radius 0.6. */
    SCHUR(MatrixSet.FULL, Fit.SQUARE, false),
    /** Largest singular value 0.5. */
    CONTRACTION(MatrixSet.FULL, Fit.ANY, false),
    /** Distinct singular values in (0.5, 3). Scaled. */
    SEPSV(MatrixSet.FULL, Fit.ANY, true),
    /** Rank one less than full, the other singular values distinct in (0.5, 3). Scaled. */
    LOWRANK(MatrixSet.FULL, Fit.TWO_BY_TWO, true),
    /** Another name for the same. */
    RANKDEF(MatrixSet.FULL, Fit.TWO_BY_TWO, true),
    /** Three entries, of length 0.5 to 2.2: a rotation vector. */
    ROTVEC(MatrixSet.FULL, Fit.COLUMN_OF_THREE, false),
    /** Data: a column of zeros with one 1. */
    ONEHOT(MatrixSet.DATA, Fit.ANY, false),
    /** Data: zeros with one 1 in each row. */
    ONEHOTROWS(MatrixSet.DATA, Fit.ANY, false),
    /** Data: zeros and ones. */
    BINARY(MatrixSet.DATA, Fit.ANY, false),
    /** Data: ones and minus ones. */
    SIGNS(MatrixSet.DATA, Fit.ANY, false),
    /** Data: zeros and ones, a mask. */
    INCIDENCE(MatrixSet.DATA, Fit.ANY, false);

    private final MatrixSet set;
    private final Fit fit;
    private final boolean magnitudes;

    Structure(MatrixSet set, Fit fit, boolean magnitudes) {
        this.set = set;
        this.fit = fit;
        this.magnitudes = magnitudes;
    }

    /** The name in specs. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The structure of that name. */
    public static Optional<Structure> named(String label) {
        return Arrays.stream(values())
                .filter(structure -> structure.label().equals(label))
                .findFirst();
    }

    /** The names of all structures. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Structure::label).toList();
    }

    /** The set that the variable keeps to when it moves. */
    public MatrixSet set() {
        return set;
    }

    /** Which shapes can have it. */
    public Fit fit() {
        return fit;
    }

    /** Whether its points are ordinary, large and small in the plain sense of the words. */
    public boolean hasMagnitudes() {
        return magnitudes;
    }

    /** Draws a point of a shape that fits. */
    public DMatrixRMaj draw(int rows, int columns, PointSampler sampler, Choice choice) {
        return new StructuredPoint(rows, columns, sampler, choice).of(this);
    }
}
