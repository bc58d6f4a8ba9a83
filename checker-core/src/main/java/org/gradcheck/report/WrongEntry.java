package org.gradcheck.report;

/**
 * An entry of a derivative that is wrong by itself.
 *
 * @param name what the user calls it: "W(2, 3)", "weights[0, 2]", "output 3"
 * @param coordinate its number among all coordinates, from 0
 * @param supplied the user's number
 * @param reference what it should be
 * @param bound how far the reference may be off
 */
public record WrongEntry(String name, int coordinate, double supplied, double reference, double bound) {}
