package org.gradcheck.adapt;

import java.util.Arrays;
import java.util.function.Consumer;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.function.Fault;
import org.gradcheck.function.FaultException;

/** An array of rows that code is handed for a Jacobian. */
record FilledRows(int outputs, int inputs) {

    /**
     * What code sets.
     *
     * @throws FaultException if it leaves entries out, or needs an array of another shape
     */
    DMatrixRMaj by(Consumer<double[][]> code) {
        try {
            return DMatrixRMaj.wrap(
                    outputs, inputs, new HandedArray(Math.multiplyExact(outputs, inputs)).filledBy(entries -> {
                                double[][] rows = unflattened(entries);
                                code.accept(rows);
                                System.arraycopy(new DMatrixRMaj(rows).data, 0, entries, 0, entries.length);
                            }));
        } catch (IndexOutOfBoundsException e) {
            String shape = "; it is handed an array of " + outputs + " rows, one for each output, and " + inputs
                    + " columns: ";
            throw new FaultException(new Fault(
                    Fault.Kind.THREW,
                    "threw " + e.getClass().getSimpleName() + ": " + e.getMessage() + shape
                            + (fitsTransposed(code)
                                    ? "transposed it would fit; does the code fill the transpose?"
                                    : "is " + outputs + " the number of outputs?")));
        }
    }

    private boolean fitsTransposed(Consumer<double[][]> code) {
        try {
            code.accept(new double[inputs][outputs]);
            return true;
        } catch (IndexOutOfBoundsException e) {
            return false;
        }
    }

    private double[][] unflattened(double[] entries) {
        double[][] rows = new double[outputs][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(entries, i * inputs, (i + 1) * inputs));
        return rows;
    }
}
