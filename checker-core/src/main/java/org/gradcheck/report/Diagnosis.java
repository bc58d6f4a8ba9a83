package org.gradcheck.report;

/**
 * A likely cause of a wrong derivative.
 *
 * @param kind a short stable name: "sign", "factor", "zero", "transposed"
 * @param text the cause with its evidence, as a sentence
 */
public record Diagnosis(String kind, String text) {}
