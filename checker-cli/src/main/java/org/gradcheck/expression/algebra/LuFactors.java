package org.gradcheck.expression.algebra;

import java.util.ArrayList;
import java.util.List;
import org.gradcheck.expression.arithmetic.Arithmetic;

/**
 * A = L·U without exchange of rows, by outer products (G. H. Golub and C. F. Van Loan, "Matrix Computations", 3.2); NaN or infinite
 * behind a leading minor of zero.
 *
 * @param lower lower triangular with ones on its diagonal
 * @param upper upper triangular
 */
public record LuFactors<M>(M lower, M upper) {

    /** Factors a square matrix. */
    public static <M> LuFactors<M> of(Arithmetic<M> on, M a) {
        int size = on.rows(a);
        List<Arithmetic.Block<M>> columns = new ArrayList<>();
        List<Arithmetic.Block<M>> rows = new ArrayList<>();
        M rest = a;
        for (int k = 0; k < size; k++) {
            int left = size - k;
            M row = on.part(rest, 0, 0, 1, left);
            M column = on.unscale(on.part(rest, 0, 0, left, 1), on.part(rest, 0, 0, 1, 1));
            rows.add(new Arithmetic.Block<>(k, k, row));
            columns.add(new Arithmetic.Block<>(k, k, column));
            if (left > 1) {
                M product = on.multiply(on.part(column, 1, 0, left - 1, 1), on.part(row, 0, 1, 1, left - 1));
                rest = on.subtract(on.part(rest, 1, 1, left - 1, left - 1), product);
            }
        }
        return new LuFactors<>(on.assemble(size, size, columns), on.assemble(size, size, rows));
    }
}
