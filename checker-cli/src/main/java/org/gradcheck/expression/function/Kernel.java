package org.gradcheck.expression.function;

import org.gradcheck.expression.arithmetic.Arithmetic;

/** The computation of a function, written once for all arithmetics. It may not modify its arguments. */
@FunctionalInterface
public interface Kernel {

    <M> M evaluate(Arithmetic<M> on, Arguments<M> in);
}
