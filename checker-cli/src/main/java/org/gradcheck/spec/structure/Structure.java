package org.gradcheck.spec.structure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.point.Choice;
import org.gradcheck.point.PointSampler;

/**
 * What is known of a variable beyond its shape: how its points look, and in which pattern it moves. A point is ordinary,
 * large or small ({@link org.gradcheck.point.Magnitude}) inside of what the structure allows; where there are three ranges
 * they are in this order.
 */
public enum Structure {
    /** Entries in (0.4, 2); (5.5, 10); (0.01, 0.3). */
    POSITIVE(Pattern.FULL),
    /** Entries in (0.12, 0.88); between 0.02 and 0.1 from either end of the unit interval; in (0.02, 0.3). */
    UNIT01(Pattern.FULL),
    /** Entries of either sign with sizes in (0.3, 1.8); (5.5, 10); (0.3, 0.5). */
    AWAY(Pattern.FULL),
    /** Entries of either sign with sizes in (0.1, 0.7); (0.6, 0.9); (0.01, 0.1). */
    SMALL(Pattern.FULL),
    /** A square normal matrix with condition number below 12; five times such a one; an eighth of such a one. */
    NONSINGULAR(Pattern.FULL),
    /** Distinct eigenvalues away from zero in (−2, 2.5); five times these; an eighth of these. */
    SYMMETRIC(Pattern.SYMMETRIC),
    /** Symmetric with distinct eigenvalues in (0.4, 3); five times these; an eighth of these. */
    SPD(Pattern.SYMMETRIC),
    /** Antisymmetric. */
    SKEW(Pattern.SKEW),
    /** Diagonal with entries as of {@link #AWAY}. */
    DIAGONAL(Pattern.DIAGONAL),
    /** Lower triangular, the diagonal as of {@link #AWAY}. */
    LOWER(Pattern.LOWER),
    /** Upper triangular, the diagonal as of {@link #AWAY}. */
    UPPER(Pattern.UPPER),
    /** Lower triangular with a positive diagonal, as Cholesky factors are. */
    LOWERPOS(Pattern.LOWER);

    /** The structures of later versions, which are known words today. */
    private static final List<String> LATER = List.of(
            "fullrank",
            "posdet",
            "leading",
            "toeplitz",
            "symtoeplitz",
            "circulant",
            "orthogonal",
            "rotation",
            "stiefel",
            "unit",
            "simplex",
            "stochastic",
            "realeig",
            "poseig",
            "stable",
            "schur",
            "contraction",
            "sepsv",
            "lowrank",
            "rankdef",
            "rotvec",
            "onehot",
            "onehotrows",
            "binary",
            "signs",
            "incidence",
            "psd",
            "correlation");

    private final Pattern pattern;

    Structure(Pattern pattern) {
        this.pattern = pattern;
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

    /** The names that a later version will know. */
    public static List<String> laterLabels() {
        return LATER;
    }

    /** The linear space that the variable and its directions keep to. */
    public Pattern pattern() {
        return pattern;
    }

    /** Whether its points are ordinary, large and small in the plain sense of the words. */
    public boolean hasMagnitudes() {
        return this != UNIT01 && this != SMALL;
    }

    /** Whether only square matrices have the structure. */
    public boolean needsSquare() {
        return pattern.needsSquare() || this == NONSINGULAR;
    }

    /** Draws a point; {@code columns} counts only where the matrix need not be square. */
    public DMatrixRMaj draw(int rows, int columns, PointSampler sampler, Choice choice) {
        StructuredPoint point = new StructuredPoint(sampler, choice);
        return switch (this) {
            case POSITIVE -> point.positive(rows, columns);
            case UNIT01 -> point.unit01(rows, columns);
            case AWAY -> point.away(rows, columns);
            case SMALL -> point.small(rows, columns);
            case NONSINGULAR -> point.nonsingular(rows);
            case SYMMETRIC -> point.symmetric(rows);
            case SPD -> point.positiveDefinite(rows);
            case SKEW, DIAGONAL, LOWER, UPPER -> point.patterned(rows, pattern, false);
            case LOWERPOS -> point.patterned(rows, pattern, true);
        };
    }
}
