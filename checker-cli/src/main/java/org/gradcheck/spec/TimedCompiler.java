package org.gradcheck.spec;

import java.util.function.Supplier;

/** Reads and compiles specs within the time that a spec may take: a weight of an inner product is evaluated, and need not return. */
public final class TimedCompiler {

    private TimedCompiler() {}

    /**
     * The spec, ready to be checked.
     *
     * @throws SpecException if it cannot be read or compiled, or not in time
     */
    public static CompiledSpec compile(SpecSource source, Limits limits) {
        TimeLimit limit = new TimeLimit(limits.time());
        try {
            return limit.call(() -> attempt(source, limits))
                    .orElseThrow(() -> new SpecException(Place.of(source.name()), limit.givenUp()))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SpecException(Place.of(source.name()), "it was interrupted");
        }
    }

    /** Problems are thrown in the thread that asks. */
    private static Supplier<CompiledSpec> attempt(SpecSource source, Limits limits) {
        try {
            CompiledSpec compiled = SpecCompiler.compile(source.read(), limits);
            return () -> compiled;
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        } catch (OutOfMemoryError | StackOverflowError e) {
            return () -> {
                throw e;
            };
        }
    }
}
