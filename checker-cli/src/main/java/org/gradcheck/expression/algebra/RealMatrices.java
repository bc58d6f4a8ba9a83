package org.gradcheck.expression.algebra;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.gradcheck.expression.arithmetic.Arithmetic;

/** Decisions that only look at real parts, so that real and complex evaluation go the same way. */
final class RealMatrices {

    private RealMatrices() {}

    /** The largest sum of absolute values in a column. */
    static <M> double norm1(Arithmetic<M> on, M x) {
        return NormOps_DDRM.inducedP1(on.realPart(x));
    }

    static <M> double largest(Arithmetic<M> on, M x) {
        return CommonOps_DDRM.elementMaxAbs(on.realPart(x));
    }

    static <M> boolean isFinite(Arithmetic<M> on, M x) {
        DMatrixRMaj real = on.realPart(x);
        for (int at = 0; at < real.getNumElements(); at++) {
            if (!Double.isFinite(real.data[at])) {
                return false;
            }
        }
        return true;
    }

    /** A row of the signs of the entry of largest size in each column. */
    static <M> M signs(Arithmetic<M> on, M x) {
        DMatrixRMaj real = on.realPart(x);
        DMatrixRMaj signs = new DMatrixRMaj(1, real.numCols);
        for (int j = 0; j < real.numCols; j++) {
            double largest = 0;
            for (int i = 0; i < real.numRows; i++) {
                double entry = real.get(i, j);
                largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
            }
            signs.data[j] = largest < 0 ? -1 : 1;
        }
        return on.embed(signs);
    }

    static <M> M allNaN(Arithmetic<M> on, int rows, int columns) {
        return on.filled(rows, columns, Double.NaN);
    }
}
