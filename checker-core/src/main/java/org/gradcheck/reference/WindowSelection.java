package org.gradcheck.reference;

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
        Window[] windows = Window.all(quotients).toArray(new Window[0]);
        double[] bounds = new double[windows.length];
        for (int i = 0; i < windows.length; i++) {
            bounds[i] = windows[i].bound(noise);
        }
        int best = -1;
        for (int i = 0; i < windows.length; i++) {
            if ((best < 0 || Double.compare(bounds[i], bounds[best]) < 0) && stands(i, windows, bounds)) {
                best = i;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(new WindowSelection(windows[best], noise));
    }

    /** The bound on the error of the window's value. */
    double bound() {
        return window.bound(noise);
    }

    /** The window's value with its bound. */
    Estimate estimate() {
        return new Estimate(window.value(), bound());
    }

    /** Whether no finer window lies outside of both bounds. */
    private static boolean stands(int candidate, Window[] windows, double[] bounds) {
        Window window = windows[candidate];
        for (int i = 0; i < windows.length; i++) {
            Window finer = windows[i];
            if (finer.coarse() > window.coarse()
                    && finer.fine() >= window.fine()
                    && Math.abs(finer.value() - window.value()) > bounds[i] + bounds[candidate]) {
                return false;
            }
        }
        return true;
    }
}
