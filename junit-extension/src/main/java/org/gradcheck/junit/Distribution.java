package org.gradcheck.junit;

/** How the entries of a generated point are distributed. */
public enum Distribution {
    /**
     * Normal, with a standard deviation that goes through 1, 0.1 and 10 times {@link Point#sd()} from seed to seed: a
     * formula that is right only for numbers of size one does not stay unnoticed.
     */
    SPREAD,
    /** Normal with {@link Point#mean()} and {@link Point#sd()}. */
    NORMAL,
    /** Uniform between {@link Point#low()} and {@link Point#high()}. */
    UNIFORM
}
