package org.gradcheck.point;

import java.util.Locale;

/** How large the entries of a point are. Three points in a row have each of them once. */
public enum Magnitude {
    /** Entries of about one, where formulas are usually tried. */
    ORDINARY(0.4, 2),
    /** Entries far from one, where tails and forgotten normalisations show; their exponentials are still harmless. */
    LARGE(5.5, 10),
    /** Entries far below one, and of different sizes among themselves. */
    SMALL(0.01, 0.3);

    private final double smallest;
    private final double largest;

    Magnitude(double smallest, double largest) {
        this.smallest = smallest;
        this.largest = largest;
    }

    /** The sizes of the entries. */
    public Sizes sizes() {
        return new Sizes(smallest, largest);
    }

    /** The word in reports: "ordinary", "large", "small". */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Ordinary, large, small, ordinary, …; the first point has the number 1. */
    static Magnitude of(long number) {
        return values()[(int) Math.floorMod(number - 1, (long) values().length)];
    }
}
