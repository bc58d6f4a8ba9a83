package org.gradcheck.report;

/**
 * A likely cause of a verdict.
 *
 * @param kind a short stable name: "factor", "sign", "transposed"
 * @param text the cause in a plain sentence
 * @param evidence what speaks for it, in a few words; empty where the sentence says it
 */
public record Diagnosis(String kind, String text, String evidence) {

    /** A cause whose sentence says what speaks for it. */
    public Diagnosis(String kind, String text) {
        this(kind, text, "");
    }
}
