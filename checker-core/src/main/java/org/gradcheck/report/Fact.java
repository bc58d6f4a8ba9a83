package org.gradcheck.report;

/**
 * A line of a message: what, and its value. Facts are aligned where they are shown.
 *
 * @param key what the value is
 * @param value the value, on one line
 */
public record Fact(String key, String value) {}
