package org.gradcheck.expression.algebra;

import java.util.ArrayList;
import java.util.List;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryFunction;

/** The Cholesky factor by outer products (G. H. Golub and C. F. Van Loan, "Matrix Computations", 4.2). */
public final class Cholesky {

    private Cholesky() {}

    /**
     * Lower triangular L with positive diagonal and A = L·Lᵀ; only the lower triangle of A is read. NaN where A is not positive
     * definite.
     */
    public static <M> M factor(Arithmetic<M> on, M a) {
        int size = on.rows(a);
        List<Arithmetic.Block<M>> columns = new ArrayList<>();
        M rest = on.rearrange(a, size, size, (i, j) -> Math.max(i, j) * size + Math.min(i, j));
        for (int k = 0; k < size; k++) {
            int left = size - k;
            M pivot = on.map(EntryFunction.SQRT, on.part(rest, 0, 0, 1, 1));
            M column = on.unscale(on.part(rest, 0, 0, left, 1), pivot);
            columns.add(new Arithmetic.Block<>(k, k, column));
            if (left > 1) {
                M below = on.part(column, 1, 0, left - 1, 1);
                M inner = on.part(rest, 1, 1, left - 1, left - 1);
                rest = on.subtract(inner, on.multiply(below, on.transpose(below)));
            }
        }
        return on.assemble(size, size, columns);
    }
}
