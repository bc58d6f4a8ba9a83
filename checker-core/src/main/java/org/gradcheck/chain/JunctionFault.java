package org.gradcheck.chain;

/**
 * Two stages, or an input and a stage, that do not fit together.
 *
 * @param kind "space" if one gives what the other does not take, "linearised" if a stage was linearised at another value than
 *     it receives
 * @param from the input or stage that gives
 * @param to the stage that takes
 * @param text what does not fit, as a sentence
 */
public record JunctionFault(String kind, String from, String to, String text) {}
