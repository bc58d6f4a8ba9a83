package org.gradcheck.reference;

/** A derivative along a line from differences of f, estimated from the pairs of steps evaluated so far. */
public sealed interface Differences permits CentralDifference, SecondDifference {

    /** The line the differences are taken on. */
    Line line();

    /** The estimate for one read-out, given the value it will be compared with. */
    LineEstimate estimate(int readOut, double supplied);

    /** The steps to begin with, as exponents. */
    int[] firstSteps();

    /** The exponents of the steps that would help this read-out most, best first; empty if none would. */
    int[] wanted(int readOut, double supplied);
}
