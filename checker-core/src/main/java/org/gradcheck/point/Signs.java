package org.gradcheck.point;

import java.util.SplittableRandom;

/**
 * The signs of the coordinates from point to point: rows of a Hadamard matrix of order 4, each of them with a sign of its
 * own.
 *
 * <pre>
 * point                  1  2  3  4
 * coordinates 1, 4, …    −  +  −  +
 * coordinates 2, 5, …    +  +  −  −
 * coordinates 3, 6, …    ±  ∓  ∓  ±
 * </pre>
 *
 * <p>So every coordinate has both signs within any three points in a row, and two neighbours have three of the four
 * combinations of signs, all four within four points. With the magnitudes, which have a period of three, the plan repeats
 * after twelve points. As drawn above, the first point is mixed, the second mostly positive and the third mostly negative, so
 * that sums have both signs too; one row in four is turned round at random, and the third kind every other, except the row
 * of the very first coordinate.
 *
 * @param seed decides which rows are turned round
 * @param first how many coordinates come before these
 */
record Signs(Seed seed, long first) {

    private static final int PERIOD = 12;
    private static final double TURNED = 0.25;

    /** Whether each coordinate is negative at a point. */
    boolean[] negative(long number, int count) {
        SplittableRandom random =
                seed.split(Math.floorDiv(number - 1, (long) PERIOD)).random();
        int point = (int) Math.floorMod(number - 1, 4L);
        boolean[] negative = new boolean[count];
        for (int i = 0; i < count; i++) {
            double turn = random.nextDouble();
            negative[i] = switch ((int) Math.floorMod(first + i, 3L)) {
                case 0 -> point % 2 == 0 ^ (turn < TURNED && first + i > 0);
                case 1 -> point >= 2 ^ turn < TURNED;
                default -> (point == 0 || point == 3) ^ turn < 0.5;
            };
        }
        return negative;
    }
}
