package org.gradcheck.point;

import java.util.SplittableRandom;

/**
 * Chooses the points at which a derivative is checked when the user does not: a derivative that is right only at special
 * points (on the unit sphere, for positive or for small entries) must not get through because all points are alike.
 *
 * <p>Of three points in a row the first has entries of about one, the second of five to ten, the third far below one
 * ({@link Magnitude}); the signs of the entries change from point to point so that every coordinate has both, and any two
 * neighbours three of the four combinations. No entry is zero, none equals another by design, and no matrix is symmetric.
 *
 * @param seed decides every random choice
 * @param first how many coordinates of other variables are drawn before these, so that the signs of several variables are
 *     not in step. A lone scalar is negative at the first and the third point, and large and positive at the second, where
 *     tails are cut off and exponentials saturate most often
 */
public record PointSampler(Seed seed, long first) {

    public PointSampler {
        if (first < 0) {
            throw new IllegalArgumentException("first counts coordinates, got " + first);
        }
    }

    /** Entries of both signs, unless the choice is for positive ones. */
    public double[] entries(Choice choice, int count) {
        return entries(choice, choice.sizes(), count);
    }

    /** Entries of both signs, unless the choice is for positive ones, with sizes of one's own. */
    public double[] entries(Choice choice, Sizes sizes, int count) {
        double[] entries = positive(choice, sizes, count);
        boolean[] negative = negative(choice, count);
        for (int i = 0; i < count; i++) {
            entries[i] = negative[i] ? -entries[i] : entries[i];
        }
        return entries;
    }

    /** Positive entries. */
    public double[] positive(Choice choice, int count) {
        return positive(choice, choice.sizes(), count);
    }

    /** Positive entries of the given sizes: one in each of {@code count} equal parts of the range, in random order. */
    public double[] positive(Choice choice, Sizes sizes, int count) {
        SplittableRandom random = random(choice, "sizes");
        double[] entries = new double[count];
        for (int i = 0; i < count; i++) {
            entries[i] = sizes.at((i + random.nextDouble()) / count);
        }
        shuffle(entries, random);
        return entries;
    }

    /** Random numbers for whatever else belongs to the point. */
    public SplittableRandom random(Choice choice, String purpose) {
        return seed.split(purpose)
                .split(choice.number())
                .split(choice.redraws())
                .random();
    }

    private boolean[] negative(Choice choice, int count) {
        if (choice.isPositive()) {
            return new boolean[count];
        }
        if (choice.hasPlannedSigns()) {
            return new Signs(seed.split("signs"), first).negative(choice.number(), count);
        }
        SplittableRandom random = random(choice, "signs");
        boolean[] negative = new boolean[count];
        for (int i = 0; i < count; i++) {
            negative[i] = random.nextBoolean();
        }
        return negative;
    }

    private static void shuffle(double[] entries, SplittableRandom random) {
        for (int i = entries.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double entry = entries[i];
            entries[i] = entries[other];
            entries[other] = entry;
        }
    }
}
