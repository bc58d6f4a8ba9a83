package org.gradcheck.chain;

import java.util.List;
import java.util.Optional;
import org.gradcheck.report.Diagnosis;

/**
 * What is wrong with a chain, in one sentence.
 *
 * @param kind what sort of thing it is
 * @param stage the first stage concerned
 * @param text the sentence
 * @param causes likely causes; of several that explain the same numbers none can be told from the others
 */
public record Conclusion(Kind kind, Optional<String> stage, String text, List<Diagnosis> causes) {

    public Conclusion {
        causes = List.copyOf(causes);
    }

    /** The sorts of conclusion. */
    public enum Kind {
        /** All that was checked is right. */
        RIGHT,
        /** Something stayed undecided, and nothing is known to be wrong. */
        UNDECIDED,
        /** A stage cannot be evaluated. */
        FORWARD,
        /** Two stages do not fit together. */
        JUNCTION,
        /** The derivative of a stage is wrong. */
        STAGE,
        /** The stages are right, and the derivative of the whole composes them wrongly. */
        COMPOSITION,
        /** The derivative of the whole is wrong, and nothing else is known to be. */
        WHOLE,
        /** The stages are right, and their composition is not the derivative of the whole. */
        HIDDEN_STATE
    }
}
