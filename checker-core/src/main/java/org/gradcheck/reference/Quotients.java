package org.gradcheck.reference;

/**
 * Difference quotients of one read-out g along a line, from the coarsest step to the finest, whose error is a power series
 * in a variable u of the step: t² for central quotients, t for one-sided ones. All that extrapolation needs to know.
 */
interface Quotients {

    /** How many there are. */
    int count();

    /** The exponents k of the steps 2⁻ᵏ, increasing. */
    int[] exponents();

    /** The i-th quotient. */
    double quotient(int i);

    /** The variable u in which the error is a power series, at a step t. */
    double variable(double t);

    /** The standard deviation of a quotient in units of ε/t, or of ε/t² for second differences. */
    double deviation();

    /**
     * The standard deviation of Σ wₖcₖ in units of ε, given wₖ times {@link #perValue}. Values that several quotients share
     * count as one.
     */
    double amplification(double[] weightsPerStep);

    /** By what, but for a constant, the i-th quotient multiplies an error of one value of g: 1/t. */
    default double perValue(int i) {
        return 1 / step(i);
    }

    /** The largest |g| that the i-th quotient was made from. */
    double size(int i);

    /** The size of the terms that g(0) is made of, which may cancel. */
    double magnitude();

    /** max |g| over the finest steps and the point itself: what rounding errors near x are relative to. */
    double near();

    /** The step 2⁻ᵏ of the i-th quotient. */
    default double step(int i) {
        return StepLadder.step(exponents()[i]);
    }

    /** u of the i-th step. */
    default double variableAt(int i) {
        return variable(step(i));
    }

    /** Its difference quotient's noise, for values with deviation {@code noise}. */
    default double noiseOf(int i, double noise) {
        return noise * deviation() * perValue(i);
    }
}
