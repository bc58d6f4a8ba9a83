package org.gradcheck.function;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The guard around f. It hands f a copy of every point, counts the calls, and turns whatever f does into an
 * {@link Evaluation}: a value of its own, or a {@link Fault}. Safe for use by several threads if f is.
 */
public final class GuardedFunction {

    private final VectorFunction function;
    private final AtomicInteger evaluations = new AtomicInteger();
    private final AtomicInteger outputLength = new AtomicInteger(0);

    public GuardedFunction(VectorFunction function) {
        this.function = function;
    }

    /** How often f has been called. */
    public int evaluations() {
        return evaluations.get();
    }

    /** f(x), with as many coordinates as the first value had. */
    public Evaluation evaluate(double[] x) {
        evaluations.incrementAndGet();
        double[] argument = function instanceof TypedFunction ? x : x.clone(); // which copies it itself
        Evaluation evaluation = UserCall.evaluate(() -> detach(function.apply(argument)), outputLength.get());
        Optional<Fault> mutation = x == argument ? Optional.empty() : UserCall.mutation(x, argument);
        if (mutation.isPresent()) {
            return new Evaluation.Failure(mutation.get());
        }
        if (evaluation instanceof Evaluation.Value value) {
            outputLength.compareAndSet(0, value.coordinates().length);
        }
        return evaluation;
    }

    /** f may return its own argument, or one buffer again and again; what is kept must be ours. */
    @SuppressWarnings("NullAway") // null goes on to the check for it
    private static double[] detach(double[] result) {
        return result == null ? null : result.clone();
    }
}
