package org.gradcheck.spec.structure;

import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;

/**
 * Orthonormal coordinates, in the Frobenius inner product ⟨A, B⟩ = Σ AᵢⱼBᵢⱼ, of the m×n matrices with a pattern: by columns,
 * an entry each, or √2 times it where two entries are tied. With an orthonormal basis the same map that reads a member's
 * coordinates reads the coordinates of any other matrix's projection, which is all that a pairing with members sees.
 */
public final class MatrixCoordinates {

    private static final double ROOT_HALF = Math.sqrt(0.5);

    private final int rows;
    private final int columns;
    private final Pattern pattern;
    private final int dimension;

    public MatrixCoordinates(int rows, int columns, Pattern pattern) {
        this.rows = rows;
        this.columns = columns;
        this.pattern = pattern;
        int free = 0;
        if (pattern == Pattern.FULL) {
            free = rows * columns;
        } else {
            for (int j = 0; j < columns; j++) {
                for (int i = 0; i < rows; i++) {
                    free += pattern.isFree(i, j) ? 1 : 0;
                }
            }
        }
        this.dimension = free;
    }

    /** The number of rows, m. */
    public int rows() {
        return rows;
    }

    /** The number of columns, n. */
    public int columns() {
        return columns;
    }

    /** How many coordinates there are; 0 for a 1×1 skew matrix. */
    public int dimension() {
        return dimension;
    }

    /** Writes the coordinates of the projection of a matrix to {@code target}, from {@code offset} on. */
    public void project(DMatrixRMaj matrix, double[] target, int offset) {
        int at = offset;
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                if (pattern.isFree(i, j)) {
                    target[at++] = coordinate(matrix, i, j);
                }
            }
        }
    }

    private double coordinate(DMatrixRMaj matrix, int i, int j) {
        double entry = matrix.unsafe_get(i, j);
        if (i == j || !pattern.pairsEntries()) {
            return entry;
        }
        double partner = matrix.unsafe_get(j, i);
        return ROOT_HALF * (pattern == Pattern.SKEW ? entry - partner : entry + partner);
    }

    /** The matrix whose coordinates start at {@code offset}. */
    public DMatrixRMaj matrix(double[] coordinates, int offset) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        place(coordinates, offset, matrix.data, 1, 0);
        return matrix;
    }

    /** The matrix whose complex coordinates start at {@code offset}. */
    public ZMatrixRMaj matrix(double[] real, double[] imaginary, int offset) {
        ZMatrixRMaj matrix = new ZMatrixRMaj(rows, columns);
        place(real, offset, matrix.data, 2, 0);
        place(imaginary, offset, matrix.data, 2, 1);
        return matrix;
    }

    private void place(double[] coordinates, int offset, double[] data, int stride, int part) {
        int at = offset;
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                if (pattern.isFree(i, j)) {
                    double coordinate = coordinates[at++];
                    boolean paired = i != j && pattern.pairsEntries();
                    double entry = paired ? ROOT_HALF * coordinate : coordinate;
                    data[stride * (i * columns + j) + part] = entry;
                    if (paired) {
                        data[stride * (j * columns + i) + part] = pattern == Pattern.SKEW ? -entry : entry;
                    }
                }
            }
        }
    }

    /** Whether a matrix has the pattern exactly. */
    public boolean contains(DMatrixRMaj matrix) {
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                double entry = matrix.unsafe_get(i, j);
                boolean fits = pattern.holds(i, j) ? fitsPartner(matrix, i, j) : entry == 0;
                if (!fits) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean fitsPartner(DMatrixRMaj matrix, int i, int j) {
        if (!pattern.pairsEntries()) {
            return true;
        }
        double partner = matrix.unsafe_get(j, i);
        return matrix.unsafe_get(i, j) == (pattern == Pattern.SKEW ? -partner : partner);
    }
}
