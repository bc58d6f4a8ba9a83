package org.gradcheck.derivative;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.derivative.DerivativeCall.Argument;
import org.gradcheck.derivative.Jacobian.JacobianFunction;
import org.gradcheck.function.Fault;

/** Calls user code that returns a matrix: a copy in, a checked and detached matrix out. */
final class MatrixCall {

    private MatrixCall() {}

    /**
     * The matrix at a point.
     *
     * @param name what the matrix is, for messages
     * @param meaning what its rows and columns stand for, for messages
     * @throws DerivativeFaultException if the call fails or the matrix has another shape
     */
    @SuppressWarnings("NullAway") // user code may return null; DerivativeCall names it
    static DMatrixRMaj of(JacobianFunction function, double[] x, int rows, int columns, String name, String meaning) {
        Argument point = Argument.copyOf(x);
        DMatrixRMaj[] returned = new DMatrixRMaj[1];
        double[] entries = DerivativeCall.of(
                () -> {
                    returned[0] = function.apply(point.copy());
                    return returned[0] == null ? null : entries(returned[0]);
                },
                0,
                point);
        DMatrixRMaj matrix = returned[0];
        if (matrix.numRows != rows || matrix.numCols != columns) {
            boolean transposed = matrix.numRows == columns && matrix.numCols == rows;
            throw new DerivativeFaultException(new Fault(
                    Fault.Kind.WRONG_LENGTH,
                    "returned a " + matrix.numRows + "×" + matrix.numCols + " " + name + " where " + rows + "×"
                            + columns + " is expected (" + meaning + ")" + (transposed ? "; is it transposed?" : "")));
        }
        return DMatrixRMaj.wrap(rows, columns, entries);
    }

    /** The entries alone: an EJML matrix may own a longer array than it uses. */
    private static double[] entries(DMatrixRMaj matrix) {
        return Arrays.copyOf(matrix.data, matrix.getNumElements());
    }
}
