package org.gradcheck.spec;

import org.gradcheck.report.InconclusiveReason;

/**
 * A point that is not the first choice for its number, or for which no better one was found.
 *
 * @param number the number of the point, from 1
 * @param times how often it was redrawn
 * @param reason what was wrong with the first choice
 * @param inVain whether no other choice was better; the first then stands
 */
public record Redraw(int number, int times, InconclusiveReason reason, boolean inVain) {

    /** "point 2, 3 times: f cannot be evaluated at the point". */
    public String text() {
        return "point " + number + (times == 1 ? "" : ", " + times + " times") + (inVain ? " in vain: " : ": ")
                + reason.label();
    }
}
