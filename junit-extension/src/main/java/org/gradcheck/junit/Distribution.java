package org.gradcheck.junit;

/** How the entries of a generated point are distributed. */
public enum Distribution {
    /**
     * Spread over magnitudes and signs from seed to seed, times {@link Point#sd()} about {@link Point#mean()}: ordinary
     * entries of about 1, large ones of 5 to 10, small ones of 0.01 to 0.3, each coordinate with both signs within any three
     * points. A formula that is right only at special points does not stay unnoticed. A second point of a test is large
     * where the first is small, and so on.
     */
    SPREAD,
    /** The magnitudes of {@link #SPREAD} times {@link Point#sd()}, all positive: for functions of positive numbers. */
    POSITIVE,
    /** Normal with {@link Point#mean()} and {@link Point#sd()}. */
    NORMAL,
    /** Uniform between {@link Point#low()} and {@link Point#high()}. */
    UNIFORM
}
