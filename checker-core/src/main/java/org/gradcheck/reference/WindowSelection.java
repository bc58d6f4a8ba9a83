package org.gradcheck.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses among all windows by Lepski's principle, the intersection of confidence intervals (Lepski 1990; Goldenshluger
 * and Nemirovski 1997): a window is refuted by a finer one that lies outside of both bounds, and of the windows left the
 * one with the smallest bound is taken.
 *
 * @param window the chosen window
 * @param noise the noise it was chosen with
 */
record WindowSelection(Window window, double noise) {

    /** The selection, or nothing when the quotients have no window that stands. */
    static Optional<WindowSelection> of(Quotients quotients, double noise) {
        List<Window> windows = windows(quotients);
        return windows.stream()
                .filter(window -> windows.stream().noneMatch(finer -> refutes(finer, window, noise)))
                .min(Comparator.comparingDouble(window -> window.bound(noise)))
                .map(window -> new WindowSelection(window, noise));
    }

    /** The bound on the error of the window's value. */
    double bound() {
        return window.bound(noise);
    }

    /** The window's value with its bound. */
    Estimate estimate() {
        return new Estimate(window.value(), bound());
    }

    static List<Window> windows(Quotients quotients) {
        List<Window> windows = new ArrayList<>();
        for (int coarse = 0; coarse < quotients.count(); coarse++) {
            for (int fine = coarse + 1;
                    fine < quotients.count()
                            && fine - coarse < Window.LONGEST
                            && quotients.exponents()[fine] - quotients.exponents()[fine - 1] <= Window.WIDEST_GAP;
                    fine++) {
                windows.add(Window.of(quotients, coarse, fine));
            }
        }
        return windows;
    }

    private static boolean refutes(Window finer, Window window, double noise) {
        return finer.coarse() > window.coarse()
                && finer.fine() >= window.fine()
                && Math.abs(finer.value() - window.value()) > finer.bound(noise) + window.bound(noise);
    }
}
