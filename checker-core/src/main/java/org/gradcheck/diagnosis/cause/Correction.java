package org.gradcheck.diagnosis.cause;

/**
 * What the derivative would be without a mistake.
 *
 * @param corrected the derivative without the mistake
 * @param uncertainty how far fitted numbers leave it open
 * @param parameters how many numbers were fitted
 * @param kind the kind of the mistake
 * @param text the mistake in a plain sentence
 */
record Correction(Pairing corrected, Pairing uncertainty, int parameters, String kind, String text) {

    /** A correction without fitted numbers. */
    static Correction exact(Pairing corrected, String kind, String text) {
        return new Correction(corrected, (v, w) -> 0, 0, kind, text);
    }
}
