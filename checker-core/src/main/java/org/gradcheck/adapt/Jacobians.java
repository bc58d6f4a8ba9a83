package org.gradcheck.adapt;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.function.Fault;
import org.gradcheck.function.FaultException;

/**
 * Jacobians in the shapes that code has, as the function x ↦ J(x) that a check takes: one row for each output, one column for
 * each input.
 *
 * <pre>{@code
 * assertThatFunction(model::residuals).at(p).hasJacobian(Jacobians.fillingRowMajor(3, model::jacobian));
 * }</pre>
 *
 * <p>Arrays that code is handed are used by nobody else; they hold NaN, and a check refutes code that leaves an entry out.
 */
public final class Jacobians {

    private Jacobians() {}

    /** A flat array, row by row: ∂fᵢ/∂xⱼ at i·n + j, n being the number of inputs. */
    public static Function<double[], DMatrixRMaj> rowMajor(Function<double[], double[]> code) {
        return x -> {
            double[] entries = code.apply(x);
            return byRows(outputs(entries, x.length), x.length, entries);
        };
    }

    /** A flat array, column by column: ∂fᵢ/∂xⱼ at j·m + i, m being the number of outputs. */
    public static Function<double[], DMatrixRMaj> columnMajor(Function<double[], double[]> code) {
        return x -> {
            double[] entries = code.apply(x);
            return byColumns(outputs(entries, x.length), x.length, entries);
        };
    }

    /**
     * As {@link #rowMajor}, written into an array: {@code void jacobian(double[] x, double[] j)}.
     *
     * @param outputs m, the number of outputs, by which the length of the array is m·n
     */
    public static Function<double[], DMatrixRMaj> fillingRowMajor(int outputs, BiConsumer<double[], double[]> code) {
        return x -> byRows(outputs, x.length, filled(outputs, x, code));
    }

    /** As {@link #columnMajor}, written into an array: {@code void jacobian(double[] x, double[] j)}. */
    public static Function<double[], DMatrixRMaj> fillingColumnMajor(int outputs, BiConsumer<double[], double[]> code) {
        return x -> byColumns(outputs, x.length, filled(outputs, x, code));
    }

    /** Written into an array of rows, one for each output: {@code void jacobian(double[] x, double[][] j)}. */
    public static Function<double[], DMatrixRMaj> fillingRows(int outputs, BiConsumer<double[], double[][]> code) {
        return x -> new FilledRows(outputs, x.length).by(rows -> code.accept(x, rows));
    }

    /** Written into a matrix of EJML: {@code void jacobian(double[] x, DMatrixRMaj j)}. Code may reshape it. */
    public static Function<double[], DMatrixRMaj> fillingMatrix(int outputs, BiConsumer<double[], DMatrixRMaj> code) {
        return x -> {
            DMatrixRMaj[] matrix = {new DMatrixRMaj(outputs, x.length)};
            double[] entries = array(outputs, x.length).filledBy(handed -> {
                matrix[0] = DMatrixRMaj.wrap(outputs, x.length, handed);
                code.accept(x, matrix[0]);
                detached(matrix[0], handed);
            });
            return matrix[0].numRows == outputs && matrix[0].numCols == x.length
                    ? DMatrixRMaj.wrap(outputs, x.length, entries)
                    : matrix[0];
        };
    }

    /** An array with a row for each input, the transpose of the Jacobian: the gradients of the outputs as its columns. */
    public static Function<double[], DMatrixRMaj> transposed(Function<double[], double[][]> code) {
        return x -> CommonOps_DDRM.transpose(new DMatrixRMaj(code.apply(x)), null);
    }

    /** The diagonal alone, of a function that acts on each entry by itself. Where that is long, see {@link Elementwise#jvp}. */
    public static Function<double[], DMatrixRMaj> diagonal(Function<double[], double[]> code) {
        return x -> CommonOps_DDRM.diag(code.apply(x));
    }

    /** A matrix that was given another array has its entries copied into the one handed out; one of another shape is left to the check. */
    private static void detached(DMatrixRMaj matrix, double[] handed) {
        if (matrix.data != handed || matrix.getNumElements() != handed.length) {
            Arrays.fill(handed, 0);
            System.arraycopy(matrix.data, 0, handed, 0, Math.min(handed.length, matrix.getNumElements()));
        }
    }

    private static double[] filled(int outputs, double[] x, BiConsumer<double[], double[]> code) {
        return array(outputs, x.length).filledBy(entries -> code.accept(x, entries));
    }

    private static HandedArray array(int outputs, int inputs) {
        return new HandedArray(
                Math.multiplyExact(outputs, inputs),
                "; it is handed an array for " + outputs + " outputs × " + inputs + " inputs: is " + outputs
                        + " the number of outputs?");
    }

    private static int outputs(double[] entries, int inputs) {
        if (entries.length % inputs != 0) {
            throw new FaultException(new Fault(
                    Fault.Kind.WRONG_LENGTH,
                    "returned " + entries.length + " entries, which is no multiple of the " + inputs
                            + " inputs: a Jacobian has outputs × inputs"));
        }
        return entries.length / inputs;
    }

    private static DMatrixRMaj byRows(int outputs, int inputs, double[] entries) {
        return DMatrixRMaj.wrap(outputs, inputs, entries.clone());
    }

    private static DMatrixRMaj byColumns(int outputs, int inputs, double[] entries) {
        DMatrixRMaj matrix = new DMatrixRMaj(outputs, inputs);
        for (int j = 0; j < inputs; j++) {
            for (int i = 0; i < outputs; i++) {
                matrix.set(i, j, entries[j * outputs + i]);
            }
        }
        return matrix;
    }
}
