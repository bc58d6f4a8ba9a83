package org.gradcheck.check;

import java.util.SplittableRandom;

/** One seed, split by purpose and direction, so that neither order nor parallelism changes a random choice. */
final class Seeds {

    /** The odd constant of SplittableRandom's sequence, 2⁶⁴ divided by the golden ratio. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    /** The random numbers of the n-th direction. */
    static SplittableRandom direction(long seed, int number) {
        return new SplittableRandom(seed ^ (GOLDEN * number));
    }

    /** The random numbers of the operator identities. */
    static SplittableRandom identities(long seed) {
        return direction(seed, 0);
    }

    /** The random numbers of the second-order checks. */
    static SplittableRandom secondOrder(long seed) {
        return direction(seed, -1);
    }

    /** The random numbers of the identities of second derivatives. */
    static SplittableRandom secondOrderIdentities(long seed) {
        return direction(seed, -2);
    }

    /** The random numbers of whatever is looked into once a derivative is refuted. */
    static SplittableRandom explanation(long seed) {
        return direction(seed, -3);
    }
}
