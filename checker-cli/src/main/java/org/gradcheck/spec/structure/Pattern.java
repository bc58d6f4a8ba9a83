package org.gradcheck.spec.structure;

/** The linear spaces of matrices in which a structure keeps a variable and its directions. */
public enum Pattern {
    /** All matrices. */
    FULL(false),
    /** A′ = A. */
    SYMMETRIC(true),
    /** A′ = −A. */
    SKEW(true),
    /** Zero off the diagonal. */
    DIAGONAL(true),
    /** Zero above the diagonal. */
    LOWER(true),
    /** Zero below the diagonal. */
    UPPER(true);

    private final boolean square;

    Pattern(boolean square) {
        this.square = square;
    }

    /** Whether only square matrices have it. */
    public boolean needsSquare() {
        return square;
    }

    /** Whether entry (i, j), with i ≠ j, is minus or plus entry (j, i). */
    boolean pairsEntries() {
        return this == SYMMETRIC || this == SKEW;
    }

    /** Whether entry (i, j) may be other than zero. */
    boolean holds(int i, int j) {
        return switch (this) {
            case FULL, SYMMETRIC -> true;
            case SKEW -> i != j;
            case DIAGONAL -> i == j;
            case LOWER -> i >= j;
            case UPPER -> i <= j;
        };
    }

    /** Whether entry (i, j) has a coordinate of its own: of paired entries only the one below the diagonal. */
    boolean isFree(int i, int j) {
        return holds(i, j) && (!pairsEntries() || i >= j);
    }
}
