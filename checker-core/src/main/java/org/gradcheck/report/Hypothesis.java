package org.gradcheck.report;

import java.util.List;

/**
 * A possible cause that was looked into.
 *
 * @param kinds the kinds of {@link Diagnosis} that it can lead to
 * @param question what was asked: "is it a multiple of the right one?"
 * @param outcome what came of it
 * @param text what was seen
 */
public record Hypothesis(List<String> kinds, String question, Outcome outcome, String text) {

    public Hypothesis {
        kinds = List.copyOf(kinds);
    }

    /** What came of a hypothesis. */
    public enum Outcome {
        /** It explains all that was measured, on fresh directions too. */
        FITS,
        /** It contradicts what was measured. */
        REJECTED,
        /** It explains what was measured, and so would much else: not claimed. */
        NOT_TOLD_APART,
        /** The question does not arise. */
        NOT_APPLICABLE
    }
}
