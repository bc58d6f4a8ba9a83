package org.gradcheck.report;

/**
 * One row of the remainder table.
 *
 * @param step h, relative to the direction
 * @param quotient the central difference quotient (g(h) − g(−h)) / 2h
 * @param remainder |g(h) − g(0) − h·D|: order 2 in h when D is right, 1 when it is wrong
 * @param centralRemainder |(g(h) − g(−h))/2 − h·D|: order 3 when D is right, 1 when it is wrong
 */
public record RemainderPoint(double step, double quotient, double remainder, double centralRemainder) {}
