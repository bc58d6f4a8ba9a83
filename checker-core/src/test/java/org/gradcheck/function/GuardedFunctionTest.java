package org.gradcheck.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

class GuardedFunctionTest {

    private static final double[] X = {1, 2, 3};

    @Test
    void valueIsHandedOnAndCounted() {
        GuardedFunction guarded = new GuardedFunction(x -> new double[] {x[0] + x[1]});

        assertThat(guarded.evaluate(X))
                .isInstanceOfSatisfying(
                        Evaluation.Value.class,
                        value -> assertThat(value.coordinates()).containsExactly(3));
        guarded.evaluate(X);
        assertThat(guarded.evaluations()).isEqualTo(2);
    }

    @Test
    void exceptionBecomesAFault() {
        assertFault(
                x -> {
                    throw new IllegalStateException("no model loaded");
                },
                Fault.Kind.THREW,
                "threw IllegalStateException: no model loaded");
    }

    @Test
    void endlessRecursionBecomesAFault() {
        assertFault(GuardedFunctionTest::recurse, Fault.Kind.THREW, "threw StackOverflowError");
    }

    @Test
    void nanBecomesAFaultThatNamesItsPlace() {
        assertFault(x -> new double[] {1, Double.NaN}, Fault.Kind.NOT_FINITE, "returned NaN at index 1");
    }

    @Test
    void infinityOfAScalarFunctionNeedsNoPlace() {
        assertFault(x -> new double[] {1 / 0.0}, Fault.Kind.NOT_FINITE, "returned Infinity");
    }

    @Test
    @SuppressWarnings("NullAway") // the point of the test
    void nullBecomesAFault() {
        assertFault(x -> null, Fault.Kind.RETURNED_NULL, "returned null");
    }

    @Test
    void changedInputIsDetectedAndTheOriginalKept() {
        assertFault(
                x -> {
                    x[1] = 7;
                    return new double[] {0};
                },
                Fault.Kind.MUTATED_INPUT,
                "changed its argument: index 1 held 2.0 before the call and 7.0 after it");
        assertThat(X).containsExactly(1, 2, 3);
    }

    @Test
    void changedElementOfATypedSpaceIsDetectedToo() {
        TypedFunction<float[], Double> typed = new TypedFunction<>(Spaces.floatVector(3), y -> Spaces.scalar(), x -> {
            x[2] = 0;
            return 1.0;
        });

        assertFault(
                typed,
                Fault.Kind.MUTATED_INPUT,
                "changed its argument: index 2 held 3.0 before the call and 0.0 after it");
    }

    @Test
    void laterValueOfAnotherLengthIsAFault() {
        AtomicInteger calls = new AtomicInteger();
        GuardedFunction guarded = new GuardedFunction(x -> new double[calls.incrementAndGet()]);

        guarded.evaluate(X);

        assertThat(guarded.evaluate(X))
                .isEqualTo(new Evaluation.Failure(
                        new Fault(Fault.Kind.WRONG_LENGTH, "returned 2 values where 1 is expected")));
    }

    @Test
    void reusedOutputBufferDoesNoHarm() {
        double[] buffer = new double[1];
        GuardedFunction guarded = new GuardedFunction(x -> {
            buffer[0] = x[0];
            return buffer;
        });

        Evaluation first = guarded.evaluate(new double[] {1});
        guarded.evaluate(new double[] {2});

        assertThat(((Evaluation.Value) first).coordinates()).containsExactly(1);
    }

    @SuppressWarnings("InfiniteRecursion") // the point of the test
    private static double[] recurse(double[] x) {
        return recurse(x.clone());
    }

    private static void assertFault(VectorFunction function, Fault.Kind kind, String detail) {
        assertThat(new GuardedFunction(function).evaluate(X))
                .isEqualTo(new Evaluation.Failure(new Fault(kind, detail)));
    }
}
