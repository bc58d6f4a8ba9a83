package org.gradcheck.report;

import java.util.List;

/**
 * Where a derivative is wrong.
 *
 * @param side of what the places are
 * @param extent how much is known
 * @param places the places in words, as short as they allow: "column 3 of W", "W(2, 3)", "everywhere"
 * @param text the places, and whether the rest agrees, in a plain sentence
 * @param entries wrong entries with their numbers, at most a few
 * @param count how many entries are known to be wrong
 */
public record Where(Side side, Extent extent, String places, String text, List<WrongEntry> entries, int count) {

    /** What a derivative maps from, and to. */
    public enum Side {
        /** The coordinates of the point: columns of the Jacobian, entries of a gradient. */
        INPUTS,
        /** The coordinates of the value: rows of the Jacobian. */
        OUTPUTS
    }

    /** How much is known of the wrong entries. */
    public enum Extent {
        /** All of them are known, and the rest agrees. */
        EXACT,
        /** Whatever was looked at is wrong. */
        EVERYWHERE,
        /** Some are known; there are more. */
        PARTIAL
    }

    public Where {
        entries = List.copyOf(entries);
    }
}
