package org.gradcheck.expression;

import java.util.List;
import org.gradcheck.expression.arithmetic.Arithmetic;

/** The state of one evaluation: the arithmetic, and a slot for each variable, definition and bound name. */
final class Frame<M> {

    private final Arithmetic<M> arithmetic;
    private final List<M> slots;

    Frame(Arithmetic<M> arithmetic, List<M> slots) {
        this.arithmetic = arithmetic;
        this.slots = slots;
    }

    Arithmetic<M> arithmetic() {
        return arithmetic;
    }

    M get(int slot) {
        return slots.get(slot);
    }

    void put(int slot, M value) {
        slots.set(slot, value);
    }
}
