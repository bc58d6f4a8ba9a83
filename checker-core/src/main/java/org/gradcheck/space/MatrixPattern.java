package org.gradcheck.space;

/** Which entries of a square matrix are free, and what follows for the entry across the diagonal. */
enum MatrixPattern {
    SYMMETRIC("symmetric", 1) {
        @Override
        boolean isFree(int i, int j) {
            return i <= j;
        }
    },
    SKEW("skew-symmetric", -1) {
        @Override
        boolean isFree(int i, int j) {
            return i < j;
        }
    },
    DIAGONAL("diagonal", 0) {
        @Override
        boolean isFree(int i, int j) {
            return i == j;
        }
    },
    LOWER_TRIANGULAR("lower triangular", 0) {
        @Override
        boolean isFree(int i, int j) {
            return i >= j;
        }
    },
    UPPER_TRIANGULAR("upper triangular", 0) {
        @Override
        boolean isFree(int i, int j) {
            return i <= j;
        }
    };

    private final String label;
    private final int mirror;

    MatrixPattern(String label, int mirror) {
        this.label = label;
        this.mirror = mirror;
    }

    String label() {
        return label;
    }

    abstract boolean isFree(int i, int j);

    /** The factor from a free entry to the one across the diagonal; 0 where that is 0. */
    int mirror() {
        return mirror;
    }

    /** The entry (i, j) of the nearest matrix of this pattern, from the entries (i, j) and (j, i). */
    double nearest(int i, int j, double entry, double across) {
        if (mirror != 0) {
            return (entry + mirror * across) / 2;
        }
        return isFree(i, j) ? entry : 0;
    }

    /** What is wrong with two entries across the diagonal. */
    String violation(int i, int j, double entry, double across) {
        if (mirror == 0) {
            return "entry (" + i + ", " + j + ") is " + Violation.number(entry) + ", not 0";
        }
        if (i == j) {
            return "entry (" + i + ", " + i + ") on its diagonal is " + Violation.number(entry) + ", not 0";
        }
        return "entries (" + i + ", " + j + ") and (" + j + ", " + i + ") are " + Violation.number(entry) + " and "
                + Violation.number(across);
    }
}
