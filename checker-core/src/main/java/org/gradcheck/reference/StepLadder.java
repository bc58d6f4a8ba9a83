package org.gradcheck.reference;

import java.util.Arrays;

/** The steps t = 2⁻ᵏ along a direction. Powers of two, so that steps and quotients are exact. */
public final class StepLadder {

    /** The finest step is 2⁻³². */
    public static final int FINEST = 32;

    /** The pair from which the outputs' sizes are read: it is evaluated first. */
    static final int SCALING = 5;

    private static final int[] FIRST = {3, 5, 7, 9, 16, 24, 27};

    /** Steps that tell how near the edge of f's domain is. */
    private static final int[] PROBES = {9, 16, 24, 32};

    /** x ± 2⁻⁵⁰·v is beside x by a few last places: inexact, good enough to ask whether f has a value there. */
    static final int LAST_PLACES = 50;

    /** Steps this coarse leave room for a ladder of finer ones. */
    static final int COARSE = 9;

    private static final int[] SHORT = {3, 5, 7, 9, 24};

    /** Further out than the direction reaches by itself, up to a million times; near enough to each other for a window. */
    private static final int[] OUTWARD = {-5, -8, -11, -14, -17, -20};

    private StepLadder() {}

    /** The step 2⁻ᵏ. */
    public static double step(int k) {
        return Math.scalb(1.0, -k);
    }

    /**
     * The first steps, as exponents k: a working ladder 3, 5, 7, 9 for extrapolation, and sentinels 16, 24, 27 that see
     * noise, kinks, narrow features and staircases.
     */
    public static int[] first() {
        return FIRST.clone();
    }

    /** The steps to look at where coarser ones leave f's domain. */
    static int[] probes() {
        return PROBES.clone();
    }

    /**
     * Steps that leave a neighbourhood in which f does not change at all: a tiny x makes tiny steps, and a series or a
     * constant that f switches to near zero fills them.
     *
     * @param length the largest |vᵢ|; no step moves a coordinate by more than one half
     */
    static int[] outward(double length) {
        return Arrays.stream(OUTWARD).filter(k -> step(k) * length <= 0.5).toArray();
    }

    /** Fewer steps, for a further direction when an earlier one has shown that f is smooth and free of noise. */
    static int[] brief() {
        return SHORT.clone();
    }
}
