package org.gradcheck.check;

import org.gradcheck.reference.CentralDifference;
import org.gradcheck.reference.Differences;
import org.gradcheck.reference.Line;
import org.gradcheck.reference.SecondDifference;

/** Which differences a derivative is compared with. */
enum Scheme {
    /** Of f. */
    CENTRAL("central differences"),
    /** Of a first derivative that has been confirmed. */
    OF_FIRST_DERIVATIVE("central differences of f′ as supplied"),
    /** Of the complex-step derivative of f. */
    OF_COMPLEX_STEP("central differences of complex-step derivatives"),
    /** Of f, for its second derivative. */
    SECOND("second differences of f");

    private final String label;

    Scheme(String label) {
        this.label = label;
    }

    /** The reference's name in evidence. */
    String label() {
        return label;
    }

    Differences on(Line line, double repeatDeviation) {
        return this == SECOND
                ? new SecondDifference(line, repeatDeviation)
                : new CentralDifference(line, repeatDeviation);
    }

    /** The order of the derivative of what is differenced. */
    int order() {
        return this == SECOND ? 2 : 1;
    }
}
