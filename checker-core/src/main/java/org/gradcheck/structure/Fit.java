package org.gradcheck.structure;

/** The shapes that a structure needs. */
public enum Fit {
    /** Whatever. */
    ANY("matrices of any shape") {
        @Override
        public boolean accepts(int rows, int columns) {
            return true;
        }
    },
    /** n×n. */
    SQUARE("square matrices") {
        @Override
        public boolean accepts(int rows, int columns) {
            return rows == columns;
        }
    },
    /** n×n with n at least 2. */
    SQUARE_OF_TWO("square matrices of at least two rows") {
        @Override
        public boolean accepts(int rows, int columns) {
            return rows == columns && rows >= 2;
        }
    },
    /** n×p with p at most n, and n at least 2. */
    TALL("matrices with at least two rows, and no more columns than rows") {
        @Override
        public boolean accepts(int rows, int columns) {
            return rows >= Math.max(2, columns);
        }
    },
    /** m×n with m and n at least 2. */
    TWO_BY_TWO("matrices of at least two rows and two columns") {
        @Override
        public boolean accepts(int rows, int columns) {
            return rows >= 2 && columns >= 2;
        }
    },
    /** m×n with n at least 2. */
    TWO_COLUMNS("matrices of at least two columns") {
        @Override
        public boolean accepts(int rows, int columns) {
            return columns >= 2;
        }
    },
    /** n×1 with n at least 2. */
    COLUMN_OF_TWO("columns of at least two entries") {
        @Override
        public boolean accepts(int rows, int columns) {
            return rows >= 2 && columns == 1;
        }
    },
    /** 3×1. */
    COLUMN_OF_THREE("columns of three entries") {
        @Override
        public boolean accepts(int rows, int columns) {
            return rows == 3 && columns == 1;
        }
    };

    private final String label;

    Fit(String label) {
        this.label = label;
    }

    /** What it needs, in words: "square matrices". */
    public String label() {
        return label;
    }

    /** Whether a shape fits. */
    public abstract boolean accepts(int rows, int columns);
}
