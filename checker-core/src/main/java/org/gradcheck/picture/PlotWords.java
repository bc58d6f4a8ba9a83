package org.gradcheck.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.Numbers;

/** What is seen in a plot, for those who do not see it. */
final class PlotWords {

    private PlotWords() {}

    static String title(Evidence evidence) {
        return "Error scaling along direction " + evidence.number();
    }

    /** "The remainder falls with order 1.00; a right derivative's falls with order 2, a wrong one's with order 1. …". */
    static String description(Evidence evidence, Measured measured) {
        int wrong = evidence.derivativeOrder();
        List<String> sentences = new ArrayList<>();
        sentences.add(
                evidence.order().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "The remainder falls with order %.2f; a right derivative's falls with order %d, a wrong"
                                        + " one's with order %d.",
                                evidence.order().getAsDouble(),
                                wrong + 1,
                                wrong)
                        : "The remainder is below the noise of f before its order shows.");
        if (evidence.centralOrder().isPresent()) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "The central remainder falls with order %.2f (right: %d, wrong: %d).",
                    evidence.centralOrder().getAsDouble(),
                    wrong + 2,
                    wrong));
        }
        sentences.add(comparison(evidence));
        measured.noise()
                .ifPresent(noise -> sentences.add("The noise of a value of f is " + Numbers.error(noise) + "."));
        notes(measured).forEach(note -> sentences.add(note + "."));
        return String.join(" ", sentences);
    }

    /** What is drawn in another way, or not at all. */
    private static List<String> notes(Measured measured) {
        List<String> notes = new ArrayList<>();
        int zeros = measured.zeros();
        if (zeros > 0) {
            notes.add(
                    zeros == 1
                            ? "One number is exactly zero and stands at the lower edge"
                            : zeros + " numbers are exactly zero and stand at the lower edge");
        }
        int leftOut = measured.leftOut();
        if (leftOut > 0) {
            notes.add(
                    leftOut == 1
                            ? "One step, at which f has no value, is left out"
                            : leftOut + " steps, at which f has no value, are left out");
        }
        return notes;
    }

    private static String comparison(Evidence evidence) {
        double discrepancy = evidence.discrepancy();
        if (!Double.isFinite(discrepancy) || !Double.isFinite(evidence.bound())) {
            return "There is no reference with a known bound to compare the supplied value with.";
        }
        if (discrepancy == 0) {
            return "The supplied value equals the reference, which is known to " + Numbers.error(evidence.bound())
                    + ".";
        }
        return "The supplied value is " + Numbers.error(discrepancy) + " off the reference, "
                + (discrepancy > evidence.bound() ? "more than its bound of " : "within its bound of ")
                + Numbers.error(evidence.bound()) + ".";
    }
}
