package org.gradcheck.check;

import java.util.Optional;
import org.gradcheck.function.ComplexFunction;
import org.gradcheck.function.ComplexVector;
import org.gradcheck.function.UserCall;
import org.gradcheck.report.TwinFault;

/** Calls of a complex twin with whatever it may do turned into a value or a fault. Used by one thread. */
final class TwinCalls {

    private final ComplexFunction twin;
    private final int outputs;
    private int count;

    TwinCalls(ComplexFunction twin, int outputs) {
        this.twin = twin;
        this.outputs = outputs;
    }

    /**
     * What came of a call: one of the two.
     *
     * @param value finite numbers, as many as f has
     * @param fault what went wrong
     */
    record Call(Optional<ComplexVector> value, Optional<TwinFault> fault) {}

    int count() {
        return count;
    }

    /**
     * The twin at a + ib.
     *
     * @param place where that is, in words
     */
    Call at(double[] a, double[] b, String place) {
        count++;
        ComplexVector y;
        try {
            y = twin.apply(new ComplexVector(a.clone(), b.clone()));
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            return failure(TwinFault.Kind.FAILED, "threw " + UserCall.describe(e) + ", at " + place);
        }
        if (y == null) {
            return failure(TwinFault.Kind.FAILED, "returned null at " + place);
        }
        if (y.length() != outputs) {
            return failure(
                    TwinFault.Kind.WRONG_LENGTH,
                    "returned " + y.length() + (y.length() == 1 ? " value" : " values") + " where f has " + outputs);
        }
        for (int i = 0; i < outputs; i++) {
            if (!Double.isFinite(y.real()[i]) || !Double.isFinite(y.imaginary()[i])) {
                return failure(
                        TwinFault.Kind.NOT_FINITE,
                        "returned " + y.real()[i] + " + " + y.imaginary()[i] + "i" + ofOutput(i, outputs) + " at "
                                + place);
            }
        }
        return new Call(
                Optional.of(new ComplexVector(y.real().clone(), y.imaginary().clone())), Optional.empty());
    }

    /** " in output 2", if there are several. */
    static String ofOutput(int output, int outputs) {
        return outputs == 1 ? "" : " in output " + output;
    }

    private static Call failure(TwinFault.Kind kind, String text) {
        return new Call(Optional.empty(), Optional.of(new TwinFault(kind, text)));
    }
}
