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
 * @param noise the noise it was chosen with, raised where finer steps scatter more than first assumed
 * @param bound its bound, widened until it meets the next best windows
 */
record WindowSelection(Window window, double noise, double bound) {

    private static final int RUNNERS_UP = 14;
    private static final double COMPARABLE = 8;
    private static final int ROUNDS = 5;

    /** Only steps at least this much finer than the window test it. */
    private static final double FINER = 4;

    private static final double RESIDUAL = 6;

    /** The selection, or nothing when the quotients have no window that stands. */
    static Optional<WindowSelection> of(Quotients quotients, double noise) {
        List<Window> windows = windows(quotients);
        Optional<WindowSelection> selection = select(windows, noise);
        for (int round = 0; round < ROUNDS && selection.isPresent(); round++) {
            double implied = impliedNoise(quotients, selection.get());
            if (implied <= selection.get().noise()) {
                return selection;
            }
            selection = select(windows, implied);
        }
        return selection;
    }

    /** The value of the window with the widened bound. */
    Estimate estimate() {
        return new Estimate(window.value(), bound);
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

    private static Optional<WindowSelection> select(List<Window> windows, double noise) {
        List<Window> standing = windows.stream()
                .filter(window -> windows.stream().noneMatch(finer -> refutes(finer, window, noise)))
                .sorted(Comparator.comparingDouble(window -> window.bound(noise)))
                .toList();
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        Window best = standing.get(0);
        double smallest = best.bound(noise);
        double bound = smallest;
        for (Window other : standing.subList(1, Math.min(standing.size(), 1 + RUNNERS_UP))) {
            double distance = Math.abs(other.value() - best.value());
            if (other.bound(noise) <= COMPARABLE * smallest && distance > bound) {
                bound = Math.max(bound, Math.max(distance - other.bound(noise), distance / 2));
            }
        }
        return Optional.of(new WindowSelection(best, noise, bound));
    }

    private static boolean refutes(Window finer, Window window, double noise) {
        return finer.coarse() > window.coarse()
                && finer.fine() >= window.fine()
                && Math.abs(finer.value() - window.value()) > finer.bound(noise) + window.bound(noise);
    }

    /** Half the noise that the worst of the finer steps would need, if it lies off the window's polynomial; else 0. */
    private static double impliedNoise(Quotients quotients, WindowSelection selection) {
        Window window = selection.window();
        double finest = quotients.step(window.fine());
        double implied = 0;
        for (int m = window.fine() + 1; m < quotients.count(); m++) {
            double t = quotients.step(m);
            double perNoise = quotients.deviation() / t;
            double residual = Math.abs(quotients.quotient(m) - window.predict(quotients, t));
            if (FINER * t <= finest && residual > RESIDUAL * selection.noise() * perNoise + 2 * selection.bound()) {
                implied = Math.max(implied, residual / perNoise / 2);
            }
        }
        return implied;
    }
}
