package org.gradcheck.ddogleg;

import org.ddogleg.optimization.functions.FunctionNtoMxN;
import org.ejml.data.DMatrix;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.function.Fault;
import org.gradcheck.function.FaultException;

/** Calls of a Jacobian as an optimiser makes them: one matrix again and again. */
final class JacobianCall {

    /** What is added is not small; sums of several threads differ in their last digits from call to call. */
    private static final double ROUNDING = 1e-6;

    private JacobianCall() {}

    /**
     * The Jacobian at a point.
     *
     * @throws FaultException if a second call with the same matrix gives another one
     */
    static <S extends DMatrix> DMatrixRMaj of(FunctionNtoMxN<S> jacobian, double[] x) {
        S matrix = jacobian.declareMatrixMxN();
        jacobian.process(x, matrix);
        DMatrixRMaj first = dense(matrix);
        jacobian.process(x, matrix);
        DMatrixRMaj second = dense(matrix);
        if (second.numRows == first.numRows && second.numCols == first.numCols) {
            requireEqual(first, second);
        }
        return first;
    }

    /** Entry by entry, for any kind of matrix. */
    private static DMatrixRMaj dense(DMatrix matrix) {
        DMatrixRMaj dense = new DMatrixRMaj(matrix.getNumRows(), matrix.getNumCols());
        for (int i = 0; i < dense.numRows; i++) {
            for (int j = 0; j < dense.numCols; j++) {
                dense.unsafe_set(i, j, matrix.get(i, j));
            }
        }
        return dense;
    }

    private static void requireEqual(DMatrixRMaj first, DMatrixRMaj second) {
        for (int i = 0; i < first.numRows; i++) {
            for (int j = 0; j < first.numCols; j++) {
                double before = first.unsafe_get(i, j);
                double after = second.unsafe_get(i, j);
                if (Math.abs(after - before) > ROUNDING * Math.abs(before)) {
                    throw new FaultException(new Fault(
                            Fault.Kind.MISUSED_BUFFER,
                            "makes use of what is in the matrix that it is handed, as if it added to it: entry (" + i
                                    + ", " + j + ") is " + before + " after one call and " + after
                                    + " after another with the same matrix"));
                }
            }
        }
    }
}
