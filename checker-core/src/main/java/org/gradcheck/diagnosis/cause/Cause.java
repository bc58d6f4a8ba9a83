package org.gradcheck.diagnosis.cause;

import java.util.List;

/**
 * A mistake that people make in derivatives. It says what the derivative would be without it; whether that is right, the
 * probes decide.
 */
interface Cause {

    /** The kinds of diagnosis that it can lead to: short stable names. */
    List<String> kinds();

    /** What is asked, as a question. */
    String question();

    /** Whether it explains so much that it is only asked when no other cause fits. */
    default boolean isLastResort() {
        return false;
    }

    /** The derivative without the mistake, in the ways it can have been made; none where the question does not arise. */
    List<Correction> corrections(Clues clues);
}
