package org.gradcheck.spec.structure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/** What is known of a variable beyond its shape: how its points look, and in which pattern it moves. */
public enum Structure {
    /** Entries in (0.5, 2). */
    POSITIVE(Pattern.FULL),
    /** Entries in (0.12, 0.88): inside the unit interval, clear of its ends. */
    UNIT01(Pattern.FULL),
    /** Entries of size 0.3 to 1.8 with random sign. */
    AWAY(Pattern.FULL),
    /** Normal entries times 0.4. */
    SMALL(Pattern.FULL),
    /** A square matrix with condition number below 12. */
    NONSINGULAR(Pattern.FULL),
    /** Eigenvalues distinct and away from zero in (−2, 2.5). */
    SYMMETRIC(Pattern.SYMMETRIC),
    /** Symmetric with distinct eigenvalues in (0.4, 3). */
    SPD(Pattern.SYMMETRIC),
    /** Antisymmetric with normal entries. */
    SKEW(Pattern.SKEW),
    /** Diagonal with entries away from zero. */
    DIAGONAL(Pattern.DIAGONAL),
    /** Lower triangular with normal entries, those on the diagonal away from zero. */
    LOWER(Pattern.LOWER),
    /** Upper triangular with normal entries, those on the diagonal away from zero. */
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

    /** Whether only square matrices have the structure. */
    public boolean needsSquare() {
        return pattern.needsSquare() || this == NONSINGULAR;
    }

    /** Draws a point. */
    public DMatrixRMaj draw(int rows, int columns, SplittableRandom random) {
        return switch (this) {
            case POSITIVE -> RandomMatrices.entries(rows, columns, new Distribution.Uniform(0.5, 2), random);
            case UNIT01 -> RandomMatrices.entries(rows, columns, new Distribution.Uniform(0.12, 0.88), random);
            case AWAY -> RandomMatrices.entries(rows, columns, Distribution.AWAY_FROM_ZERO, random);
            case SMALL -> RandomMatrices.entries(rows, columns, new Distribution.Normal(0, 0.4), random);
            case NONSINGULAR -> RandomMatrices.nonsingular(rows, random);
            case SYMMETRIC -> RandomMatrices.symmetric(rows, random);
            case SPD -> RandomMatrices.positiveDefinite(rows, random);
            case SKEW, DIAGONAL, LOWER, UPPER ->
                RandomMatrices.patterned(rows, pattern, Distribution.AWAY_FROM_ZERO, random);
            case LOWERPOS -> RandomMatrices.patterned(rows, pattern, new Distribution.Uniform(0.5, 2), random);
        };
    }
}
