package org.gradcheck.function;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.gradcheck.space.NotInSpaceException;

/**
 * One call into the user's code, with whatever it may do turned into an {@link Evaluation}. The same rules serve f and
 * its derivatives.
 */
public final class UserCall {

    private UserCall() {}

    /**
     * Calls {@code call} and judges the result.
     *
     * @param expectedLength the number of coordinates the result must have; not positive if any number will do
     */
    public static Evaluation evaluate(Supplier<double[]> call, int expectedLength) {
        double[] result;
        try {
            result = call.get();
        } catch (FaultException e) {
            return new Evaluation.Failure(e.fault());
        } catch (NotInSpaceException e) {
            return failure(Fault.Kind.WRONG_LENGTH, "returned a value of the wrong shape: " + e.getMessage());
        } catch (Exception | StackOverflowError | AssertionError | LinkageError e) {
            return failure(Fault.Kind.THREW, "threw " + describe(e));
        }
        if (result == null) {
            return failure(Fault.Kind.RETURNED_NULL, "returned null");
        }
        if (expectedLength > 0 && result.length != expectedLength) {
            return failure(
                    Fault.Kind.WRONG_LENGTH,
                    "returned " + result.length + (result.length == 1 ? " value" : " values") + " where "
                            + expectedLength + (expectedLength == 1 ? " is" : " are") + " expected");
        }
        for (int i = 0; i < result.length; i++) {
            if (!Double.isFinite(result[i])) {
                return failure(
                        Fault.Kind.NOT_FINITE,
                        result.length == 1 ? "returned " + result[i] : "returned " + result[i] + " at index " + i);
            }
        }
        return new Evaluation.Value(result);
    }

    /** A fault if an argument handed to the user no longer holds what it held. */
    public static Optional<Fault> mutation(double[] before, double[] after) {
        if (Arrays.equals(before, after)) {
            return Optional.empty();
        }
        for (int i = 0; i < before.length; i++) {
            if (Double.doubleToRawLongBits(before[i]) != Double.doubleToRawLongBits(after[i])) {
                return Optional.of(new Fault(
                        Fault.Kind.MUTATED_INPUT,
                        "changed its argument: index " + i + " held " + before[i] + " before the call and " + after[i]
                                + " after it"));
            }
        }
        return Optional.empty();
    }

    private static Evaluation failure(Fault.Kind kind, String detail) {
        return new Evaluation.Failure(new Fault(kind, detail));
    }

    /** What was thrown, with its message. */
    public static String describe(Throwable thrown) {
        String message = thrown.getMessage();
        String type = thrown.getClass().getSimpleName();
        return message == null || message.isBlank() ? type : type + ": " + message;
    }
}
