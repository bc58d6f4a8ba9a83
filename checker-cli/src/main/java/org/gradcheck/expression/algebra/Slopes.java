package org.gradcheck.expression.algebra;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryFunction;

/**
 * Takes the imaginary part from results that have a real value but no continuation, such as one of two equal eigenvalues: with NaN in its
 * place nobody takes it for a derivative.
 */
final class Slopes {

    private Slopes() {}

    /** x with NaN imaginary parts in the marked columns, unless the matrix it was computed from is real. */
    static <M> M removed(Arithmetic<M> on, M x, boolean[] columns, M from) {
        if (isReal(on, from)) {
            return x;
        }
        DMatrixRMaj marked = new DMatrixRMaj(on.rows(x), on.columns(x));
        for (int i = 0; i < marked.numRows; i++) {
            for (int j = 0; j < marked.numCols; j++) {
                marked.set(i, j, columns[j] ? 1 : 0);
            }
        }
        return on.choose(marked, on.map(EntryFunction.WITHOUT_SLOPE, x), x);
    }

    /** x with NaN imaginary parts, unless the matrix it was computed from is real. */
    static <M> M removed(Arithmetic<M> on, M x, M from) {
        return isReal(on, from) ? x : on.map(EntryFunction.WITHOUT_SLOPE, x);
    }

    private static <M> boolean isReal(Arithmetic<M> on, M x) {
        return CommonOps_DDRM.elementMaxAbs(on.realPart(on.map(EntryFunction.IMAGINARY, x))) == 0;
    }
}
