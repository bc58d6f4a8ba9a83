package org.gradcheck.spec;

/**
 * An expression as it stands in a spec.
 *
 * @param text the expression
 * @param place where it stands
 */
public record Formula(String text, Place place) {}
