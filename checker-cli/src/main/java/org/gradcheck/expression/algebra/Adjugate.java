package org.gradcheck.expression.algebra;

import java.util.ArrayList;
import java.util.List;
import org.gradcheck.expression.arithmetic.Arithmetic;

/** The adjugate by its definition: singular matrices have one, too. */
public final class Adjugate {

    private Adjugate() {}

    /** The transpose of the matrix of cofactors. */
    public static <M> M of(Arithmetic<M> on, M a) {
        int size = on.rows(a);
        if (size == 1) {
            return on.identity(1);
        }
        List<Arithmetic.Block<M>> cofactors = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                M minor = on.determinant(without(on, a, size, i, j));
                cofactors.add(new Arithmetic.Block<>(j, i, (i + j) % 2 == 0 ? minor : on.negate(minor)));
            }
        }
        return on.assemble(size, size, cofactors);
    }

    private static <M> M without(Arithmetic<M> on, M a, int size, int row, int column) {
        return on.rearrange(a, size - 1, size - 1, (i, j) -> (i < row ? i : i + 1) * size + (j < column ? j : j + 1));
    }
}
