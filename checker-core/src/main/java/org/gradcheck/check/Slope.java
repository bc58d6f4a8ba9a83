package org.gradcheck.check;

import java.util.List;
import org.gradcheck.reference.Estimate;
import org.gradcheck.report.Fact;
import org.gradcheck.report.Verdict;

/** What one read-out of f shows of its derivative along one line. */
sealed interface Slope {

    /**
     * There is a derivative along the line.
     *
     * @param estimate the derivative with its bound
     * @param scale the size against which an error of it is large or small
     */
    record Resolved(Estimate estimate, double scale) implements Slope {}

    /**
     * There is none.
     *
     * @param text what is seen, as the rest of a sentence
     * @param facts the numbers
     */
    record Broken(String text, List<Fact> facts) implements Slope {}

    /**
     * It cannot be told.
     *
     * @param verdict why not
     */
    record Undecided(Verdict.Inconclusive verdict) implements Slope {}
}
