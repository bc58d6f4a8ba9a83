package org.gradcheck.derivative;

import java.util.function.Supplier;
import org.gradcheck.function.Evaluation;
import org.gradcheck.function.UserCall;

/** Calls the user's derivative: copies in, a checked and detached result out. */
final class DerivativeCall {

    private DerivativeCall() {}

    /** @param arguments what was handed to the user, as pairs of original and copy */
    static double[] of(Supplier<double[]> call, int expectedLength, Argument... arguments) {
        Evaluation evaluation = UserCall.evaluate(call, expectedLength);
        for (Argument argument : arguments) {
            UserCall.mutation(argument.original(), argument.copy()).ifPresent(fault -> {
                throw new DerivativeFaultException(fault);
            });
        }
        if (evaluation instanceof Evaluation.Failure failure) {
            throw new DerivativeFaultException(failure.fault());
        }
        return ((Evaluation.Value) evaluation).coordinates().clone();
    }

    /** An argument and the copy of it that the user's code gets to see. */
    record Argument(double[] original, double[] copy) {
        static Argument copyOf(double[] original) {
            return new Argument(original, original.clone());
        }
    }
}
