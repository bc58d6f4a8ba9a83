package org.gradcheck.reference;

import java.util.OptionalDouble;

/** A derivative along a line from differences of f, estimated from the pairs of steps evaluated so far. */
public sealed interface Differences permits CentralDifference, SecondDifference {

    /** The line the differences are taken on. */
    Line line();

    /** The estimate for one read-out, given the value it will be compared with. */
    LineEstimate estimate(int readOut, double supplied);

    /** f′(x)[v] of one read-out, where a derivative of higher order is estimated; empty if that is what is estimated. */
    OptionalDouble slope(int readOut);

    /** The difference quotient at a step of any size, not remembered; NaN where f fails. */
    double quotientAt(double t, int readOut);

    /** What a difference of values is divided by to make a quotient: t, or t² for second differences. */
    double divisor(double t);

    /** The steps to begin with, as exponents. */
    int[] firstSteps();

    /** The exponents of the steps that would help this read-out most, best first; empty if none would. */
    int[] wanted(int readOut, double supplied);
}
