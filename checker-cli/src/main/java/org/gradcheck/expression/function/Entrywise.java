package org.gradcheck.expression.function;

import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.EntryFunction;
import org.gradcheck.expression.arithmetic.EntryOperator;

/** Kernels that work entry by entry. */
final class Entrywise {

    private Entrywise() {}

    record Unary(EntryFunction function) implements Kernel {
        @Override
        public <M> M evaluate(Arithmetic<M> on, Arguments<M> in) {
            return on.map(function, in.get(0));
        }
    }

    record Binary(EntryOperator operator) implements Kernel {
        @Override
        public <M> M evaluate(Arithmetic<M> on, Arguments<M> in) {
            return on.combine(operator, in.get(0), in.get(1));
        }
    }
}
