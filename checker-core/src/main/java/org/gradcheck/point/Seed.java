package org.gradcheck.point;

import java.util.SplittableRandom;

/**
 * A seed that splits by names and numbers: the same path of names gives the same random numbers, whatever else is drawn,
 * in whatever order and on however many threads.
 *
 * @param value the seed itself
 */
public record Seed(long value) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The seed of a named part. */
    public Seed split(String name) {
        long hash = mix(value + GOLDEN);
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash + GOLDEN + name.charAt(i));
        }
        return new Seed(mix(hash ^ name.length()));
    }

    /** The seed of a numbered part. */
    public Seed split(long number) {
        return new Seed(mix(mix(value + GOLDEN) + GOLDEN * number));
    }

    /** Random numbers that start from here. */
    public SplittableRandom random() {
        return new SplittableRandom(value);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014). */
    private static long mix(long z) {
        long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
