package org.gradcheck.expression.arithmetic;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * The operations on matrices from which every function of the language is composed, so that one formula serves real and complex matrices.
 *
 * <p>Over the complex numbers each operation is the analytic continuation of the real one: nothing conjugates, and whatever depends on
 * order or sign looks at real parts. Arguments are never modified and results never share memory with them, but where an operation says so. A numeric failure, such as
 * the inverse of a singular matrix, gives NaN entries and no exception. Shapes are the caller's duty.
 *
 * @param <M> the matrix type
 */
public interface Arithmetic<M> {

    int rows(M x);

    int columns(M x);

    /** A matrix with the given real values. */
    M embed(DMatrixRMaj values);

    /** The real parts; a fresh matrix. */
    DMatrixRMaj realPart(M x);

    M copy(M x);

    M add(M x, M y);

    M subtract(M x, M y);

    /** x + s·y, for a 1×1 matrix s. */
    M addScaled(M x, M s, M y);

    /** x + y, put in place of x, which nobody else may hold. */
    M addOver(M x, M y);

    /** x + s·y, put in place of x, which nobody else may hold, for a 1×1 matrix s. */
    M addScaledOver(M x, M s, M y);

    /** The matrix product. */
    M multiply(M x, M y);

    /** The matrix product of the transpose of x with y. */
    M multiplyTransposed(M x, M y);

    /** The matrix product of x with the transpose of y. */
    M multiplyByTransposed(M x, M y);

    /** Every entry of x times the 1×1 matrix s. */
    M scale(M s, M x);

    /** Every entry of x divided by the 1×1 matrix s. */
    M unscale(M x, M s);

    M negate(M x);

    /** The transpose, without conjugation. */
    M transpose(M x);

    M map(EntryFunction function, M x);

    /** The same as {@link #map}, put in place of x, which nobody else may hold. */
    M mapOver(EntryFunction function, M x);

    /** Entry by entry; in each dimension the sizes agree or one of them is 1, which is then repeated. */
    M combine(EntryOperator operator, M x, M y);

    /** A matrix whose entries are entries of x or zero. */
    M rearrange(M x, int rows, int columns, EntryMap map);

    /** A matrix composed of blocks that cover it; a block is put with its first entry at its place. */
    M assemble(int rows, int columns, List<Block<M>> blocks);

    /** Entries of {@code yes} where the condition is not 0, of {@code no} where it is 0, NaN where it is NaN; all of one shape. */
    M choose(DMatrixRMaj condition, M yes, M no);

    /** The place, between two places counted along rows, of the first entry with the largest real part, or of the first NaN. */
    int largest(M x, int from, int to);

    /** The sum over rows: a single row. */
    M columnSums(M x);

    /** The sum over columns: a single column. */
    M rowSums(M x);

    /** The sum of all entries, as 1×1. */
    M sum(M x);

    /** The product of all entries, as 1×1. */
    M product(M x);

    /** Running sums down each column. */
    M runningSums(M x);

    /** The solution X of A·X = B by LU factorisation with partial pivoting; NaN when A is singular. */
    M solve(M a, M b);

    /**
     * The lower triangular L with positive diagonal and A = L·Lᵀ; only the lower triangle of A is read. NaN where A is not positive
     * definite.
     */
    M cholesky(M a);

    /**
     * The thin factorisation A = Q·R of a matrix with at least as many rows as columns, by Gram–Schmidt orthogonalisation in two passes;
     * NaN where columns are dependent to rounding.
     */
    Orthonormal<M> orthonormalise(M a);

    /** The determinant, as 1×1; 0 for a singular matrix. */
    M determinant(M a);

    /** The logarithm of |det A|, continued as log(±det A), as 1×1; −∞ for a singular matrix. Free of overflow. */
    M logDeterminant(M a);

    /**
     * Columns with QᵀQ = I, and what they are to be multiplied by.
     *
     * @param basis Q
     * @param upper R, upper triangular with a positive diagonal
     */
    record Orthonormal<M>(M basis, M upper) {}

    /** A part of an assembled matrix. */
    record Block<M>(int row, int column, M content) {}

    default M scalar(double value) {
        DMatrixRMaj matrix = new DMatrixRMaj(1, 1);
        matrix.data[0] = value;
        return embed(matrix);
    }

    default M filled(int rows, int columns, double value) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        matrix.fill(value);
        return embed(matrix);
    }

    default M identity(int size) {
        DMatrixRMaj matrix = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            matrix.unsafe_set(i, i, 1);
        }
        return embed(matrix);
    }

    default M inverse(M a) {
        return solve(a, identity(rows(a)));
    }

    /** The contiguous part that starts at the given place, counted from 0. */
    default M part(M x, int firstRow, int firstColumn, int rows, int columns) {
        int width = columns(x);
        return rearrange(x, rows, columns, (i, j) -> (firstRow + i) * width + firstColumn + j);
    }
}
