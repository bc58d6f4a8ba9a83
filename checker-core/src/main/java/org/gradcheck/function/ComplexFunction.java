package org.gradcheck.function;

/**
 * The analytic continuation of f to complex arguments near the real point: the same formula without conjugation,
 * modulus or comparison of imaginary parts. With it a derivative is known to the last digits (Squire and Trapp, "Using
 * complex variables to estimate derivatives of real functions", 1998).
 */
@FunctionalInterface
public interface ComplexFunction {

    /** f(z), with as many entries as the real f has coordinates. */
    ComplexVector apply(ComplexVector z);
}
