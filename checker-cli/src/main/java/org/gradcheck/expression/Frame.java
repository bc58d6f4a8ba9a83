package org.gradcheck.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.gradcheck.expression.arithmetic.Arithmetic;

/** The state of one evaluation: the arithmetic, and a slot for each variable, bound name and shared value. */
final class Frame<M> {

    private final Arithmetic<M> arithmetic;
    private final M nothing;
    private final List<M> slots;

    Frame(Arithmetic<M> arithmetic, int slots) {
        this.arithmetic = arithmetic;
        this.nothing = arithmetic.scalar(0);
        this.slots = new ArrayList<>(Collections.nCopies(slots, nothing));
    }

    /**
     * The arithmetic, for the next operation.
     *
     * @throws CancellationException if the thread is interrupted: nobody waits for the value any more
     */
    Arithmetic<M> arithmetic() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the evaluation was interrupted");
        }
        return arithmetic;
    }

    M get(int slot) {
        return slots.get(slot);
    }

    /** Whether something has been put there, and not been forgotten. */
    boolean has(int slot) {
        return slots.get(slot) != nothing;
    }

    void forget(List<Integer> forgotten) {
        for (int slot : forgotten) {
            slots.set(slot, nothing);
        }
    }

    void put(int slot, M value) {
        slots.set(slot, value);
    }
}
